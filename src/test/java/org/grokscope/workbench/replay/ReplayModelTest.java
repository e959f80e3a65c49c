package org.grokscope.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.figure.SampleHistories;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.grokscope.workbench.replay.ReplayModel.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayModelTest {
    private final ReplayModel replay = new ReplayModel();

    /** A run of 8,000 steps, evaluated every 100; in 20 seconds 400 steps a second. */
    @BeforeEach
    void savedRun() {
        play(Runs.run("a", "a run", 0, RunState.FINISHED, 8000));
    }

    @Test
    void itBeginsAtTheStart() {
        replay.toggle();
        assertThat(cursor()).isZero();
        assertThat(phase()).isEqualTo(Phase.PLAYING);
        assertThat(replay.veiled().getValue()).isTrue();
    }

    @Test
    void theCursorRestsAtEvaluations() {
        replay.toggle();
        replay.advance(0.3);
        assertThat(cursor()).isEqualTo(100);
        replay.advance(0.1);
        assertThat(cursor()).isEqualTo(100);
        replay.advance(0.1);
        assertThat(cursor()).isEqualTo(200);
    }

    @Test
    void numbersFollowAsOftenAsTheyCanBeReadAndAtOnceWhenItRests() {
        replay.speedProperty().set(ReplaySpeed.FAST);
        List<Integer> cursors = new ArrayList<>();
        List<Integer> read = new ArrayList<>();
        replay.cursorStepProperty().subscribe(step -> cursors.add(step.intValue()));
        replay.readableStepProperty().subscribe(step -> read.add(step.intValue()));
        replay.toggle();
        assertThat(read.getLast()).isZero();
        for (int i = 0; i < 90; i++) {
            replay.advance(0.033);
        }
        assertThat(cursors).as("in three seconds").hasSizeGreaterThan(45);
        assertThat(read).as("in three seconds").hasSizeBetween(12, 17);
        assertThat(cursors).containsAll(read);
        replay.advance(0.26);
        replay.hold();
        assertThat(read.getLast()).isEqualTo(cursor());
        replay.drag(1234);
        assertThat(read.getLast()).isEqualTo(1200);
    }

    @Test
    void manyShortMomentsComeToAsMuchAsALongOne() {
        replay.toggle();
        for (int i = 0; i < 400; i++) {
            replay.advance(0.04);
        }
        replay.advance(0.001);
        assertThat(cursor()).isEqualTo(6400);
    }

    @Test
    void atTheEndItIsOverAndTheRunIsShownWhole() {
        replay.toggle();
        replay.advance(19.9);
        assertThat(phase()).isEqualTo(Phase.PLAYING);
        replay.advance(0.2);
        assertThat(phase()).isEqualTo(Phase.OFF);
        assertThat(cursor()).isNegative();
        replay.advance(1);
        assertThat(cursor()).isNegative();
    }

    @Test
    void playedAgainItStartsOver() {
        replay.toggle();
        replay.advance(21);
        replay.toggle();
        assertThat(cursor()).isZero();
        replay.cursorStepProperty().set(8000);
        replay.hold();
        replay.toggle();
        assertThat(cursor()).isZero();
    }

    @Test
    void heldItStaysVeiledAndGoesOnFromThere() {
        replay.toggle();
        replay.advance(5);
        replay.toggle();
        replay.advance(5);
        assertThat(cursor()).isEqualTo(2000);
        assertThat(phase()).isEqualTo(Phase.HELD);
        assertThat(replay.veiled().getValue()).isTrue();
        replay.toggle();
        replay.advance(1);
        assertThat(cursor()).isEqualTo(2400);
    }

    @Test
    void itBeginsAtTheCursorWhereverThatIs() {
        replay.cursorStepProperty().set(4000);
        replay.toggle();
        replay.advance(1);
        assertThat(cursor()).isEqualTo(4400);
    }

    @Test
    void whoMovesTheCursorIsFollowed() {
        replay.toggle();
        replay.advance(1);
        replay.cursorStepProperty().set(6000);
        replay.advance(1);
        assertThat(cursor()).isEqualTo(6400);
    }

    @Test
    void whoLetsTheCursorGoSeesAll() {
        replay.toggle();
        replay.advance(1);
        replay.cursorStepProperty().set(-1);
        assertThat(phase()).isEqualTo(Phase.OFF);
    }

    @Test
    void thePositionMovesAtEveryFrame() {
        List<Number> seen = new ArrayList<>();
        replay.positionProperty().subscribe((_, now) -> seen.add(now));
        replay.toggle();
        for (int frame = 0; frame < 30; frame++) {
            replay.advance(1.0 / 30);
        }
        assertThat(seen.stream().distinct().count()).isGreaterThanOrEqualTo(30);
        assertThat(replay.positionProperty().get()).isCloseTo(400, within(1e-6));
    }

    @Test
    void whoDragsItSeesEveryStepAndTheCursorRestsAtTheEvaluationBefore() {
        replay.toggle();
        replay.drag(1234.5);
        assertThat(replay.positionProperty().get()).isEqualTo(1234.5);
        assertThat(cursor()).isEqualTo(1200);
        assertThat(phase()).isEqualTo(Phase.HELD);
    }

    @Test
    void withoutACursorItIsAtTheEnd() {
        assertThat(replay.positionProperty().get()).isEqualTo(8000);
        replay.cursorStepProperty().set(300);
        assertThat(replay.positionProperty().get()).isEqualTo(300);
        replay.cursorStepProperty().set(-1);
        assertThat(replay.positionProperty().get()).isEqualTo(8000);
    }

    @Test
    void anotherRunIsShownWhole() {
        replay.toggle();
        replay.advance(1);
        play(Runs.run("b", "another", 1, RunState.FINISHED, 8000));
        assertThat(phase()).isEqualTo(Phase.OFF);
    }

    @Test
    void theSameRunReadAgainPlaysOn() {
        replay.toggle();
        replay.advance(1);
        play(Runs.run("a", "renamed", 0, RunState.FINISHED, 8000));
        assertThat(phase()).isEqualTo(Phase.PLAYING);
    }

    @Test
    void aShortRunTakesAsLong() {
        play(Runs.run("short", "short", 0, RunState.FINISHED, 200));
        List<Integer> seen = new ArrayList<>();
        replay.cursorStepProperty().subscribe(step -> seen.add(step.intValue()));
        replay.speedProperty().set(ReplaySpeed.FAST);
        replay.toggle();
        for (int i = 0; i < 49; i++) {
            replay.advance(0.1);
        }
        assertThat(phase()).isEqualTo(Phase.PLAYING);
        replay.advance(0.2);
        assertThat(seen).containsExactly(-1, 0, 100, -1);
    }

    @Test
    void thereIsNothingToPlayInARunThatHasNotBegun() {
        replay.runProperty().set(Optional.of(SampleHistories.empty()));
        replay.toggle();
        assertThat(phase()).isEqualTo(Phase.OFF);
        assertThat(replay.playable().getValue()).isFalse();
    }

    private void play(RunHistory run) {
        replay.runProperty().set(Optional.of(run));
    }

    private int cursor() {
        return replay.cursorStepProperty().get();
    }

    private Phase phase() {
        return replay.phaseProperty().get();
    }
}
