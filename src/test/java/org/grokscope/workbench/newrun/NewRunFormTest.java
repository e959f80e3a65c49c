package org.grokscope.workbench.newrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.StringProperty;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.run.Preset;
import org.grokscope.settings.SettingValues;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.settings.TypedSettings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.grokscope.task.group.GroupName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewRunFormTest {
    /** What is wrong in each field whatever stands in the others. */
    private static final Map<String, String> WRONG = Map.ofEntries(Map.entry("operation", "power"),
            Map.entry("group", "Q8"),
            Map.entry("p", "1"), Map.entry("trainFraction", "1"), Map.entry("split", "numpy:1"),
            Map.entry("kind", "huge"), Map.entry("blocks", "5"),
            Map.entry("width", "0"), Map.entry("heads", "0"),
            Map.entry("mlpWidth", "-512"), Map.entry("weightDecay", "-1"),
            Map.entry("learningRate", "0"), Map.entry("batch", "0"), Map.entry("labels", "none"),
            Map.entry("beta1", "1"), Map.entry("beta2", "-0.1"), Map.entry("epsilon", "0"),
            Map.entry("steps", "many"), Map.entry("stopAfterGrok", "-1"),
            Map.entry("weightDecaySchedule", "soon:2"),
            Map.entry("evaluateEvery", "0"), Map.entry("checkpointEvery", "0.5"),
            Map.entry("seed", "one"), Map.entry("dataSeed", "1, 2"),
            Map.entry("name", "n".repeat(121)));

    private final NewRunForm form = new NewRunForm(new SimpleObjectProperty<>(Optional.empty()));

    @Test
    void atFirstOneRunOfThePapersConfigurationIsPlanned() {
        assertThat(plan().runs())
                .containsExactly(new PlannedRun("add mod 97 · seed 42", RunConfiguration.PAPER));
    }

    @Test
    void aGroupBringsItsOperationAndOrderAndTakesThemAlong() {
        form.field(Settings.GROUP).set("S5");
        assertThat(plan().runs().getFirst().configuration())
                .isEqualTo(RunConfiguration.PAPER.composing(GroupName.parse("S5")));
        form.field(Settings.GROUP).set("S");
        assertThat(plan().problems()).containsKey("group");
        form.field(Settings.GROUP).set("");
        assertThat(plan().runs().getFirst().configuration()).isEqualTo(RunConfiguration.PAPER);
    }

    @Test
    void atFirstThePapersPresetStandsInTheFields() {
        assertThat(form.preset().getValue()).contains(Preset.of("paper"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "nanda", "power", "omnigrok"})
    void aPresetFillsAllFieldsButTheSeeds(String name) {
        type(Map.of("width", "96", "seed", "7"));
        form.fill(Preset.of(name));
        assertThat(form.preset().getValue()).contains(Preset.of(name));
        assertThat(only()).isEqualTo(TypedSettings.of(Preset.of(name).typed(), Setting::label).configurations()
                .getFirst().withSeed(7));
    }

    @Test
    void aFieldOfOnesOwnIsNoPreset() {
        form.fill(Preset.of("nanda"));
        field("warmup").set("11");
        assertThat(form.preset().getValue()).isEmpty();
    }

    @Test
    void atFirstNothingIsWrong() {
        assertThat(plan().problems()).isEmpty();
    }

    @Test
    void everyFieldFindsItsPlaceInTheConfiguration() {
        type(Map.ofEntries(Map.entry("operation", "multiply"), Map.entry("p", "113"),
                Map.entry("trainFraction", "0.4"), Map.entry("kind", "attention-only"),
                Map.entry("blocks", "1"), Map.entry("width", "96"),
                Map.entry("heads", "3"), Map.entry("mlpWidth", "256"),
                Map.entry("weightDecay", "2.5"), Map.entry("learningRate", "2e-3"),
                Map.entry("batch", "64"), Map.entry("labels", "shuffled"),
                Map.entry("beta1", "0.8"), Map.entry("beta2", "0.98"), Map.entry("epsilon", "1e-6"),
                Map.entry("steps", "9000"),
                Map.entry("stopAfterGrok", "1500"),
                Map.entry("weightDecaySchedule", "ceiling:5"), Map.entry("evaluateEvery", "50"),
                Map.entry("checkpointEvery", "250"), Map.entry("seed", "7"),
                Map.entry("dataSeed", "8"), Map.entry("name", "A name")));
        assertThat(plan().runs()).containsExactly(new PlannedRun("A name",
                SettingValues.PAPER.with(Settings.OPERATION, Operation.MULTIPLY).with(Settings.P, 113)
                        .with(Settings.TRAIN_FRACTION, 0.4).with(Settings.LABELS, Labels.SHUFFLED)
                        .with(Settings.KIND, ModelKind.ATTENTION_ONLY).with(Settings.BLOCKS, 1)
                        .with(Settings.WIDTH, 96).with(Settings.HEADS, 3).with(Settings.MLP_WIDTH, 256)
                        .with(Settings.LEARNING_RATE, 2e-3).with(Settings.WEIGHT_DECAY, 2.5)
                        .with(Settings.BETA1, 0.8).with(Settings.BETA2, 0.98).with(Settings.EPSILON, 1e-6)
                        .with(Settings.BATCH, 64).with(Settings.STEPS, 9000).with(Settings.STOP_AFTER_GROK, 1500)
                        .with(Settings.WEIGHT_DECAY_SCHEDULE, WeightDecaySchedule.parse("ceiling:5"))
                        .with(Settings.EVALUATE_EVERY, 50).with(Settings.CHECKPOINT_EVERY, 250)
                        .with(Settings.SEED, 7L).with(Settings.DATA_SEED, 8L).configuration()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"p | 1", "p | 1001", "p | 1009", "p | 97.0", "p | ''", "operation | power",
            "group | S7", "group | Q8",
            "operation | ''", "trainFraction | 0", "trainFraction | 1", "trainFraction | 0.0001",
            "trainFraction | 30%", "kind | huge", "blocks | 0", "blocks | 5", "width | 0", "width | 5000",
            "width | wide", "heads | 3", "heads | 0", "heads | two", "mlpWidth | 0", "mlpWidth | 99999",
            "weightDecay | -1", "weightDecay | NaN", "weightDecay | Infinity", "weightDecay | 1e999",
            "weightDecay | 1d", "learningRate | 0", "learningRate | -0.1", "learningRate | fast", "batch | 0",
            "batch | 512.5", "steps | text", "steps | -1", "steps | 0", "steps | 99999999999", "steps | 8,00",
            "weightDecaySchedule | ceiling", "weightDecaySchedule | grok:2", "stopAfterGrok | -1",
            "stopAfterGrok | soon", "evaluateEvery | 0", "evaluateEvery | ''",
            "checkpointEvery | 0", "checkpointEvery | never", "seed | ''", "seed | one", "seed | 1,000",
            "seed | 1, two",
            "seed | 1.5", "seed | 99999999999999999999", "dataSeed | 1,2", "dataSeed | x", "labels | ''",
            "beta1 | 1", "beta1 | ''", "beta2 | -1", "epsilon | 0", "epsilon | small"})
    void aWrongFieldIsMarkedAlone(String field, String typed) {
        field(field).set(typed);
        assertThat(plan().problems()).containsOnlyKeys(field);
    }

    @Property(tries = 200)
    void allWrongFieldsAreMarkedAndNoOthers(@ForAll @NotEmpty Set<@From("fields") String> fields) {
        NewRunForm any = new NewRunForm(new SimpleObjectProperty<>(Optional.empty()));
        fields.forEach(field -> field(any, field).set(WRONG.get(field)));
        assertThat(any.plan().getValue().problems()).containsOnlyKeys(fields);
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        field("steps").set("many");
        assertThat(plan().problems()).containsEntry("steps",
                "Last step takes a whole number, not 'many'.");
    }

    @Test
    void whatIsMissingIsSaidInASentence() {
        field("p").set("  ");
        assertThat(plan().problems()).containsEntry("p", "Modulus p is missing: it takes a whole number.");
    }

    @Test
    void whileAnythingIsWrongNothingIsPlanned() {
        field("p").set("1");
        assertThat(plan().runs()).isEmpty();
        assertThat(plan().ready()).isFalse();
    }

    @Test
    void aFieldThatIsPutRightIsNoLongerMarked() {
        field("p").set("1");
        field("p").set("97");
        assertThat(plan().ready()).isTrue();
    }

    @Test
    void headsAreNotBlamedForAWidthThatIsWrong() {
        type(Map.of("width", "wide", "heads", "3"));
        assertThat(plan().problems()).containsOnlyKeys("width");
    }

    @Test
    void headsAreMeasuredByTheWidthThatIsTyped() {
        type(Map.of("width", "96", "heads", "3"));
        assertThat(plan().problems()).isEmpty();
    }

    @Test
    void theTrainFractionIsMeasuredByTheModulusThatIsTyped() {
        type(Map.of("p", "5", "trainFraction", "0.03"));
        assertThat(plan().problems()).containsOnlyKeys("trainFraction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"8,000", "' 8000 '"})
    void aWholeNumberMayBeGroupedAndPadded(String typed) {
        field("steps").set(typed);
        assertThat(only().schedule().steps()).isEqualTo(8000);
    }

    @Test
    void withoutAStepToStopAtTheRunGoesOnToItsLast() {
        field("stopAfterGrok").set("");
        assertThat(only().schedule().stopAfterGrok()).isZero();
    }

    @Test
    void severalSeedsMakeARunEach() {
        field("seed").set("42, 0,-1 7");
        assertThat(plan().runs()).extracting(run -> run.configuration().seeds()).containsExactly(new Seeds(42, 42),
                new Seeds(0, 0), new Seeds(-1, -1), new Seeds(7, 7));
    }

    @ParameterizedTest
    @CsvSource({"''", "A name"})
    void runsOfSeveralSeedsHaveNamesOfTheirOwn(String name) {
        type(Map.of("seed", "42, 0, 1", "name", name));
        assertThat(plan().runs()).extracting(PlannedRun::name).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aNameForSeveralRunsIsFollowedByTheSeed() {
        type(Map.of("seed", "42, 0", "name", "A name"));
        assertThat(plan().runs()).extracting(PlannedRun::name).containsExactly("A name · seed 42", "A name · seed 0");
    }

    @Test
    void aSeedTypedTwiceMakesOneRun() {
        field("seed").set("42, 0, 42");
        assertThat(plan().runs()).extracting(run -> run.configuration().seeds().seed()).containsExactly(42L, 0L);
    }

    @Test
    void aDataSeedIsSharedByAllRuns() {
        type(Map.of("seed", "1, 2", "dataSeed", "9"));
        assertThat(plan().runs()).extracting(run -> run.configuration().seeds()).containsExactly(new Seeds(1, 9),
                new Seeds(2, 9));
    }

    @Test
    void theSummaryCountsThePairs() {
        assertThat(plan().summary()).isEqualTo("2,822 pairs to train on, 6,587 to validate with.");
    }

    @Test
    void theSummarySaysWhenAStepSeesAllPairs() {
        field("batch").set("2822");
        assertThat(plan().summary()).endsWith("; each step sees all of the first.");
        field("batch").set("2821");
        assertThat(plan().summary()).doesNotContain("each step");
    }

    @Test
    void theSuggestedNameLeavesTheTypedOneAside() {
        field("name").set("A name");
        assertThat(form.suggestedName().getValue()).isEqualTo("add mod 97 · seed 42");
    }

    @Test
    void forSeveralRunsTheFirstNameIsSuggestedAndTheOthersCounted() {
        field("seed").set("1, 2, 3");
        assertThat(form.suggestedName().getValue()).isEqualTo("add mod 97 · seed 1, and 2 more");
    }

    @Test
    void whileAnythingIsWrongNoNameIsSuggested() {
        field("p").set("1");
        assertThat(form.suggestedName().getValue()).isEmpty();
    }

    @Test
    void onlyWhatHasAnAnswerOfItsOwnMayStayEmpty() {
        assertThat(Settings.offered().stream().filter(setting -> {
            NewRunForm blank = new NewRunForm(new SimpleObjectProperty<>(Optional.empty()));
            blank.field(setting).set("");
            return blank.plan().getValue().problems().isEmpty();
        })).extracting(Setting::name).containsExactly("group", "split", "warmup", "stopAfterGrok",
                "weightDecaySchedule",
                "dataSeed",
                "commutatorEvery");
    }

    @Provide
    static Arbitrary<String> fields() {
        return Arbitraries.of(WRONG.keySet());
    }

    private StringProperty field(String name) {
        return field(form, name);
    }

    private static StringProperty field(NewRunForm form, String name) {
        return name.equals(Plan.NAME)
                ? form.name()
                : form.field(Settings.all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow());
    }

    private void type(Map<String, String> typed) {
        typed.forEach((field, text) -> field(field).set(text));
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
