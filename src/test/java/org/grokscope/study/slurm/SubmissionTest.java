package org.grokscope.study.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.grokscope.study.Catalogue;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {
    @TempDir
    Path folder;

    @Test
    void whatWasNotedIsReadAndWhatACommandWouldTakeForSomethingElseIsLeftOut() throws Exception {
        PlanFolder plan = PlanFolder.create(folder.resolve("plan"),
                new Plan(List.copyOf(Catalogue.of("leads").cells().subList(0, 3))));
        Submission here = new Submission("17", Optional.empty(), 1, 2, 1);
        Submission there = new Submission("18", Optional.of("ada@login.cluster"), 2, 2, 1);
        here.note(plan);
        new Submission("19", Optional.of("-v"), 1, 2, 1).note(plan);
        new Submission("20", Optional.of("login -v"), 1, 2, 1).note(plan);
        new Submission("--help", Optional.empty(), 1, 2, 1).note(plan);
        there.note(plan);
        Files.writeString(plan.path().resolve("submissions.jsonl"), "{\"job\":\"2", StandardOpenOption.APPEND);
        assertThat(Submission.of(plan)).isEqualTo(List.of(here, there));
    }
}
