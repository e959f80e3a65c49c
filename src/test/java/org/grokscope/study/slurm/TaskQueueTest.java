package org.grokscope.study.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

/** What Slurm 22.05 prints. */
@SharesNothing
class TaskQueueTest {
    @Test
    void theQueueNamesEachTaskOfAnArray() {
        assertThat(TaskQueue.queued("""
                17|3|PENDING||Dependency
                17|0|RUNNING|node7|None
                18|N/A|RUNNING|node7|None
                """)).containsExactly(new TaskState("17", 3, "PENDING", "", "Dependency"),
                new TaskState("17", 0, "RUNNING", "node7", ""));
    }

    @Test
    void accountsNameWhoCancelledAndWhereItRan() {
        assertThat(TaskQueue.accounted("""
                17_3|CANCELLED by 1000|node7
                17_4|COMPLETED|node8
                17_5|FAILED|None assigned
                17_[6-9]|PENDING|None assigned
                """)).containsExactly(new TaskState("17", 3, "CANCELLED", "node7", ""),
                new TaskState("17", 4, "COMPLETED", "node8", ""), new TaskState("17", 5, "FAILED", "", ""));
    }

    @Test
    void theNewestSubmissionOfALineCounts() {
        List<Submission> submissions = List.of(new Submission("17", Optional.empty(), 1, 10, 2),
                new Submission("18", Optional.empty(), 1, 4, 2));
        TaskQueue queue = TaskQueue.of(List.of(new TaskState("17", 4, "RUNNING", "node7", "")));
        assertThat(queue.of(submissions, 3)).contains(new TaskState("18", 1, "", "", ""));
        assertThat(queue.of(submissions, 9)).contains(new TaskState("17", 4, "RUNNING", "node7", ""));
        assertThat(queue.of(submissions, 11)).isEmpty();
    }
}
