package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestones;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.task.Labels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A row is a run: its state, its evaluations as {@code train/validation/FSD/null band/norm}, and its situation at each. A
 * step is 100; a run has 8,000.
 */
class SituationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // A run that is there to the end says what came.
            "FINISHED | .01/.01/.1/.05/120 .4/0/.4/.1/110 1/.01/.5/.1/100 1/.2/.9/.5/30 1/.98/.9/.5/23 | UNTRAINED "
                    + "MEMORISING MEMORISED_CEILING_AHEAD CEILING_LEADS GROKKED",
            "FINISHED | .01/.01/.1/.05/120 1/.01/.5/.1/100 1/.98/.5/.2/23 1/.98/.9/.5/22 | UNTRAINED "
                    + "MEMORISED_GROK_AHEAD GROKKED GROKKED",
            "FINISHED | .01/.01/.1/.05/120 1/.01/.5/.1/100 1/.01/.5/.1/90 | UNTRAINED MEMORISED_FOR_GOOD "
                    + "MEMORISED_FOR_GOOD",
            // A ceiling without memorising, within the null band, or that nothing follows is a false alarm.
            "FINISHED | .01/.01/.1/.05/120 .08/0/.87/.64/14 .1/.1/NaN/NaN/5 .14/.1/1/1/5.5 | UNTRAINED FALSE_ALARM "
                    + "CRUSHED FALSE_ALARM",
            "FINISHED | .01/.01/.1/.05/120 1/.01/.9/.5/50 1/.01/.5/.3/50 | UNTRAINED FALSE_ALARM FALSE_ALARM_BEFORE",
            "TRAINING | .01/.01/.1/.05/120 .08/0/.87/.64/14 | UNTRAINED FALSE_ALARM",
            "TRAINING | .01/.01/.1/.05/120 1/.2/.1/.05/90 1/.2/.9/.95/30 | UNTRAINED MEMORISED_OPEN FALSE_ALARM",
            "TRAINING | .01/.01/.1/.05/120 1/.01/.1/.05/90 1/.01/.9/.5/30 | UNTRAINED MEMORISED_OPEN FALSE_ALARM",
            // Where training may go on, nothing is promised.
            "TRAINING | .01/.01/.1/.05/120 .4/0/.4/.1/110 1/.01/.5/.1/100 1/.2/.9/.5/30 1/.2/.7/.5/30 | UNTRAINED "
                    + "MEMORISING MEMORISED_OPEN CEILING_OPEN CEILING_OPEN",
            "PAUSED | 1/.01/.5/.1/100 .2/.01/.1/.3/40 | MEMORISED_OPEN SLINGSHOT_OPEN",
            // Crushed is told by accuracy and null band, and it takes more than half of the weights.
            "TRAINING | .01/.01/.1/.05/120 .1/.01/.1/.2/70 .1/.01/.1/.2/50 | UNTRAINED MEMORISING CRUSHED",
            "FINISHED | 1/.01/.5/.1/100 .01/.01/.1/.3/0.1 | MEMORISED_FOR_GOOD CRUSHED",
            "FINISHED | 1/.01/.5/.1/100 .2/.01/.5/.3/0.1 | MEMORISED_FOR_GOOD FORGOTTEN",
            "FINISHED | .01/.01/.1/.05/120 .6/.01/.1/.2/100 | UNTRAINED NEVER_MEMORISES",
            // Dips.
            "FINISHED | 1/.01/.5/.1/100 .2/.01/.1/.3/40 1/.01/.5/.1/40 | MEMORISED_FOR_GOOD SLINGSHOT "
                    + "MEMORISED_FOR_GOOD",
            "FINISHED | 1/.98/.5/.1/100 .2/.1/.1/.3/40 1/.98/.5/.1/40 1/.9/.5/.1/40 | GROKKED GROKKED_DIP GROKKED "
                    + "GROKKED_SLIPPED",
            "TRAINING | 1/.98/.5/.1/100 .2/.1/.1/.3/40 | GROKKED GROKKED_DIP_OPEN",
            "FINISHED | 1/.98/.5/.1/100 .2/.1/.1/.3/40 .2/.1/.1/.3/40 | GROKKED LOST LOST"})
    void everySituationIsTold(RunState state, String evaluations, String situations) {
        RunHistory run = run(state, RunConfiguration.PAPER, evaluations);
        assertThat(run.evaluations()).extracting(at -> Situation.of(run, at).name())
                .containsExactly(situations.split(" +"));
    }

    @ParameterizedTest
    @CsvSource({"MLP_ONLY, TRUE, WITHOUT_ATTENTION", "FULL, SHUFFLED, SHUFFLED"})
    void someNetworksAndTasksLeaveNothingToGeneralise(ModelKind kind, Labels labels, Situation situation) {
        RunConfiguration configuration = RunConfiguration.PAPER.with(Settings.KIND, kind).with(Settings.LABELS, labels);
        RunHistory run = run(RunState.TRAINING, configuration, "1/.01/.5/.1/100");
        assertThat(Situation.of(run, run.evaluations().getFirst())).isEqualTo(situation);
    }

    private static RunHistory run(RunState state, RunConfiguration configuration, String evaluations) {
        List<String> words = Arrays.asList(evaluations.strip().split(" +"));
        List<Evaluation> all = IntStream.range(0, words.size())
                .mapToObj(i -> evaluation(100 * i, words.get(i).split("/"))).toList();
        RunHead head = SampleHistories.empty().head();
        return new RunHistory(new RunHead(head.id(), head.name(), head.created(), configuration, null,
                head.environment()), state, all, List.of(), List.of(),
                Milestones.of(all, configuration.thresholds()), List.of());
    }

    private static Evaluation evaluation(int step, String[] numbers) {
        return SampleHistories.evaluation(step, number(numbers, 0), number(numbers, 1), number(numbers, 2))
                .with(Measure.FSD_NULL_95, number(numbers, 3)).with(Measure.WEIGHT_NORM, number(numbers, 4));
    }

    private static double number(String[] numbers, int place) {
        return Double.parseDouble(numbers[place]);
    }
}
