package org.grokscope.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence about a recorded run is held against what the run did. */
@SharesNothing
class ExplanationTest {
    private static final Path SAMPLES = Path.of("sample-runs");
    private static final Pattern GROKS_AT = Pattern.compile("groks at step ([\\d,]+)");
    private static final Pattern ENDS_AT = Pattern.compile("(?:run ends|end of the run,) at step ([\\d,]+)");
    private static final Pattern AGAIN_AT = Pattern.compile("again at step ([\\d,]+)");

    static Stream<RunHistory> recorded() throws IOException {
        List<RunHistory> runs = new ArrayList<>(read(SAMPLES));
        for (String study : List.of("architectures", "false-alarms", "fork-law", "groups", "leads",
                "triggered")) {
            runs.addAll(read(SAMPLES.resolve("studies").resolve(study)));
        }
        return runs.stream();
    }

    private static List<RunHistory> read(Path folder) throws IOException {
        List<RunHistory> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(folder).runs()) {
            runs.add(run.history());
        }
        return runs;
    }

    @Test
    void ofAnFsdThatWasNotMeasuredNothingIsClaimed() {
        RunHistory curves = SampleHistories.withoutSynchronization();
        for (Evaluation at : curves.evaluations()) {
            assertThat(Explanation.of(List.of(curves), curves, at)).as("at " + at.step())
                    .doesNotContain("The FSD", "the FSD", "its FSD", "NaN");
        }
        assertThat(Explanation.of(List.of(curves), curves, curves.evaluations().getLast()))
                .contains("Whether an FSD would have announced it is not known");
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void whatIsSaidOfARecordedRunIsTrueAtEveryEvaluation(RunHistory run) {
        OptionalInt grokked = run.milestones().step(Milestone.GROKKED);
        OptionalInt lead = run.milestones().lead();
        for (Evaluation at : run.evaluations()) {
            String text = Explanation.of(List.of(run), run, at);
            assertThat(text).as(run.head().id() + " at " + at.step()).isNotBlank().doesNotContain("about to", "NaN",
                    "\u2014").endsWith(".");
            claim(text, "groks at step", step(GROKS_AT, text), (it, said) -> grokked.orElse(-1) == said
                    && it.step() < said, at);
            claim(text, "run ends at step", step(ENDS_AT, text), (it, said) -> run.lastStep() == said, at);
            claim(text, "again at step", step(AGAIN_AT, text), (it, said) -> it.step() < said
                    && run.evaluations().stream().anyMatch(e -> e.step() == said), at);
            claim(text, "It has grokked", 0, (it, _) -> it.value(Measure.VALIDATION_ACCURACY) >= 0.95, at);
            claim(text, "false alarm", 0, (it, _) -> grokked.isEmpty(), at);
            claim(text, "without grokking", 0, (it, _) -> grokked.isEmpty(), at);
            claim(text, "crushed", 0, (it, _) -> it.value(Measure.TRAIN_ACCURACY) < 0.5
                    && !(it.value(Measure.FSD) > it.value(Measure.FSD_NULL_95)), at);
            claim(text, "The FSD announced it", 0, (it, _) -> lead.orElse(0) > 0, at);
            claim(text, "FSD did not announce", 0, (it, _) -> lead.orElse(0) <= 0, at);
            claim(text, "known by heart", 0, (it, _) -> it.value(Measure.TRAIN_ACCURACY) >= 0.95, at);
            claim(text, "above its null band", 0, (it, _) -> it.value(Measure.FSD) > it.value(Measure.FSD_NULL_95), at);
        }
    }

    private static void claim(String text, String words, int said, BiPredicate<Evaluation, Integer> truth,
            Evaluation at) {
        if (text.contains(words)) {
            assertThat(truth.test(at, said)).as(at.step() + ": " + text).isTrue();
        }
    }

    private static int step(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1).replace(",", "")) : -1;
    }

    @Test
    void theCrushedSampleIsCalledAFalseAlarm() throws IOException {
        RunHistory run = RunDirectory.open(SAMPLES.resolve("add-97-seed-42-wd-10")).history();
        assertThat(Explanation.of(List.of(run), run, run.evaluations().getLast())).isEqualTo("The FSD is 1.00, at its "
                + "ceiling, and announces nothing: the network knows 13.8% of its training pairs and 10.1% of the "
                + "others. A false alarm: the run ends at step 5,000 without grokking.");
    }

    @Test
    void theFlagshipSampleSaysThatTheFsdAnnouncedIt() throws IOException {
        RunHistory run = RunDirectory.open(SAMPLES.resolve("add-97-seed-123")).history();
        assertThat(Explanation.of(List.of(run), run, run.at(Milestone.GROKKED).orElseThrow())).isEqualTo("It has "
                + "grokked: it answers 98.0% of the pairs it was never trained on. The FSD announced it: it reached "
                + "its ceiling 400 steps before, at step 2,800.");
    }

    @Test
    void whereTheFsdDidNotAnnounceGrokkingItSaysHowOftenItDoes() throws IOException {
        List<RunHistory> leads = read(SAMPLES.resolve("studies/leads"));
        RunHistory run = leads.stream().filter(it -> it.head().id().equals("add-97-seed-42")).findFirst()
                .orElseThrow();
        assertThat(Explanation.of(leads, run, run.evaluations().getLast())).endsWith("The FSD did not announce it: it "
                + "reaches its ceiling only at step 3,800. Of the 5 runs here with these settings that grokked, it "
                + "announced 4.");
    }

    @Test
    void aRunInTrainingIsPromisedNothing() {
        RunHistory run = SampleHistories.of(IntStream.of(0, 100, 200).mapToObj(step -> SampleHistories.evaluation(step,
                1, 0.2, step == 200 ? 0.9 : 0.1)).toList(), 100, RunState.TRAINING);
        assertThat(Explanation.of(List.of(run), run, run.evaluations().getLast())).isEqualTo("The FSD has reached its "
                + "ceiling and stands above its null band. That often comes before grokking, and is no promise of it. "
                + "No run with these settings has grokked here yet.");
    }

    @Test
    void aRunThatAlreadyGeneralisesIsNotToldToWaitForTheFirstSign() {
        assertThat(inTraining(0.915, 0.5))
                .isEqualTo("The network is generalising: it answers 91.5% of the pairs it was "
                        + "never trained on. It counts as grokked from 95.0% on.");
        assertThat(inTraining(0.2, 0.5))
                .endsWith("the FSD, 0.50, stands above its null band: the neurons agree more than "
                        + "by chance.");
        assertThat(inTraining(0.2, 0)).endsWith("a rising FSD above its null band would be the first sign of more.");
    }

    private static String inTraining(double validation, double fsd) {
        RunHistory run = SampleHistories.of(IntStream.of(0, 100, 200).mapToObj(step -> SampleHistories
                .evaluation(step, 1, validation, fsd).toBuilder().set(Measure.FSD_NULL_95, 0.1).build()).toList(), 100,
                RunState.TRAINING);
        return Explanation.of(List.of(run), run, run.evaluations().getLast());
    }
}
