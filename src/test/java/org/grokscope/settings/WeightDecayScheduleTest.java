package org.grokscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Milestones;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample memorises at 300, reaches its ceiling at 1,600 and groks at 4,000. */
class WeightDecayScheduleTest {
    private final Milestones reached = SampleHistories.grokked().milestones();

    @Test
    void aMilestoneActsFromTheUpdateAfterTheEvaluationThatShowsIt() {
        WeightDecaySchedule schedule = WeightDecaySchedule.parse("ceiling:5");
        assertThat(schedule.at(1599, 1, -1, reached)).isEqualTo(1);
        assertThat(schedule.at(1600, 1, -1, reached)).isEqualTo(5);
        assertThat(schedule.at(8000, 1, -1, reached)).isEqualTo(5);
    }

    @Test
    void theLatestTriggerHolds() {
        WeightDecaySchedule schedule = WeightDecaySchedule.parse("2000:0.5,memorised:2,ceiling:5");
        assertThat(schedule.at(300, 1, -1, reached)).isEqualTo(2);
        assertThat(schedule.at(1700, 1, -1, reached)).isEqualTo(5);
        assertThat(schedule.at(2000, 1, -1, reached)).isEqualTo(0.5);
    }

    @Test
    void whatFiredByAForksStepDoesNotFireAgain() {
        WeightDecaySchedule schedule = WeightDecaySchedule.parse("ceiling:5,grokked:1");
        assertThat(schedule.at(3000, 2, 1600, reached)).isEqualTo(2);
        assertThat(schedule.at(4000, 2, 1600, reached)).isEqualTo(1);
    }

    @Test
    void itIsReadAsItIsWritten() {
        WeightDecaySchedule schedule = WeightDecaySchedule.parse(" memorised:2, 4000:0.25 ");
        assertThat(schedule.text()).isEqualTo("memorised:2,4000:0.25");
        assertThat(WeightDecaySchedule.parse(schedule.text())).isEqualTo(schedule);
        assertThat(WeightDecaySchedule.parse("")).isEqualTo(WeightDecaySchedule.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceiling", "ceiling:", "ceiling:x", "ceiling:-1", "ceiling:NaN", "soon:2", "0:2", "-5:2",
            "destabilised:2", "ceiling:2,ceiling:3", ",", "ceiling:2:3"})
    void whatIsNoScheduleIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> WeightDecaySchedule.parse(text)).isInstanceOf(InvalidSetting.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void itChangesTheFingerprintOnlyWhenThereIsOne() {
        RunConfiguration paper = RunConfiguration.PAPER;
        RunConfiguration scheduled = paper.with(Settings.WEIGHT_DECAY_SCHEDULE, WeightDecaySchedule.parse("ceiling:5"));
        assertThat(ConfigurationHash.of(paper.ending(9000, 100)))
                .isEqualTo(ConfigurationHash.of(paper));
        assertThat(ConfigurationHash.of(scheduled)).isNotEqualTo(ConfigurationHash.of(paper));
    }
}
