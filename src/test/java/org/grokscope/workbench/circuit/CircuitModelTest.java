package org.grokscope.workbench.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grokscope.figure.CircleScene;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.measure.CirclePath;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.measure.PairLogits;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.task.FourierBasis;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CircuitModelTest {
    private static final CircuitReading READING = CircuitReading
            .of(SampleCircuits.grokked(97).reading().embedding());

    private final Shelf cache = new Shelf();
    private final CircuitModel model = new CircuitModel(cache, new Plane(), new NoCourses());
    private final RunHistory run = Runs.run("run", "add mod 97 \u00b7 seed 42", 0, RunState.FINISHED, 8000);

    @BeforeEach
    void look() {
        model.watchedProperty().set(true);
        model.runProperty().set(Optional.of(run));
    }

    @Test
    void theNewestCheckpointIsShownWhileTheCursorIsNowhere() {
        cache.arrive(run.checkpoints().getLast());
        assertThat(model.pageProperty().get().title())
                .isEqualTo("add mod 97 \u00b7 seed 42 at step " + "%,d".formatted(run.checkpoints().getLast()));
        assertThat(model.pageProperty().get().place()).contains("the newest");
        assertThat(model.checkpoints().canMove(true)).isFalse();
    }

    @Test
    void theNearestCheckpointIsShownAndNamed() {
        int step = run.checkpoints().get(2);
        model.cursorStepProperty().set(step + 100);
        cache.arrive(step);
        assertThat(model.pageProperty().get().at()).contains(new CheckpointAddress("run", step));
        assertThat(model.pageProperty().get().place()).startsWith("checkpoint 3 of ")
                .endsWith("nearest to the cursor at " + "%,d".formatted(step + 100));
    }

    @Test
    void arrowsGoFromCheckpointToCheckpointAndAtTheEndAlongWithTheRun() {
        int count = run.checkpoints().size();
        model.checkpoints().move(false);
        assertThat(model.cursorStepProperty().get()).isEqualTo(run.checkpoints().get(count - 2));
        model.checkpoints().move(true);
        assertThat(model.cursorStepProperty().get()).isNegative();
        model.checkpoints().move(true);
        assertThat(model.checkpoints().shown()).hasValue(run.checkpoints().getLast());
        model.checkpoints().moveToEnd(false);
        model.checkpoints().move(false);
        assertThat(model.checkpoints().shown()).hasValue(run.checkpoints().getFirst());
    }

    @Test
    void numbersAreNeverShownUnderAnotherStep() {
        cache.arrive(run.checkpoints().getLast());
        String before = model.pageProperty().get().title();
        model.checkpoints().move(false);
        assertThat(model.pageProperty().get().title()).as("while the next is read").isEqualTo(before);
        int next = run.checkpoints().get(run.checkpoints().size() - 2);
        cache.arrive(next);
        assertThat(model.pageProperty().get().title()).contains("%,d".formatted(next));
    }

    @Test
    void anotherRunsNetworkGoesAtOnce() {
        cache.arrive(run.checkpoints().getLast());
        model.runProperty().set(Optional.of(Runs.run("other", "other", 1, RunState.FINISHED, 8000)));
        assertThat(model.pageProperty().get().scene()).isEmpty();
    }

    @Test
    void whatIsShownIsWantedFirstAndNeighboursAfterIt() {
        int step = run.checkpoints().get(3);
        model.cursorStepProperty().set(step);
        assertThat(cache.request.readings().get(0)).isEqualTo(look(step, false));
        assertThat(cache.request.readings().get(1)).isEqualTo(look(step, true));
        assertThat(cache.request.readings()).contains(look(run.checkpoints().get(2), true),
                look(run.checkpoints().get(4), true), look(run.checkpoints().getFirst(), false));
    }

    @Test
    void trainingIsLeftMostOfTheProcessor() {
        long ahead = cache.request.readings().stream().filter(CircuitRequest.Reading::whole).count();
        model.trainingProperty().set(true);
        assertThat(cache.request.readings().stream().filter(CircuitRequest.Reading::whole).count()).isLessThan(ahead)
                .isLessThanOrEqualTo(10);
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        model.watchedProperty().set(false);
        assertThat(cache.request).isEqualTo(CircuitRequest.NONE);
        model.cursorStepProperty().set(0);
        assertThat(cache.request).isEqualTo(CircuitRequest.NONE);
    }

    @Test
    void damageIsOneSentenceInsteadOfNumbers() {
        cache.looks.put(new CheckpointAddress("run", run.checkpoints().getLast()),
                new CircuitResult.Damaged("It is damaged."));
        cache.listener.run();
        assertThat(model.pageProperty().get().obstacle()).isEqualTo("It is damaged.");
        assertThat(model.pageProperty().get().scene()).isEmpty();
    }

    @Test
    void aRunWithoutCheckpointsSaysSo() {
        model.runProperty().set(Optional.of(Runs.fresh("fresh", "fresh", 1)));
        assertThat(model.pageProperty().get().obstacle()).contains("no checkpoint yet");
    }

    @Test
    void aFinishedRunWithoutCheckpointsIsNotPromisedOne() {
        RunHistory whole = Runs.of("ended", 1, 97, 42, 1, RunState.FINISHED, 8000);
        model.runProperty().set(Optional.of(new RunHistory(whole.head(), whole.state(), whole.evaluations(), List.of(),
                List.of(), whole.milestones(), List.of())));
        assertThat(model.pageProperty().get().obstacle()).contains("were not kept").doesNotContain("yet");
    }

    @Test
    void theFrequencyOfMostNeuronsIsShownUntilOneIsChosenAndAgainWhenThatIsClickedAgain() {
        cache.arrive(run.checkpoints().getLast());
        int settled = run.evaluations().getLast().peakFrequency();
        assertThat(frequency()).isEqualTo(settled);
        model.choose(CircuitChart.EMBEDDING_POWER, 5);
        assertThat(frequency()).isEqualTo(5);
        assertThat(circle().circle().frequency()).isEqualTo(5);
        model.choose(CircuitChart.EMBEDDING_POWER, 5);
        assertThat(frequency()).isEqualTo(settled);
        model.chooseNext(true);
        assertThat(frequency()).isEqualTo(settled + 1);
    }

    @Test
    void theCircleStaysOnOnePlaneFromTheFirstStepToTheLast() {
        int settled = run.evaluations().getLast().peakFrequency();
        for (int step = 0; step <= 8000; step += 500) {
            model.cursorStepProperty().set(step);
            model.circle().positionProperty().set(step);
            assertThat(circle().circle().frequency()).isEqualTo(settled);
        }
    }

    @Test
    void theCircleNeedsNoCheckpointAndMovesBetweenEvaluations() {
        model.circle().positionProperty().set(50);
        double halfWay = circle().circle().x(0);
        model.circle().positionProperty().set(0);
        double before = circle().circle().x(0);
        model.circle().positionProperty().set(100);
        assertThat(halfWay).isEqualTo((before + circle().circle().x(0)) / 2);
    }

    @Test
    void aPointOfTheCircleKeepsItsFrequencyWhateverIsChosenOnTheBars() {
        cache.arrive(run.checkpoints().getLast());
        model.choose(CircuitChart.NEURONS, 7);
        assertThat(model.without().orElseThrow().intervention()).isEqualTo("ablate-neurons dominant=7");
        model.chooseCircle();
        assertThat(frequency()).isEqualTo(7);
        assertThat(model.without().orElseThrow().intervention()).isEqualTo("remove-frequency 7");
        assertThat(model.without().orElseThrow().title()).isEqualTo("Fork without k 7\u2026");
    }

    @Test
    void aPartOfTheAblationIsChosenUntilAFrequencyIs() {
        cache.arrive(run.checkpoints().getLast());
        model.choosePart("blocks.1.mlp");
        assertThat(model.without().orElseThrow())
                .isEqualTo(new ForkWithout("reset block 1 mlp", "Fork with block 1 MLP reset\u2026"));
        model.choosePart("blocks.1.mlp");
        assertThat(model.without().orElseThrow().intervention()).startsWith("remove-frequency");
        model.choosePart("blocks.0.attention");
        model.choose(CircuitChart.EMBEDDING_POWER, 7);
        assertThat(model.without().orElseThrow().intervention()).isEqualTo("remove-frequency 7");
    }

    @Test
    void partsAreSilencedWhenSomebodyAsksForIt() {
        assertThat(cache.request.ablated()).isEmpty();
        model.ablationProperty().set(true);
        assertThat(cache.request.ablated()).contains(new CheckpointAddress("run", run.checkpoints().getLast()));
    }

    private CircleScene circle() {
        return model.circle().sceneProperty().get().orElseThrow();
    }

    @Test
    void aPairIsAskedWhenBothNumbersAreGood() {
        int step = run.checkpoints().getLast();
        cache.arrive(step);
        model.firstProperty().set("41");
        model.secondProperty().set(" 73 ");
        assertThat(cache.request.asked()).contains(new CircuitRequest.Pair(41, 73));
        cache.answers.put(new PairQuestion(new CheckpointAddress("run", step), 41, 73),
                new PairLogits(41, 73, 17, new float[97]));
        cache.listener.run();
        assertThat(model.pageProperty().get().scene().orElseThrow().pair().orElseThrow().right()).isEqualTo(17);
    }

    @Test
    void badNumbersAreMarkedInOneSentenceAndAskNothing() {
        model.firstProperty().set("97");
        assertThat(model.field(true).problem())
                .isEqualTo("a takes a whole number from 0 to 96, and '97' is not one.");
        assertThat(cache.request.asked()).isEmpty();
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

    private static CircuitRequest.Reading look(int step, boolean whole) {
        return new CircuitRequest.Reading(new CheckpointAddress("run", step), whole);
    }

    /** Tokens that move from one circle to one twice as large. */
    private static final class Plane implements CircleSource {
        @Override
        public void want(RunHistory run, int frequency) {
            // It is there at once.
        }

        @Override
        public Optional<CirclePath> path(String run, int frequency) {
            EmbeddingCircle small = READING.embedding().circle(frequency);
            double[] x = IntStream.range(0, 97).mapToDouble(token -> 2 * small.x(token)).toArray();
            double[] y = IntStream.range(0, 97).mapToDouble(token -> 2 * small.y(token)).toArray();
            return Optional.of(new CirclePath(new TreeMap<>(
                    Map.of(0, small, 100, EmbeddingCircle.at(FourierBasis.of(97), frequency, x, y)))));
        }

        @Override
        public void listen(Runnable listener) {
            // Nothing new ever comes.
        }
    }

    /** Readings that come when a test says so. */
    private static final class Shelf implements CircuitSource {
        private final Map<CheckpointAddress, CircuitResult> looks = new HashMap<>();
        private final Map<PairQuestion, PairLogits> answers = new HashMap<>();
        private CircuitRequest request = CircuitRequest.NONE;
        private Runnable listener = () -> {};

        void arrive(int step) {
            looks.put(new CheckpointAddress("run", step), new CircuitResult.Read(READING));
            listener.run();
        }

        @Override
        public void want(CircuitRequest wanted) {
            request = wanted;
        }

        @Override
        public Optional<CircuitResult> result(CheckpointAddress at) {
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
