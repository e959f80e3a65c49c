package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.grokscope.training.TrainingRun.Phase;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void aRunAloneNeedsItsOwnTime() {
        assertThat(left(0, here("a", Phase.TRAINING, 1000, 2000))).isEqualTo(100);
    }

    @Test
    void runsByTurnsWaitForEachOtherWhileBothHaveStepsLeft() {
        // Four runs of 100 s each: all end after 400 s, not after 100.
        TrainingRun[] four = new TrainingRun[4];
        for (int i = 0; i < four.length; i++) {
            four[i] = here("r" + i, Phase.TRAINING, 0, 1000);
        }
        assertThat(left(3, four)).isEqualTo(400);
        // The shorter one ends when both have had its time.
        assertThat(left(0, here("a", Phase.TRAINING, 900, 1000), here("b", Phase.TRAINING, 0, 1000))).isEqualTo(20);
        assertThat(left(1, here("a", Phase.TRAINING, 900, 1000), here("b", Phase.TRAINING, 0, 1000))).isEqualTo(110);
    }

    @Test
    void moreThanFourBeginWhenOneOfThemEnds() {
        TrainingRun[] ten = new TrainingRun[10];
        for (int i = 0; i < ten.length; i++) {
            // Those that train stand behind those that wait.
            ten[i] = here("r" + i, i < 6 ? Phase.QUEUED : Phase.TRAINING, 0, 1000);
        }
        assertThat(left(9, ten)).isEqualTo(400);
        assertThat(left(0, ten)).isEqualTo(800);
        assertThat(left(5, ten)).isEqualTo(1000);
    }

    @Test
    void oneThatHadNoTurnYetIsTakenToBeLikeTheOthers() {
        TrainingRun fresh = new TrainingRun("b", Path.of("/runs/b"), "b", Phase.QUEUED, 0, 0, Double.NaN, "");
        assertThat(left(0, here("a", Phase.TRAINING, 0, 1000), fresh)).isEqualTo(200);
    }

    /** A long run beside three short ones: what waits behind them is not as long as their mean. */
    @Test
    void oneThatWaitsIsTakenToBeAsFastAsTheOthersButAsLongAsItIs() {
        TrainingRun waits = new TrainingRun("e", Path.of("/runs/e"), "e", Phase.QUEUED, 100, 600, Double.NaN, "");
        TrainingRun[] runs = {here("a", Phase.TRAINING, 0, 1000), here("b", Phase.TRAINING, 0, 1000),
                here("c", Phase.TRAINING, 0, 1000), here("d", Phase.TRAINING, 0, 10_000), waits};
        // 4 x 100 s until three have ended; then 50 s of its own, each beside one of the long run's.
        assertThat(left(4, runs)).isEqualTo(400 + 2 * 50);
    }

    @Test
    void pausedAndEndedRunsTakeNoTurns() {
        assertThat(left(0, here("a", Phase.TRAINING, 0, 1000), here("b", Phase.PAUSED, 0, 1000),
                here("c", Phase.FINISHED, 1000, 1000))).isEqualTo(100);
    }

    @Test
    void runsInLineBehindWorkersBeginWhenOneIsFree() {
        TrainingRun[] runs = {worker("a", 0, 1000), worker("b", 500, 1000), inLine("c"), inLine("d")};
        assertThat(left(0, runs)).isEqualTo(100);
        assertThat(left(1, runs)).isEqualTo(50);
        // c begins at 50 s, d at 100 s; each is taken to need the 75 s that the others need on average.
        assertThat(left(2, runs)).isEqualTo(125);
        assertThat(left(3, runs)).isEqualTo(175);
    }

    /** A disk was full, and the worker waits; the next run begins in this process. */
    @Test
    void aPausedWorkerIsNobodyToStandInLineBehind() {
        TrainingRun paused = new TrainingRun("a", Path.of("/runs/a"), "a", Phase.PAUSED, 500, 1000, 10, "", Double.NaN,
                OptionalLong.of(17));
        assertThat(left(1, paused, here("b", Phase.QUEUED, 0, 1000))).isEqualTo(100);
    }

    @Test
    void aRunInThisProcessSharesNoTurnsWithThoseInLineBehindWorkers() {
        assertThat(left(0, here("a", Phase.TRAINING, 0, 1000), worker("b", 0, 1000), inLine("c"), inLine("d")))
                .isEqualTo(100);
    }

    @Test
    void aRunThatIsExpectedToEndEarlierNeedsLess() {
        TrainingRun run = here("a", Phase.TRAINING, 0, 1000);
        assertThat(new TrainingSnapshot(List.of(run)).secondsLeft(run, _ -> 600)).isEqualTo(60);
    }

    private static double left(int index, TrainingRun... runs) {
        return new TrainingSnapshot(List.of(runs)).secondsLeft(runs[index]);
    }

    private static TrainingRun here(String id, Phase phase, int step, int lastStep) {
        return new TrainingRun(id, Path.of("/runs", id), id, phase, step, lastStep, 10, "");
    }

    private static TrainingRun worker(String id, int step, int lastStep) {
        return new TrainingRun(id, Path.of("/runs", id), id, Phase.TRAINING, step, lastStep, 10, "", Double.NaN,
                OptionalLong.of(17));
    }

    private static TrainingRun inLine(String id) {
        return new TrainingRun(id, Path.of("/runs", id), id, Phase.QUEUED, 0, 0, Double.NaN, "");
    }
}
