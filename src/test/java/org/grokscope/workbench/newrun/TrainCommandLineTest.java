package org.grokscope.workbench.newrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;

/** What the command says; that it makes the same runs is told by {@code org.grokscope.cli.PrintedCommandTest}. */
class TrainCommandLineTest {
    private static final RunConfiguration PAPER = RunConfiguration.PAPER;
    private static final Path RUNS = Path.of("runs");

    @Test
    void thePapersRunIsSaidInOneLine() {
        assertThat(TrainCommandLine.of(PAPER.suggestedName(), PAPER, RUNS)).isEqualTo(
                "grokscope train --operation add --p 97 --train-fraction 0.3 --kind full --blocks 2"
                        + " --learning-rate 0.001 --weight-decay 1 --batch 512 --steps 8000 --seed 42"
                        + " --eval-every 100 --checkpoint-every 500 --runs runs");
    }

    @Test
    void aShapeThatIsNotThePapersIsSaid() {
        RunConfiguration wide = PAPER.with(Settings.KIND, ModelKind.MLP_ONLY).with(Settings.BLOCKS, 1)
                .with(Settings.WIDTH, 64).with(Settings.HEADS, 2).with(Settings.MLP_WIDTH, 99);
        assertThat(TrainCommandLine.of("", wide, RUNS))
                .contains("--kind mlp-only --blocks 1 --width 64 --heads 2 --mlp-width 99");
    }

    @Test
    void anOptimizerThatIsNotThePapersIsSaid() {
        RunConfiguration other = PAPER.with(Settings.BETA1, 0.8).with(Settings.BETA2, 0.98)
                .with(Settings.EPSILON, 1e-6);
        assertThat(TrainCommandLine.of("", other, RUNS)).contains("--beta1 0.8 --beta2 0.98 --epsilon 1.0E-6");
    }

    @Test
    void anEarlyStopIsSaid() {
        assertThat(TrainCommandLine.of("", PAPER.ending(9000, 1500), RUNS))
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
        NewRunForm form = new NewRunForm(new SimpleObjectProperty<>(Optional.empty()));
        form.field(Settings.SEED).set("1,2,3");
        form.name().set(name);
        List<PlannedRun> runs = form.plan().getValue().runs();
        assertThat(runs).hasSize(3);
        return runs;
    }
}
