package org.grokscope.workbench.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.PairLogits;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CircuitModelTest {
    private static final CircuitReading READING = CircuitReading
            .of(SampleCircuits.grokked(97).reading().embedding());

    private final Shelf shelf = new Shelf();
    private final CircuitModel model = new CircuitModel(shelf);
    private final RunHistory run = Runs.run("run", "add mod 97 \u00b7 seed 42", 0, RunState.FINISHED, 8000);

    @BeforeEach
    void look() {
        model.watchedProperty().set(true);
        model.runProperty().set(Optional.of(run));
    }

    @Test
    void theNewestCheckpointIsShownWhileTheCursorIsNowhere() {
        shelf.arrive(run.checkpoints().getLast());
        assertThat(model.pageProperty().get().title())
                .isEqualTo("add mod 97 \u00b7 seed 42 at step " + "%,d".formatted(run.checkpoints().getLast()));
        assertThat(model.pageProperty().get().place()).contains("the newest");
        assertThat(model.canMove(true)).isFalse();
    }

    @Test
    void theNearestCheckpointIsShownAndNamed() {
        int step = run.checkpoints().get(2);
        model.cursorStepProperty().set(step + 100);
        shelf.arrive(step);
        assertThat(model.pageProperty().get().at()).contains(new CheckpointAddress("run", step));
        assertThat(model.pageProperty().get().place()).startsWith("checkpoint 3 of ")
                .endsWith("nearest to the cursor at " + "%,d".formatted(step + 100));
    }

    @Test
    void arrowsGoFromCheckpointToCheckpointAndAtTheEndAlongWithTheRun() {
        int count = run.checkpoints().size();
        model.move(false);
        assertThat(model.cursorStepProperty().get()).isEqualTo(run.checkpoints().get(count - 2));
        model.move(true);
        assertThat(model.cursorStepProperty().get()).isNegative();
        model.move(true);
        assertThat(model.shownStep()).hasValue(run.checkpoints().getLast());
        model.moveToEnd(false);
        model.move(false);
        assertThat(model.shownStep()).hasValue(run.checkpoints().getFirst());
    }

    @Test
    void numbersAreNeverShownUnderAnotherStep() {
        shelf.arrive(run.checkpoints().getLast());
        String before = model.pageProperty().get().title();
        model.move(false);
        assertThat(model.pageProperty().get().title()).as("while the next is read").isEqualTo(before);
        int next = run.checkpoints().get(run.checkpoints().size() - 2);
        shelf.arrive(next);
        assertThat(model.pageProperty().get().title()).contains("%,d".formatted(next));
    }

    @Test
    void anotherRunsNetworkGoesAtOnce() {
        shelf.arrive(run.checkpoints().getLast());
        model.runProperty().set(Optional.of(Runs.run("other", "other", 1, RunState.FINISHED, 8000)));
        assertThat(model.pageProperty().get().scene()).isEmpty();
    }

    @Test
    void whatIsShownIsWantedFirstAndNeighboursAfterIt() {
        int step = run.checkpoints().get(3);
        model.cursorStepProperty().set(step);
        assertThat(shelf.wish.looks().get(0)).isEqualTo(look(step, false));
        assertThat(shelf.wish.looks().get(1)).isEqualTo(look(step, true));
        assertThat(shelf.wish.looks()).contains(look(run.checkpoints().get(2), true),
                look(run.checkpoints().get(4), true), look(run.checkpoints().getFirst(), false));
    }

    @Test
    void trainingIsLeftMostOfTheProcessor() {
        long ahead = shelf.wish.looks().stream().filter(CircuitWish.Look::whole).count();
        model.trainingProperty().set(true);
        assertThat(shelf.wish.looks().stream().filter(CircuitWish.Look::whole).count()).isLessThan(ahead)
                .isLessThanOrEqualTo(10);
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        model.watchedProperty().set(false);
        assertThat(shelf.wish).isEqualTo(CircuitWish.NONE);
        model.cursorStepProperty().set(0);
        assertThat(shelf.wish).isEqualTo(CircuitWish.NONE);
    }

    @Test
    void damageIsOneSentenceInsteadOfNumbers() {
        shelf.looks.put(new CheckpointAddress("run", run.checkpoints().getLast()),
                new CircuitLook.Damaged("It is damaged."));
        shelf.listener.run();
        assertThat(model.pageProperty().get().obstacle()).isEqualTo("It is damaged.");
        assertThat(model.pageProperty().get().scene()).isEmpty();
    }

    @Test
    void aRunWithoutCheckpointsSaysSo() {
        model.runProperty().set(Optional.of(Runs.fresh("fresh", "fresh", 1)));
        assertThat(model.pageProperty().get().obstacle()).contains("no checkpoint yet");
    }

    @Test
    void theStrongestFrequencyIsShownUntilOneIsChosenAndAgainWhenThatIsClickedAgain() {
        shelf.arrive(run.checkpoints().getLast());
        int strongest = READING.embedding().power().strongest();
        assertThat(frequency()).isEqualTo(strongest);
        model.choose(5);
        assertThat(frequency()).isEqualTo(5);
        model.choose(5);
        assertThat(frequency()).isEqualTo(strongest);
        model.chooseNext(true);
        assertThat(frequency()).isEqualTo(strongest + 1);
    }

    @Test
    void aPairIsAskedWhenBothNumbersAreGood() {
        int step = run.checkpoints().getLast();
        shelf.arrive(step);
        model.firstProperty().set("41");
        model.secondProperty().set(" 73 ");
        assertThat(shelf.wish.pair()).contains(new CircuitWish.Pair(41, 73));
        shelf.answers.put(new PairQuestion(new CheckpointAddress("run", step), 41, 73),
                new PairLogits(41, 73, 17, new float[97]));
        shelf.listener.run();
        assertThat(model.pageProperty().get().scene().orElseThrow().pair().orElseThrow().right()).isEqualTo(17);
    }

    @Test
    void badNumbersAreMarkedInOneSentenceAndAskNothing() {
        model.firstProperty().set("97");
        assertThat(model.field(true).problem())
                .isEqualTo("a takes a whole number from 0 to 96, and '97' is not one.");
        assertThat(shelf.wish.pair()).isEmpty();
        model.firstProperty().set("");
        assertThat(model.field(true).problem()).isEqualTo("a takes a whole number from 0 to 96.");
        model.firstProperty().set("-1");
        assertThat(model.field(true).value()).isEqualTo(OptionalInt.empty());
        model.firstProperty().set("99999999999999");
        assertThat(model.field(true).problem()).isNotEmpty();
    }

    private int frequency() {
        return model.pageProperty().get().scene().orElseThrow().frequency();
    }

    private static CircuitWish.Look look(int step, boolean whole) {
        return new CircuitWish.Look(new CheckpointAddress("run", step), whole);
    }

    /** Readings that come when a test says so. */
    private static final class Shelf implements CircuitSource {
        private final Map<CheckpointAddress, CircuitLook> looks = new HashMap<>();
        private final Map<PairQuestion, PairLogits> answers = new HashMap<>();
        private CircuitWish wish = CircuitWish.NONE;
        private Runnable listener = () -> {};

        void arrive(int step) {
            looks.put(new CheckpointAddress("run", step), new CircuitLook.Read(READING));
            listener.run();
        }

        @Override
        public void want(CircuitWish wanted) {
            wish = wanted;
        }

        @Override
        public Optional<CircuitLook> look(CheckpointAddress at) {
            return Optional.ofNullable(looks.get(at));
        }

        @Override
        public Optional<PairLogits> answer(PairQuestion question) {
            return Optional.ofNullable(answers.get(question));
        }

        @Override
        public void listen(Runnable told) {
            listener = told;
        }
    }
}
