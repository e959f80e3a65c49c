package org.grokscope.workbench.newrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.TaskSettings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.task.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class NewRunFormTest {
    /** What is wrong in each field whatever stands in the others. */
    private static final Map<NewRunField, String> WRONG = Map.ofEntries(Map.entry(NewRunField.OPERATION, "divide"),
            Map.entry(NewRunField.P, "96"), Map.entry(NewRunField.TRAIN_FRACTION, "1"),
            Map.entry(NewRunField.KIND, "huge"), Map.entry(NewRunField.BLOCKS, "5"),
            Map.entry(NewRunField.WIDTH, "0"), Map.entry(NewRunField.HEADS, "0"),
            Map.entry(NewRunField.MLP_WIDTH, "-512"), Map.entry(NewRunField.WEIGHT_DECAY, "-1"),
            Map.entry(NewRunField.LEARNING_RATE, "0"), Map.entry(NewRunField.BATCH, "0"),
            Map.entry(NewRunField.STEPS, "many"), Map.entry(NewRunField.STOP_AFTER_GROK, "-1"),
            Map.entry(NewRunField.WEIGHT_DECAY_SCHEDULE, "soon:2"),
            Map.entry(NewRunField.EVALUATE_EVERY, "0"), Map.entry(NewRunField.CHECKPOINT_EVERY, "0.5"),
            Map.entry(NewRunField.SEEDS, "one"), Map.entry(NewRunField.DATA_SEED, "1, 2"),
            Map.entry(NewRunField.NAME, "n".repeat(121)));

    private final NewRunForm form = new NewRunForm();

    @Test
    void atFirstOneRunOfThePapersConfigurationIsPlanned() {
        assertThat(plan().runs())
                .containsExactly(new PlannedRun("add mod 97 · seed 42", RunConfiguration.PAPER));
    }

    @Test
    void atFirstNothingIsWrong() {
        assertThat(plan().problems()).isEmpty();
    }

    @Test
    void everyFieldFindsItsPlaceInTheConfiguration() {
        type(Map.ofEntries(Map.entry(NewRunField.OPERATION, "multiply"), Map.entry(NewRunField.P, "113"),
                Map.entry(NewRunField.TRAIN_FRACTION, "0.4"), Map.entry(NewRunField.KIND, "attention-only"),
                Map.entry(NewRunField.BLOCKS, "1"), Map.entry(NewRunField.WIDTH, "96"),
                Map.entry(NewRunField.HEADS, "3"), Map.entry(NewRunField.MLP_WIDTH, "256"),
                Map.entry(NewRunField.WEIGHT_DECAY, "2.5"), Map.entry(NewRunField.LEARNING_RATE, "2e-3"),
                Map.entry(NewRunField.BATCH, "64"), Map.entry(NewRunField.STEPS, "9000"),
                Map.entry(NewRunField.STOP_AFTER_GROK, "1500"),
                Map.entry(NewRunField.WEIGHT_DECAY_SCHEDULE, "ceiling:5"), Map.entry(NewRunField.EVALUATE_EVERY, "50"),
                Map.entry(NewRunField.CHECKPOINT_EVERY, "250"), Map.entry(NewRunField.SEEDS, "7"),
                Map.entry(NewRunField.DATA_SEED, "8"), Map.entry(NewRunField.NAME, "A name")));
        RunConfiguration paper = RunConfiguration.PAPER;
        assertThat(plan().runs()).containsExactly(new PlannedRun("A name",
                new RunConfiguration(new TaskSettings(Operation.MULTIPLY, 113, 0.4),
                        new ModelSettings(ModelKind.ATTENTION_ONLY, 1, 96, 3, 256),
                        new OptimizerSettings(2e-3, 2.5, 0.9, 0.999, 1e-8, 64),
                        new ScheduleSettings(9000, 1500, WeightDecaySchedule.parse("ceiling:5")),
                        new EvaluationSettings(50, 250), paper.thresholds(), new Seeds(7, 8))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"P | 96", "P | 4", "P | 1009", "P | 97.0", "P | ''", "OPERATION | divide",
            "OPERATION | ''", "TRAIN_FRACTION | 0", "TRAIN_FRACTION | 1", "TRAIN_FRACTION | 0.0001",
            "TRAIN_FRACTION | 30%", "KIND | huge", "BLOCKS | 0", "BLOCKS | 5", "WIDTH | 0", "WIDTH | 5000",
            "WIDTH | wide", "HEADS | 3", "HEADS | 0", "HEADS | two", "MLP_WIDTH | 0", "MLP_WIDTH | 99999",
            "WEIGHT_DECAY | -1", "WEIGHT_DECAY | NaN", "WEIGHT_DECAY | Infinity", "WEIGHT_DECAY | 1e999",
            "WEIGHT_DECAY | 1d", "LEARNING_RATE | 0", "LEARNING_RATE | -0.1", "LEARNING_RATE | fast", "BATCH | 0",
            "BATCH | 512.5", "STEPS | text", "STEPS | -1", "STEPS | 0", "STEPS | 99999999999", "STEPS | 8,00",
            "WEIGHT_DECAY_SCHEDULE | ceiling", "WEIGHT_DECAY_SCHEDULE | grok:2", "STOP_AFTER_GROK | -1",
            "STOP_AFTER_GROK | soon", "EVALUATE_EVERY | 0", "EVALUATE_EVERY | ''",
            "CHECKPOINT_EVERY | 0", "CHECKPOINT_EVERY | never", "SEEDS | ''", "SEEDS | one", "SEEDS | 1, two",
            "SEEDS | 1.5", "SEEDS | 99999999999999999999", "DATA_SEED | 1,2", "DATA_SEED | x"})
    void aWrongFieldIsMarkedAlone(NewRunField field, String typed) {
        form.field(field).set(typed);
        assertThat(plan().problems()).containsOnlyKeys(field);
    }

    @Property(tries = 200)
    void allWrongFieldsAreMarkedAndNoOthers(@ForAll @NotEmpty Set<NewRunField> fields) {
        NewRunForm any = new NewRunForm();
        fields.forEach(field -> any.field(field).set(WRONG.get(field)));
        assertThat(any.plan().getValue().problems()).containsOnlyKeys(fields);
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        form.field(NewRunField.STEPS).set("many");
        assertThat(plan().problems()).containsEntry(NewRunField.STEPS,
                "Last step must be a whole number, not 'many'.");
    }

    @Test
    void whatIsMissingIsSaidInASentence() {
        form.field(NewRunField.P).set("  ");
        assertThat(plan().problems()).containsEntry(NewRunField.P, "Modulus p is missing: enter a whole number.");
    }

    @Test
    void whileAnythingIsWrongNothingIsPlanned() {
        form.field(NewRunField.P).set("96");
        assertThat(plan().runs()).isEmpty();
        assertThat(plan().ready()).isFalse();
    }

    @Test
    void aFieldThatIsPutRightIsNoLongerMarked() {
        form.field(NewRunField.P).set("96");
        form.field(NewRunField.P).set("97");
        assertThat(plan().ready()).isTrue();
    }

    @Test
    void headsAreNotBlamedForAWidthThatIsWrong() {
        type(Map.of(NewRunField.WIDTH, "wide", NewRunField.HEADS, "3"));
        assertThat(plan().problems()).containsOnlyKeys(NewRunField.WIDTH);
    }

    @Test
    void headsAreMeasuredByTheWidthThatIsTyped() {
        type(Map.of(NewRunField.WIDTH, "96", NewRunField.HEADS, "3"));
        assertThat(plan().problems()).isEmpty();
    }

    @Test
    void theTrainFractionIsMeasuredByTheModulusThatIsTyped() {
        type(Map.of(NewRunField.P, "5", NewRunField.TRAIN_FRACTION, "0.03"));
        assertThat(plan().problems()).containsOnlyKeys(NewRunField.TRAIN_FRACTION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"8,000", "' 8000 '"})
    void aWholeNumberMayBeGroupedAndPadded(String typed) {
        form.field(NewRunField.STEPS).set(typed);
        assertThat(only().schedule().steps()).isEqualTo(8000);
    }

    @Test
    void withoutAStepToStopAtTheRunGoesOnToItsLast() {
        form.field(NewRunField.STOP_AFTER_GROK).set("");
        assertThat(only().schedule().stopAfterGrok()).isZero();
    }

    @Test
    void severalSeedsMakeARunEach() {
        form.field(NewRunField.SEEDS).set("42, 0,-1 7");
        assertThat(plan().runs()).extracting(run -> run.configuration().seeds()).containsExactly(new Seeds(42, 42),
                new Seeds(0, 0), new Seeds(-1, -1), new Seeds(7, 7));
    }

    @ParameterizedTest
    @CsvSource({"''", "A name"})
    void runsOfSeveralSeedsHaveNamesOfTheirOwn(String name) {
        type(Map.of(NewRunField.SEEDS, "42, 0, 1", NewRunField.NAME, name));
        assertThat(plan().runs()).extracting(PlannedRun::name).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aNameForSeveralRunsIsFollowedByTheSeed() {
        type(Map.of(NewRunField.SEEDS, "42, 0", NewRunField.NAME, "A name"));
        assertThat(plan().runs()).extracting(PlannedRun::name).containsExactly("A name · seed 42", "A name · seed 0");
    }

    @Test
    void aSeedTypedTwiceMakesOneRun() {
        form.field(NewRunField.SEEDS).set("42, 0, 42");
        assertThat(plan().runs()).extracting(run -> run.configuration().seeds().seed()).containsExactly(42L, 0L);
    }

    @Test
    void aDataSeedIsSharedByAllRuns() {
        type(Map.of(NewRunField.SEEDS, "1, 2", NewRunField.DATA_SEED, "9"));
        assertThat(plan().runs()).extracting(run -> run.configuration().seeds()).containsExactly(new Seeds(1, 9),
                new Seeds(2, 9));
    }

    @Test
    void theSummaryCountsThePairs() {
        assertThat(plan().summary()).isEqualTo("2,822 pairs to train on, 6,587 to validate with.");
    }

    @Test
    void theSummarySaysWhenAStepSeesAllPairs() {
        form.field(NewRunField.BATCH).set("2822");
        assertThat(plan().summary()).endsWith("; each step sees all of the first.");
        form.field(NewRunField.BATCH).set("2821");
        assertThat(plan().summary()).doesNotContain("each step");
    }

    @Test
    void theSuggestedNameLeavesTheTypedOneAside() {
        form.field(NewRunField.NAME).set("A name");
        assertThat(form.suggestedName().getValue()).isEqualTo("add mod 97 · seed 42");
    }

    @Test
    void forSeveralRunsTheFirstNameIsSuggestedAndTheOthersCounted() {
        form.field(NewRunField.SEEDS).set("1, 2, 3");
        assertThat(form.suggestedName().getValue()).isEqualTo("add mod 97 · seed 1, and 2 more");
    }

    @Test
    void whileAnythingIsWrongNoNameIsSuggested() {
        form.field(NewRunField.P).set("96");
        assertThat(form.suggestedName().getValue()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = NewRunField.class, mode = Mode.EXCLUDE, names = {"STOP_AFTER_GROK", "WEIGHT_DECAY_SCHEDULE",
            "DATA_SEED", "NAME"})
    void onlyFourFieldsMayStayEmpty(NewRunField field) {
        form.field(field).set("");
        assertThat(plan().problems()).containsOnlyKeys(field);
    }

    private void type(Map<NewRunField, String> typed) {
        typed.forEach((field, text) -> form.field(field).set(text));
    }

    private Plan plan() {
        return form.plan().getValue();
    }

    private RunConfiguration only() {
        List<PlannedRun> runs = plan().runs();
        assertThat(runs).hasSize(1);
        return runs.getFirst().configuration();
    }
}
