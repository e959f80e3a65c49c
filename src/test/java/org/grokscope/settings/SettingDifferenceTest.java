package org.grokscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingDifferenceTest {
    private static final RunConfiguration PAPER = RunConfiguration.PAPER;

    @Test
    void equalConfigurationsDifferInNothing() {
        assertThat(SettingDifference.of(List.of(PAPER, PAPER))).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsTold() {
        List<SettingDifference> differences = SettingDifference.of(List.of(PAPER, PAPER.withWeightDecay(2.5)));
        assertThat(differences).containsExactly(new SettingDifference("\u03bb", true, List.of("1", "2.5")));
        assertThat(differences.getFirst().phrase(1)).isEqualTo("\u03bb 2.5");
    }

    @Test
    void aDataSeedThatIsTheSeedIsNoOtherSetting() {
        assertThat(SettingDifference.of(List.of(PAPER, PAPER.withSeed(7))))
                .extracting(SettingDifference::setting).containsExactly("seed");
        assertThat(SettingDifference.of(List.of(PAPER, PAPER.with(new Seeds(42, 43)))))
                .extracting(SettingDifference::setting).containsExactly("data seed");
    }

    @Test
    void howLongARunGoesOnDeterminesNoNumbers() {
        assertThat(SettingDifference.of(List.of(PAPER, PAPER.ending(9000, 0))))
                .containsExactly(new SettingDifference("last step", false, List.of("8,000", "9,000")));
    }

    @Test
    void aWordStandsForItselfAndNothingIsSaidToBeNothing() {
        RunConfiguration planned = PAPER.with(Settings.WEIGHT_DECAY_SCHEDULE, WeightDecaySchedule.parse("ceiling:5"));
        SettingDifference difference = SettingDifference.of(List.of(PAPER, planned)).getFirst();
        assertThat(difference.phrase(0)).isEqualTo("no \u03bb schedule");
        assertThat(difference.phrase(1)).isEqualTo("ceiling:5");
    }
}
