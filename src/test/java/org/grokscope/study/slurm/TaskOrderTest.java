package org.grokscope.study.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.cli.Program;
import org.grokscope.study.Catalogue;
import org.grokscope.study.Trial;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders about tasks, given to programs that stand in for Slurm's. */
@SharesNothing
@Timeout(60)
class TaskOrderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"PLANNED, '', false, false", "QUEUED, 17_0, true, false", "WAITING, 17_0, true, false",
            "REQUEUED, 17_0, true, false", "TRAINING, 17_0, true, true", "FINISHED, 17_0, false, false",
            "DIVERGED, 17_0, false, false", "CANCELLED, 17_0, false, true", "FAILED, 17_0, false, true",
            "STOPPED, 17_0, false, true", "STOPPED, '', false, false"})
    void anOrderFitsALineThatHasATaskItCanChange(LineState state, String task, boolean cancel, boolean requeue) {
        LineStatus line = new LineStatus(1, "a", 100, state, "", Optional.empty(), task, "");
        assertThat(TaskOrder.CANCEL.fits(line)).isEqualTo(cancel);
        assertThat(TaskOrder.REQUEUE.fits(line)).isEqualTo(requeue);
    }

    @Test
    void slurmIsToldOfTheTaskThatTrainsTheLineAndIsAskedAgainAtOnce() throws Exception {
        List<Trial> trials = new ArrayList<>(Catalogue.of("leads").cells().subList(0, 3));
        PlanFolder plan = PlanFolder.create(folder.resolve("plan"), new Plan(trials));
        // The third line was not submitted; the second once more, which counts.
        new Submission("17", Optional.empty(), 1, 2, 1).note(plan);
        new Submission("18", Optional.empty(), 2, 2, 1).note(plan);
        Path said = folder.resolve("said");
        command("squeue", "test -e %s && s=PENDING || s=RUNNING; echo \"17|0|$s|n1|None\"; echo '18|0|RUNNING|n1|None'"
                .formatted(said));
        command("sacct", "exit 1");
        command("scancel", "echo scancel \"$@\" >> " + said);
        command("scontrol", "echo 'scontrol: error: Job is not requeueable' >&2; exit 1");
        Program.End end = ordering(plan, "CANCEL", 1, "REQUEUE", 2, "CANCEL", 3);
        assertThat(end.exitCode()).as(end.said()).isZero();
        assertThat(said).hasContent("scancel 17_0");
        assertThat(end.said().lines()).containsExactly("1 training 17_0", "2 training 18_0", "3 planned ",
                "1 queued 17_0", "2 training 18_0", "3 planned ",
                "scontrol refused: Job is not requeueable", "Line 3 was not submitted.");
    }

    /** What a queue has forgotten the accounts know, of Slurm 22.05, too, whose sacct has no --array. */
    @Test
    void whatHasLeftTheQueueIsAskedOfTheAccountsInWordsOfSlurm2205() throws Exception {
        PlanFolder plan = PlanFolder.create(folder.resolve("plan"),
                new Plan(new ArrayList<>(Catalogue.of("leads").cells().subList(0, 3))));
        new Submission("1", Optional.empty(), 1, 3, 1).note(plan);
        command("squeue", "exit 0");
        command("sacct", """
                for word; do
                    case $word in
                        --noheader | --parsable2 | --allocations | --jobs=1 | --format=JobID,State,NodeList) ;;
                        *) echo "sacct: unrecognized option '$word'" >&2; exit 1 ;;
                    esac
                done
                echo '1_0|CANCELLED by 0|vm'
                echo '1_1|FAILED|vm'
                echo '1_[2-2]|PENDING|None assigned'""");
        command("scontrol", "echo '1_0: Invalid job id specified' >&2; exit 1");
        Program.End end = ordering(plan, "REQUEUE", 1);
        assertThat(end.said().lines()).containsExactly("1 cancelled 1_0", "2 failed 1_1", "3 planned 1_2",
                "Slurm has forgotten task 1_0, which ended a while ago; 'grokscope submit plan' hands in anew what is not "
                        + "finished.");
    }

    private Program.End ordering(PlanFolder plan, Object... orders) throws Exception {
        List<String> words = new ArrayList<>(List.of("env", "PATH=" + folder + ":/usr/bin:/bin"));
        words.addAll(Program.java(OrderTasks.class,
                Stream.concat(Stream.of(plan.path()), Stream.of(orders)).toArray()));
        return Program.run(words);
    }

    private void command(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
