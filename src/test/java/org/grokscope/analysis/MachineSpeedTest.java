package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Measure;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;

class MachineSpeedTest {
    private static final Environment HERE = machine("EPYC, stepping 1", 2);

    @Test
    void aRunOfThisMachineTellsItsSpeed() {
        RunHistory run = trainedOn(HERE);
        double its = run.evaluations().getLast().value(Measure.STEPS_PER_SECOND);
        assertThat(MachineSpeed.of(List.of(run), HERE).stepsPerSecond(run.head().configuration(), 2).getAsDouble())
                .isCloseTo(its, within(1e-9));
    }

    @Test
    void runsOfOtherMachinesTellNothing() {
        assertThat(MachineSpeed.of(List.of(trainedOn(machine("EPYC, stepping 2", 2)),
                trainedOn(new Environment("cpu", "EPYC", 2, new TreeMap<>()))), HERE).measured()).isEmpty();
        assertThat(new MachineSpeed(HERE, List.of()).stepsPerSecond(RunConfiguration.PAPER, 2)).isEmpty();
    }

    @Test
    void aRunOfOtherSettingsIsScaledByTheCostOfAStep() {
        RunConfiguration large = RunConfiguration.PAPER.with(Settings.BATCH, 2048);
        MachineSpeed speed = new MachineSpeed(HERE, List.of(new MachineSpeed.Measured(RunConfiguration.PAPER, 2, 60)));
        double ratio = TrainingCost.ofStep(RunConfiguration.PAPER) / TrainingCost.ofStep(large);
        assertThat(speed.stepsPerSecond(large, 2).getAsDouble()).isCloseTo(60 * ratio, within(1e-9));
        assertThat(ratio).isBetween(0.2, 0.5);
    }

    @Test
    void aRunWithProductsOfBfloat16NumbersIsAThirdFaster() {
        MachineSpeed speed = new MachineSpeed(HERE, List.of(measured(2, 60)));
        RunConfiguration narrow = RunConfiguration.PAPER.with(Settings.PRECISION, ProductPrecision.BF16);
        assertThat(speed.stepsPerSecond(narrow, 2).getAsDouble()).isBetween(1.3 * 60, 1.45 * 60);
    }

    @Test
    void theMedianOfTheFiveMostSimilarRunsCounts() {
        MachineSpeed speed = new MachineSpeed(HERE, List.of(measured(2, 1), measured(2, 61), measured(2, 62),
                measured(2, 63), measured(2, 900), measured(1, 7)));
        assertThat(speed.stepsPerSecond(RunConfiguration.PAPER, 2)).hasValue(62);
        assertThat(speed.stepsPerSecond(RunConfiguration.PAPER, 1)).hasValue(7);
    }

    @Test
    void oneThreadIsGuessedFromTwoWhereNoRunHadOne() {
        MachineSpeed speed = new MachineSpeed(HERE, List.of(measured(2, 60)));
        assertThat(speed.stepsPerSecond(RunConfiguration.PAPER, 1).getAsDouble()).isCloseTo(39, within(1e-9));
    }

    private static MachineSpeed.Measured measured(int threads, double stepsPerSecond) {
        return new MachineSpeed.Measured(RunConfiguration.PAPER, threads, stepsPerSecond);
    }

    private static Environment machine(String processor, int threads) {
        return new Environment("cpu", "EPYC", threads, new TreeMap<>(Map.of("processor", processor)));
    }

    private static RunHistory trainedOn(Environment environment) {
        RunHistory run = SampleHistories.grokked();
        RunHead head = run.head();
        return new RunHistory(new RunHead(head.id(), head.name(), head.created(), head.configuration(),
                head.lineage(), environment), run.state(), run.evaluations(), run.events(), run.checkpoints(),
                run.milestones(), run.leftOut());
    }
}
