package org.grokscope.study.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.SharesNothing;
import org.grokscope.run.RunDirectory;
import org.grokscope.study.Catalogue;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Trial.Trained;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.study.report.WrittenRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan of one line: what its folder and Slurm say together. */
@SharesNothing
class PlanStatusTest {
    private static final Trained TRIAL = (Trained) Catalogue.of("leads").cells().getFirst();
    private static final List<Submission> SUBMITTED = List.of(new Submission("17", Optional.empty(), 1, 1, 1));

    @TempDir
    Path folder;
    private PlanFolder plan;

    @BeforeEach
    void makeAPlan() throws IOException {
        plan = PlanFolder.create(folder, new Plan(List.of(TRIAL)));
    }

    private LineStatus line(String state, String reason, Optional<FoundRun> run) throws IOException {
        TaskQueue queue = TaskQueue.of(List.of(new TaskState("17", 0, state, "node7", reason)));
        return new PlanStatus(plan, SUBMITTED, queue).line(1, TRIAL, run);
    }

    private FoundRun begun() throws IOException {
        RunDirectory run = new WrittenRuns(plan.runs()).run(TRIAL.configuration(), 1000, OptionalInt.empty(),
                OptionalInt.empty());
        Path events = run.path().resolve("events.jsonl");
        Files.writeString(events, Files.readAllLines(events).getFirst() + "\n");
        return new FoundRun(run, run.history(), false);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, Resources, queued", "PENDING, Dependency, waiting", "RUNNING, '', training",
            "CANCELLED, '', cancelled", "TIMEOUT, '', failed", "'', '', planned"})
    void aLineWithoutARunIsAsSlurmSays(String state, String reason, String word) throws IOException {
        assertThat(line(state, reason, Optional.empty()).state().label()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, requeued, ''", "RUNNING, training, 'Slurm runs its task, and nothing writes it.'",
            "COMPLETED, stopped, 'Slurm says that its task is done, and it is not.'", "CANCELLED, cancelled, ''"})
    void aRunThatWasBrokenOffIsHeldAgainstSlurm(String state, String word, String remark) throws IOException {
        LineStatus line = line(state, "", Optional.of(begun()));
        assertThat(line.state().label()).isEqualTo(word);
        assertThat(line.remark()).isEqualTo(remark);
        assertThat(line.task()).isEqualTo("17_0");
    }

    /** It trains one after the other: a line that nobody writes had its turn, or waits for it. */
    @Test
    void aTaskOfSeveralLinesTrainsOneOfThem() throws IOException {
        TaskQueue queue = TaskQueue.of(List.of(new TaskState("17", 0, "RUNNING", "node7", "")));
        PlanStatus status = new PlanStatus(plan, List.of(new Submission("17", Optional.empty(), 1, 8, 4)), queue);
        LineStatus unbegun = status.line(2, TRIAL, Optional.empty());
        assertThat(unbegun.state()).isEqualTo(LineState.QUEUED);
        assertThat(unbegun.host()).isEmpty();
        LineStatus brokenOff = status.line(1, TRIAL, Optional.of(begun()));
        assertThat(brokenOff.state()).isEqualTo(LineState.REQUEUED);
        assertThat(brokenOff.remark()).isEmpty();
    }

    @Test
    void aFinishedRunIsFinishedWhateverSlurmSays() throws IOException {
        RunDirectory run = new WrittenRuns(plan.runs()).run(TRIAL.configuration(), 1000, OptionalInt.empty(),
                OptionalInt.empty());
        assertThat(line("FAILED", "", Optional.of(new FoundRun(run, run.history(), false))).state())
                .isEqualTo(LineState.FINISHED);
    }

    @Test
    void aTaskThatFailedTellsTheLastLinesOfItsLog() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("logs")).resolve("17_0.out"),
                "one\ntwo\nthree\nslurmstepd: error: Disk quota exceeded\n\n");
        assertThat(line("FAILED", "", Optional.empty()).remark())
                .isEqualTo("two / three / slurmstepd: error: Disk quota exceeded");
    }

    @Test
    void submissionsAreKeptWithThePlan() throws IOException {
        Submission far = new Submission("18", Optional.of("login"), 2, 9, 4);
        SUBMITTED.getFirst().note(plan);
        far.note(plan);
        assertThat(Submission.of(plan)).containsExactly(SUBMITTED.getFirst(), far);
        assertThat(far.task(5)).contains(0);
        assertThat(far.task(6)).contains(1);
        assertThat(far.task(1)).isEmpty();
    }
}
