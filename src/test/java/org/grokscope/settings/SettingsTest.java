package org.grokscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.RunDocument;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.task.Operation;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every row, a new one included. */
class SettingsTest {
    private static final RunConfiguration PAPER = RunConfiguration.PAPER;
    /** Values unlike the paper's, in the order in which they are tried; of most settings one of them can be used. */
    private static final List<String> OTHERS = List.of("53", "0.25", "1e-6", "7", "8", "3", "2", "subtract", "shuffled",
            "mlp-only", "relu", "none", "causal", "pair", "normal", "float64", "bf16", "ceiling:5", "python:0");

    /** A group alone cannot be another: it brings operation, modulus and ceiling with it. */
    static Stream<Setting<?>> all() {
        return Settings.all().stream().filter(setting -> !setting.equals(Settings.GROUP));
    }

    @Test
    void aGroupBringsOperationOrderAndCeilingWithIt() {
        RunConfiguration typed = TypedSettings.of(Map.of(Settings.GROUP, "A5"), Setting::label).configurations()
                .getFirst();
        assertThat(typed).isEqualTo(PAPER.composing(GroupName.parse("A5")));
        assertThat(typed.task().p()).isEqualTo(60);
        assertThat(typed.task().operation()).isEqualTo(Operation.COMPOSE);
        assertThat(typed.thresholds().ceilingFsd()).isEqualTo(0.5);
        assertThat(ConfigurationHash.of(typed)).isNotEqualTo(
                ConfigurationHash.of(PAPER.composing(GroupName.parse("C60"))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void anotherValueChangesThisSettingAlone(Setting<?> setting) {
        RunConfiguration other = other(setting);
        assertThat(setting.of(other)).isNotEqualTo(setting.of(PAPER));
        assertThat(Settings.all()).filteredOn(it -> !it.equals(setting))
                .allSatisfy(it -> assertThat(it.of(other)).isEqualTo(it.of(PAPER)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSettingIsInTheHashWhenItDeterminesTheNumbers(Setting<?> setting) {
        assertThat(ConfigurationHash.of(other(setting)).equals(ConfigurationHash.of(PAPER)))
                .isEqualTo(setting.is(Trait.LOOKING));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aValueReadsAsItIsTyped(Setting<?> setting) {
        TypedSettings typed = TypedSettings.of(Map.of(setting, setting.text(other(setting))), Setting::label);
        assertThat(typed.problems()).isEmpty();
        assertThat(setting.of(typed.configurations().getFirst())).isEqualTo(setting.of(other(setting)));
    }

    @Test
    void runJsonHasAFieldForEverySettingButThoseThatOlderRunsDoNotKnow() {
        assertThat(leaves(RunDocument.configuration(PAPER)))
                .isEqualTo(Settings.all().stream().filter(it -> !it.is(Trait.SPARSE)).count());
    }

    @Test
    void namesAndOptionsAreUnique() {
        assertThat(Settings.all()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(Settings.all()).extracting(Setting::option).doesNotHaveDuplicates();
        assertThat(Settings.all()).flatExtracting(Setting::words).doesNotHaveDuplicates();
        assertThat(Settings.all()).extracting(Setting::symbol).doesNotHaveDuplicates();
    }

    @Test
    void everySettingThatIsAskedForSaysWhatItIs() {
        assertThat(Settings.offered()).extracting(Setting::help).doesNotContain("");
    }

    @Test
    void aConfigurationNamesTheSettingThatCannotBeUsed() {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> PAPER.with(Settings.HEADS, 3))
                .withMessage("The heads must divide the width 128, and 3 does not.")
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("heads"));
    }

    /** Returns the paper's configuration with another value of one setting. */
    private static <T> RunConfiguration other(Setting<T> setting) {
        for (String text : OTHERS) {
            try {
                T value = setting.type().parse(text);
                if (!value.equals(setting.of(PAPER))) {
                    return PAPER.with(setting, value);
                }
            } catch (IllegalArgumentException _) {
                // That is no value of this setting; the next may be.
            }
        }
        throw new AssertionError(setting + " takes none of " + OTHERS);
    }

    private static int leaves(JsonNode node) {
        return node.isObject()
                ? StreamSupport.stream(node.spliterator(), false).mapToInt(SettingsTest::leaves).sum()
                : 1;
    }
}
