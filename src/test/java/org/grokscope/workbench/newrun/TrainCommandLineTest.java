package org.grokscope.workbench.newrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;
import org.junit.jupiter.api.Test;

/** What the command says; that it makes the same runs is told by {@code org.grokscope.cli.PrintedCommandTest}. */
class TrainCommandLineTest {
    private static final RunConfiguration PAPER = RunConfiguration.PAPER;
    private static final Path RUNS = Path.of("runs");

    @Test
    void thePapersRunIsSaidInOneLine() {
        assertThat(TrainCommandLine.of(PAPER.suggestedName(), PAPER, RUNS)).isEqualTo(
                "grokscope train --operation add --p 97 --train-fraction 0.3 --kind full --blocks 2 --weight-decay 1"
                        + " --learning-rate 0.001 --batch 512 --steps 8000 --eval-every 100 --checkpoint-every 500"
                        + " --seed 42 --runs runs");
    }

    @Test
    void aShapeThatIsNotThePapersIsSaid() {
        RunConfiguration wide = new RunConfiguration(PAPER.task(), new ModelSettings(ModelKind.MLP_ONLY, 1, 64, 2, 99),
                PAPER.optimizer(), PAPER.schedule(), PAPER.evaluation(), PAPER.thresholds(), PAPER.seeds());
        assertThat(TrainCommandLine.of("", wide, RUNS))
                .contains("--kind mlp-only --blocks 1 --width 64 --heads 2 --mlp-width 99");
    }

    @Test
    void anEarlyStopIsSaid() {
        assertThat(TrainCommandLine.of("", PAPER.with(new ScheduleSettings(9000, 1500)), RUNS))
                .contains("--steps 9000 --stop-after-grok 1500");
    }

    @Test
    void aDataSeedOfItsOwnIsSaid() {
        assertThat(TrainCommandLine.of("", PAPER.with(new Seeds(1, 2)), RUNS)).contains("--seed 1 --data-seed 2");
    }

    @Test
    void seedsAreSaidTogether() {
        assertThat(TrainCommandLine.of(planned(""), RUNS)).contains("--seed 1,2,3 ");
    }

    @Test
    void aSuggestedNameIsNotSaid() {
        assertThat(TrainCommandLine.of(planned(""), RUNS)).doesNotContain("--name");
    }

    @Test
    void aNameOfSeveralRunsIsSaidWithoutTheirSeeds() {
        assertThat(TrainCommandLine.of(planned("A name"), RUNS)).contains("--name 'A name' ");
    }

    private static List<PlannedRun> planned(String name) {
        NewRunForm form = new NewRunForm();
        form.field(NewRunField.SEEDS).set("1,2,3");
        form.field(NewRunField.NAME).set(name);
        List<PlannedRun> runs = form.plan().getValue().runs();
        assertThat(runs).hasSize(3);
        return runs;
    }
}
