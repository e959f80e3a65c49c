package org.grokscope.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestones;
import org.grokscope.measure.Performance;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Seeds;
import org.grokscope.workbench.inspector.Fact.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {
    private static final Evaluation MEASURED = Evaluation.at(1200)
            .performance(new Performance(0.0005, 0.998, 4.25, 0.25)).set(Measure.FSD, 0.4567)
            .set(Measure.PEAK_FREQUENCY, 8).set(Measure.FSD_NULL_95, 0.1).set(Measure.RANK, 12.5)
            .set(Measure.RANK_ONE_SHARE, 0.3).set(Measure.RESTRICTED_LOSS, 0.4).set(Measure.EXCLUDED_LOSS, 3)
            .set(Measure.WEIGHT_NORM, 1034.56).set(Measure.WEIGHT_DECAY, 2.5).set(Measure.STEPS_PER_SECOND, 40).build();
    private static final Evaluation UNMEASURED = Evaluation.at(0).set(Measure.WEIGHT_DECAY, 1).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"train accuracy | 99.8%", "validation accuracy | 25.0%",
            "train loss | 5.0e-4", "validation loss | 4.250", "FSD | 0.457", "peak frequency | k = 8",
            "median rank | 12.5", "weight norm | 1,034.6", "weight decay λ | 2.5"})
    void theCardOfAStepHasTheValuesOfItsEvaluation(String label, String value) {
        assertThat(value(run(MEASURED), "Step 1,200", label)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"train accuracy", "validation accuracy", "train loss", "validation loss", "FSD", "peak frequency",
            "median rank", "weight norm"})
    void whatWasNotMeasuredIsADash(String label) {
        assertThat(value(run(UNMEASURED), "Step 0", label)).isEqualTo("—");
    }

    @Test
    void ofALongRunThatIsStillBeingReadNothingIsSaidThatMayTurnOutWrong() {
        RunHistory whole = run(MEASURED);
        RunHistory glance = new RunHistory(whole.head(), whole.state(), whole.evaluations(), whole.events(),
                whole.checkpoints(), whole.resumable(), Milestones.at(Map.of()), whole.leftOut(), whole.notes(), false);
        assertThat(Cards.of(List.of(), glance, OptionalInt.empty()).getFirst().facts().getFirst().value())
                .contains("still being read");
        assertThat(value(glance, whole.head().name(), "grokked")).isEqualTo("\u2026");
        assertThat(value(glance, "Step 1,200", "train accuracy")).isEqualTo("99.8%");
    }

    @Test
    void aWholeMedianRankHasNoDecimals() {
        assertThat(value(run(evaluation(0, 0.1, 0.1, 0.1)), "Step 0", "median rank")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "49, 0", "50, 0", "51, 100", "100, 100", "149, 100", "151, 200", "9999, 300"})
    void theEvaluationNearestToTheCursorIsShownAndOfTwoAsNearTheEarlier(int cursor, int step) {
        assertThat(Cards.of(List.of(), four(), OptionalInt.of(cursor))).extracting(Card::title)
                .contains("Step " + step);
    }

    @Test
    void withoutACursorTheLastEvaluationIsShown() {
        assertThat(titles(four())).contains("Step 300");
    }

    @Test
    void theCardOfAStepSaysWhetherItHasACheckpoint() {
        RunHistory run = SampleHistories.grokked();
        assertThat(Cards.of(List.of(), run, OptionalInt.of(500)).get(2).note()).isEqualTo("checkpoint");
        assertThat(Cards.of(List.of(), run, OptionalInt.of(600)).get(2).note()).isEmpty();
    }

    @Test
    void theExplanationIsOfTheStepAtTheCursor() {
        RunHistory run = SampleHistories.grokked();
        assertThat(remarks(Cards.of(List.of(), run, OptionalInt.of(0)), "What am I seeing?"))
                .containsExactly(Explanation.of(List.of(), run, run.evaluations().getFirst()))
                .doesNotContainAnyElementsOf(
                        remarks(Cards.of(List.of(), run, OptionalInt.empty()), "What am I seeing?"));
    }

    @Test
    void aRunWithoutEvaluationsHasNoCardOfAStep() {
        assertThat(titles(SampleHistories.empty())).containsExactly("add mod 97 · seed 42", "Configuration",
                "Computed on");
    }

    @ParameterizedTest
    @CsvSource({"memorised", "FSD ceiling", "grokked", "lead", "norm at grok"})
    void aMilestoneThatWasNotReachedIsADash(String label) {
        assertThat(milestone(run(UNMEASURED), label).value()).isEqualTo("—");
    }

    @ParameterizedTest
    @CsvSource({"restricted sync", "destabilised"})
    void aMilestoneThatFewRunsReachIsLeftOutUntilThen(String label) {
        assertThat(card(run(UNMEASURED), "A run").facts()).extracting(Fact::label).doesNotContain(label);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"memorised | 300", "FSD ceiling | 1,700", "grokked | 4,000"})
    void aMilestoneIsDatedByItsStep(String label, String step) {
        assertThat(milestone(run(evaluation(300, 0.99, 0.1, 0.1), evaluation(1700, 1, 0.1, 0.8),
                evaluation(4000, 1, 0.95, 0.9)), label).value()).isEqualTo(step);
    }

    @Test
    void aRestrictedSynchronisationIsDated() {
        assertThat(milestone(run(MEASURED), "restricted sync").value()).isEqualTo("1,200");
    }

    @Test
    void aDestabilisationIsDatedAndStandsOut() {
        assertThat(milestone(run(evaluation(0, 1, 0.95, 0.9), evaluation(100, 1, 0.4, 0.9),
                evaluation(200, 1, 0.4, 0.9)), "destabilised")).isEqualTo(new Fact("destabilised", "100", Tone.BAD));
    }

    @Test
    void aLeadOfTheCeilingHasAPlusAndIsGood() {
        assertThat(milestone(run(evaluation(0, 1, 0.1, 0.8), evaluation(2500, 1, 0.95, 0.8)), "lead"))
                .isEqualTo(new Fact("lead", "+2,500", Tone.GOOD));
    }

    @Test
    void aCeilingAfterGrokkingHasAMinusAndIsPlain() {
        assertThat(milestone(run(evaluation(0, 1, 0.95, 0.1), evaluation(2500, 1, 0.95, 0.8)), "lead"))
                .isEqualTo(new Fact("lead", "−2,500", Tone.PLAIN));
    }

    @Test
    void theNormAtGrokIsThatOfTheStepOfGrokking() {
        Evaluation grokked = evaluation(100, 1, 0.95, 0.9);
        assertThat(milestone(run(evaluation(0, 1, 0.1, 0.9), withNorm(grokked, 33.33), evaluation(200, 1, 1, 0.9)),
                "norm at grok").value()).isEqualTo("33.3");
    }

    @ParameterizedTest
    @CsvSource({"NEW, PLAIN", "TRAINING, GOOD", "PAUSED, PLAIN", "INTERRUPTED, BAD", "FINISHED, PLAIN",
            "DIVERGED, BAD", "FAILED, BAD"})
    void everyStateHasItsTone(RunState state, Tone tone) {
        assertThat(milestone(history(state, List.of(), RunConfiguration.PAPER, UNMEASURED), "state"))
                .isEqualTo(new Fact("state", state.label(), tone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"task | a + b mod 97", "train fraction | 0.3", "network | full, 2 blocks",
            "width, heads, MLP | 128, 4, 512", "λ | 1", "learning rate | 0.001", "batch | 512",
            "seed | 42", "last step | 8,000", "evaluated every | 100", "checkpoint every | 500"})
    void theConfigurationIsSpeltOut(String label, String value) {
        assertThat(value(run(UNMEASURED), "Configuration", label)).isEqualTo(value);
    }

    @Test
    void aDataSeedOfItsOwnIsSaid() {
        RunConfiguration configuration = RunConfiguration.PAPER.with(new Seeds(1, 2));
        assertThat(value(history(RunState.NEW, List.of(), configuration), "Configuration", "data seed"))
                .isEqualTo("2");
    }

    @Test
    void anEarlyStopIsSaid() {
        RunConfiguration configuration = RunConfiguration.PAPER.ending(9000, 1500);
        assertThat(value(history(RunState.NEW, List.of(), configuration), "Configuration", "stop after grok"))
                .isEqualTo("1,500");
    }

    @Test
    void aRunThatDoesNotStopEarlySaysNothingOfIt() {
        assertThat(card(run(UNMEASURED), "Configuration").facts()).extracting(Fact::label)
                .doesNotContain("stop after grok");
    }

    @Test
    void whatItWasComputedOnIsSpeltOut() {
        assertThat(card(run(UNMEASURED), "Computed on").facts()).containsExactly(Fact.of("device", "cpu"),
                Fact.of("processor", "A processor"), Fact.of("threads", "2"), Fact.of("java", "25"));
    }

    @Test
    void aProcessorThatIsNamedLikeItsDeviceIsNotRepeated() {
        assertThat(card(SampleHistories.grokked(), "Computed on").facts()).extracting(Fact::label)
                .containsExactly("device", "threads");
    }

    @Test
    void whatCouldNotBeReadIsTheLastCard() {
        Card last = Cards
                .of(List.of(), history(RunState.PAUSED, List.of("One.", "Two."), RunConfiguration.PAPER, MEASURED),
                        OptionalInt.empty())
                .getLast();
        assertThat(last).isEqualTo(new Card("Not read", "", List.of(Fact.remark("One."), Fact.remark("Two."))));
    }

    @Test
    void aRunThatCouldBeReadWholeHasNoCardOfWhatCouldNot() {
        assertThat(titles(run(MEASURED))).doesNotContain("Not read");
    }

    @Test
    void aCardIsCopiedAsLinesOfLabelsAndValues() {
        assertThat(new Card("Title", "note", List.of(Fact.of("label", "value"), Fact.remark("A remark."))).text())
                .isEqualTo("Title\nlabel\tvalue\nA remark.\n");
    }

    private static RunHistory four() {
        return run(IntStream.range(0, 4).mapToObj(i -> evaluation(100 * i, 0.1, 0.1, 0.1))
                .toArray(Evaluation[]::new));
    }

    private static RunHistory run(Evaluation... evaluations) {
        return history(RunState.PAUSED, List.of(), RunConfiguration.PAPER, evaluations);
    }

    private static RunHistory history(RunState state, List<String> leftOut, RunConfiguration configuration,
            Evaluation... evaluations) {
        RunHead head = new RunHead("a-run", "A run", Instant.EPOCH, configuration, null,
                new Environment("cpu", "A processor", 2, new TreeMap<>(Map.of("java", "25", "unknown", ""))));
        return new RunHistory(head, state, List.of(evaluations), List.of(), List.of(),
                Milestones.of(List.of(evaluations), configuration.thresholds()), leftOut);
    }

    private static Evaluation evaluation(int step, double train, double validation, double fsd) {
        return SampleHistories.evaluation(step, train, validation, fsd);
    }

    private static Evaluation withNorm(Evaluation it, double norm) {
        return it.with(Measure.WEIGHT_NORM, norm);
    }

    private static List<String> titles(RunHistory run) {
        return Cards.of(List.of(), run, OptionalInt.empty()).stream().map(Card::title).toList();
    }

    private static Card card(RunHistory run, String title) {
        return Cards.of(List.of(), run, OptionalInt.empty()).stream().filter(card -> card.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Fact fact(Card card, String label) {
        return card.facts().stream().filter(fact -> fact.label().equals(label)).findFirst().orElseThrow();
    }

    private static Fact milestone(RunHistory run, String label) {
        return fact(card(run, "A run"), label);
    }

    private static String value(RunHistory run, String title, String label) {
        return fact(card(run, title), label).value();
    }

    private static List<String> remarks(List<Card> cards, String title) {
        return cards.stream().filter(card -> card.title().equals(title)).flatMap(card -> card.facts().stream())
                .map(Fact::value).toList();
    }
}
