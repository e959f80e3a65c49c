package org.grokscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Studies of real runs, tiny ones. */
@Timeout(120)
class StudyRunnerTest {
    private static final Trained FIRST = TinyStudy.trained(60, 1);
    private static final Trained SECOND = TinyStudy.trained(60, 2);

    @TempDir
    Path folder;

    @Test
    void whatIsMissingIsTrained() throws Exception {
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, FIRST, SECOND);
        assertThat(end.complete()).isTrue();
        assertThat(ids()).containsExactlyInAnyOrder("add-7-seed-1", "add-7-seed-2");
    }

    @Test
    void aBranchBringsItsParentWithItAndLeavesAtTheParentsOwnMoment() throws Exception {
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, TinyStudy.branch(FIRST, 2, 1),
                TinyStudy.branch(FIRST, 2, 2));
        assertThat(end.complete()).isTrue();
        RunDirectory parent = new RunLibrary(runs()).find("add-7-seed-1");
        int memorised = parent.history().milestones().step(Milestone.MEMORISED).orElseThrow();
        assertThat(ids()).containsExactlyInAnyOrder("add-7-seed-1", "add-7-seed-1-fork-" + memorised + "-wd-2",
                "add-7-seed-1-fork-" + memorised + "-wd-2-data-2");
    }

    @Test
    void whatABranchDoesIsDoneAndKnownAgain() throws Exception {
        Trial[] cells = Stream.of(BranchDeed.values()).flatMap(does -> Stream.of(1, 2)
                .map(draw -> TinyStudy.branch(FIRST, does, draw))).toArray(Trial[]::new);
        assertThat(TinyStudy.run(runs(), StudyArchive.NONE, cells).complete()).isTrue();
        assertThat(ids()).hasSize(1 + cells.length);
        RunIndex known = RunIndex.read(runs(), StudyArchive.NONE);
        Set<String> found = new HashSet<>();
        for (Trial cell : cells) {
            List<FoundRun> runs = known.runs(cell);
            assertThat(runs).as(cell.name()).hasSize(1);
            found.add(runs.getFirst().id());
        }
        assertThat(found).hasSize(cells.length);
        Map<String, String> before = contents();
        TinyStudy.run(runs(), StudyArchive.NONE, cells);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatIsThereIsNotTrainedAgain() throws Exception {
        Forked branch = TinyStudy.branch(FIRST, 2, 1);
        TinyStudy.run(runs(), StudyArchive.NONE, branch);
        Map<String, String> before = contents();
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, FIRST, branch);
        assertThat(end.complete()).isTrue();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aRunThatWasComputedElsewhereCounts() throws Exception {
        RunDirectory other = RunDirectory.create(runs(), "from elsewhere", FIRST.configuration(), null,
                new Environment("cuda:0", "a card", 7, new TreeMap<>()));
        TinyRun.finish(other);
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, FIRST);
        assertThat(end.complete()).isTrue();
        assertThat(ids()).containsExactly(other.head().id());
    }

    @Test
    void aRunWithAnotherEndDoesNotCount() throws Exception {
        TinyRun.finish(TinyRun.create(runs(), FIRST.configuration().ending(40, 0)));
        TinyStudy.run(runs(), StudyArchive.NONE, FIRST);
        assertThat(ids()).hasSize(2);
    }

    @Test
    void aRunThatWasMadeAndNotBegunIsTaken() throws Exception {
        TinyRun.create(runs(), FIRST.configuration());
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, FIRST);
        assertThat(end.complete()).isTrue();
        assertThat(ids()).hasSize(1);
    }

    @Test
    void aBranchThatCameWithTheProgramNeedsNoParent() throws Exception {
        Forked branch = TinyStudy.branch(FIRST, 2, 1);
        StudyArchive archive = archived(branch);
        Path elsewhere = folder.resolve("elsewhere");
        StudyProgress end = TinyStudy.run(elsewhere, archive, branch);
        assertThat(end.complete()).isTrue();
        assertThat(new RunLibrary(elsewhere).runs()).isEmpty();
    }

    @Test
    void aParentThatCameWithoutCheckpointsIsTrainedForANewBranch() throws Exception {
        StudyArchive archive = archived(FIRST);
        Path elsewhere = folder.resolve("elsewhere");
        StudyProgress end = TinyStudy.run(elsewhere, archive, FIRST, TinyStudy.branch(FIRST, 2, 1));
        assertThat(end.complete()).isTrue();
        assertThat(new RunLibrary(elsewhere).runs()).hasSize(2);
    }

    /** On another processor it fares otherwise; its branches are all judged by the one that they leave. */
    @Test
    void aParentThatIsTrainedAnewIsJudgedInThePlaceOfTheOneInTheArchive() throws Exception {
        StudyArchive archive = archived(FIRST);
        Path elsewhere = folder.resolve("elsewhere");
        Path log = archive.folder().orElseThrow().resolve("tiny/add-7-seed-1/metrics.jsonl");
        Files.writeString(log, Files.readString(log).replaceAll("\"trainAccuracy\":[0-9.Ee-]+", "\"trainAccuracy\":0"));
        Forked late = TinyStudy.branch(FIRST, 2, 1);
        Forked early = new Forked("early", FIRST, BranchPoint.parse("train-accuracy>=0"), 3, 1, late.steps(), 0,
                late.evaluateEvery(), BranchDeed.CONTROL);
        assertThat(states(TinyStudy.run(elsewhere, archive, late))).as("alone, the archive says all of it")
                .containsExactly("cannot be run");
        assertThat(states(TinyStudy.run(elsewhere, archive, late, early))).containsExactly("done", "done");
        assertThat(states(TinyStudy.run(elsewhere, archive, late))).containsExactly("done");
    }

    /** As the window's table of a plan reads them. */
    @Test
    void aBranchThatLeftAtAnAlarmIsKnownFromAGlanceAtItsRun() throws Exception {
        Forked branch = TinyStudy.branch(FIRST, BranchDeed.REMOVE_PEAK, 1);
        TinyStudy.run(runs(), StudyArchive.NONE, branch);
        List<FoundRun> glances = new FollowedRuns(runs(), false).read();
        assertThat(glances).allSatisfy(run -> assertThat(run.history().whole()).isFalse());
        assertThat(RunIndex.of(glances).state(branch)).isInstanceOf(TrialState.Done.class);
    }

    /** The same configuration trained twice fares otherwise where threads or processors differ. */
    @Test
    void aBranchLeavesTheParentThatCameThatFar() throws Exception {
        Forked branch = TinyStudy.branch(FIRST, 2, 1);
        TinyStudy.run(runs(), StudyArchive.NONE, FIRST);
        Path reached = new RunLibrary(runs()).runs().getFirst().path();
        RunDirectory other = RunDirectory.create(runs(), "a", FIRST.configuration(), null,
                new RunLibrary(runs()).runs().getFirst().head().environment());
        TinyRun.finish(other);
        Path log = other.path().resolve("metrics.jsonl");
        Files.writeString(log, Files.readString(log).replaceAll("\"trainAccuracy\":[0-9.Ee-]+", "\"trainAccuracy\":0"));
        Path events = other.path().resolve("events.jsonl");
        Files.write(events, Files.readAllLines(events).stream().filter(line -> !line.contains("milestone")).toList());
        assertThat(states(TinyStudy.run(runs(), StudyArchive.NONE, branch))).containsExactly("done");
        assertThat(reached).exists();
    }

    @Test
    void theArchiveHoldsLogsByteForByteAndNoCheckpoints() throws Exception {
        archived(TinyStudy.branch(FIRST, 2, 1));
        Path branch = new RunLibrary(runs()).runs().getLast().path();
        Path copy = folder.resolve("archive/tiny").resolve(branch.getFileName());
        for (String log : List.of("run.json", "metrics.jsonl", "events.jsonl", "inherited/metrics.jsonl")) {
            assertThat(copy.resolve(log)).hasSameBinaryContentAs(branch.resolve(log));
        }
        assertThat(copy.resolve("checkpoints")).doesNotExist();
    }

    @Test
    void aRunThatAnotherStudyPutIntoTheArchiveIsNotPutThereTwice() throws Exception {
        archived(FIRST);
        ArchiveCopy second = ArchiveCopy.of(new Study("other", "", "", List.of(FIRST), Set.of()), runs(),
                folder.resolve("archive"));
        assertThat(second.copied()).isEmpty();
        assertThat(second.there()).isEqualTo(1);
    }

    @Test
    void aCellThatFailsStopsNoOther() throws Exception {
        RunDirectory broken = TinyRun.create(runs(), FIRST.configuration());
        TinyRun.finish(broken);
        Files.writeString(broken.path().resolve("events.jsonl"), "");
        for (int step : broken.checkpointSteps()) {
            Files.delete(broken.path().resolve("checkpoints/step-%08d.safetensors".formatted(step)));
        }
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, FIRST, TinyStudy.branch(FIRST, 2, 1), SECOND);
        assertThat(states(end)).containsExactly("failed", "failed", "done");
        assertThat(end.complete()).isFalse();
    }

    @Test
    void aBranchWhoseParentNeverCameThatFarCannotBeRun() throws Exception {
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, TinyStudy.branchOfWhatNeverMemorises(1));
        assertThat(states(end)).containsExactly("cannot be run");
        assertThat(end.complete()).isTrue();
    }

    @Test
    void howLongABranchTakesToGrokIsNotAskedOfAParentThatHasGrokked() throws Exception {
        StudyProgress end = TinyStudy.run(runs(), StudyArchive.NONE, TinyStudy.branchOfWhatHasGrokked());
        assertThat(states(end)).containsExactly("cannot be run");
        assertThat(ids()).as("the parent alone").hasSize(1);
    }

    @Test
    void theAblationIsMeasuredOnceAndKeptBesideTheRun() throws Exception {
        TrialState state = TinyStudy.run(runs(), StudyArchive.NONE, TinyStudy.ablated()).cells().getFirst().state();
        FoundRun run = ((TrialState.Done) state).run();
        int grokked = run.history().milestones().step(Milestone.GROKKED).orElseThrow();
        Findings.Ablated found = Findings.ablation(run).orElseThrow();
        assertThat(found.step()).isEqualTo(grokked);
        assertThat(found.ablation().intact()).isEqualTo(accuracy(run, grokked));
        assertThat(found.ablation().without()).hasSize(4);
    }

    @Test
    void aCheckpointThatIsDamagedDoesNotUndoARunWhoseLogSaysWhatIsNeeded() throws Exception {
        Trained cell = new Trained("alarm", TinyStudy.synchronised().configuration(), Finding.PERMUTATION);
        TinyStudy.run(runs(), StudyArchive.NONE, TinyStudy.synchronised());
        RunDirectory run = new RunLibrary(runs()).runs().getFirst();
        for (int step : run.checkpointSteps()) {
            Files.writeString(run.path().resolve("checkpoints/step-%08d.safetensors".formatted(step)), "damaged");
        }
        assertThat(states(TinyStudy.run(runs(), StudyArchive.NONE, cell))).containsExactly("done");
    }

    @Test
    void theTestOfTheCeilingIsMadeWhereItsCheckpointIsAtHand() throws Exception {
        Trained cell = new Trained("alarm", TinyStudy.synchronised().configuration(), Finding.PERMUTATION);
        TrialState state = TinyStudy.run(runs(), StudyArchive.NONE, cell).cells().getFirst().state();
        FoundRun run = ((TrialState.Done) state).run();
        Findings.Permuted found = Findings.permutation(run).orElseThrow();
        assertThat(found.step()).isEqualTo(run.history().milestones().step(Milestone.CEILING).orElseThrow());
        assertThat(found.shuffles()).isEqualTo(1000);
        assertThat(found.p()).isBetween(1 / 1001.0, 1.0);
    }

    @Test
    void progressIsToldUntilAllIsDone() throws Exception {
        List<StudyProgress> heard = new ArrayList<>();
        TinyStudy.run(runs(), StudyArchive.NONE, heard, FIRST, SECOND);
        assertThat(heard.getFirst().done()).isZero();
        assertThat(heard.getLast().done()).isEqualTo(2);
        assertThat(heard.getLast().stepsLeft()).isZero();
    }

    /** All pairs: those trained on and those not. */
    private static double accuracy(FoundRun run, int step) {
        var evaluation = run.history().evaluations().stream().filter(it -> it.step() == step).findFirst()
                .orElseThrow();
        int all = 49;
        int train = (int) (0.5 * all);
        double right = Math.round(evaluation.value(Measure.TRAIN_ACCURACY) * train)
                + Math.round(evaluation.value(Measure.VALIDATION_ACCURACY) * (all - train));
        return right / all;
    }

    private StudyArchive archived(Trial cell) throws Exception {
        TinyStudy.run(runs(), StudyArchive.NONE, cell);
        Path archive = folder.resolve("archive");
        ArchiveCopy.of(new Study("tiny", "", "", List.of(cell), Set.of()), runs(), archive);
        return new StudyArchive(Optional.of(archive));
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private List<String> ids() throws IOException {
        return new RunLibrary(runs()).runs().stream().map(run -> run.head().id()).toList();
    }

    private static List<String> states(StudyProgress progress) {
        return progress.cells().stream().map(cell -> cell.state().label()).toList();
    }

    private Map<String, String> contents() throws IOException {
        try (Stream<Path> files = Files.walk(runs())) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                contents.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return contents;
        }
    }
}
