package org.grokscope.workbench.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.analysis.NetworkDifference;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.measure.CirclePath;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.PairLogits;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two networks side by side. */
class BesideModelTest {
    private static final CircuitReading GROKKED = SampleCircuits.grokked(97).reading();
    private static final CircuitReading RANDOM = SampleCircuits.random(97).reading();
    private static final int LAST = 8000;

    private final RunHistory run = Runs.run("run", "a run", 0, RunState.FINISHED, LAST);
    private final RunHistory other = Runs.run("other", "another", 1, RunState.FINISHED, LAST);
    private final RunHistory smaller = Runs.of("smaller", 2, 53, 42, 1, RunState.FINISHED, LAST);
    private final Known known = new Known();
    private final CircuitModel model = new CircuitModel(known, new NoCircles(), new NoCourses());
    private final BesideModel beside = model.beside();

    @BeforeEach
    void look() {
        known.put("run", LAST, GROKKED);
        model.watchedProperty().set(true);
        beside.runsProperty().set(List.of(run, other, smaller));
        beside.selectionProperty().set(List.of("run"));
        model.runProperty().set(Optional.of(run));
        beside.openProperty().set(true);
    }

    @Test
    void aRunStandsBesideItselfWhenItHadMemorisedOrAtTheStepThatIsChosen() {
        assertThat(right()).as("the nearest checkpoint").isEqualTo(new CheckpointAddress("run", 500));
        beside.wantedStepProperty().set(OptionalInt.of(1500));
        assertThat(right()).isEqualTo(new CheckpointAddress("run", 1500));
        model.checkpoints().move(false);
        assertThat(right()).as("a step that was chosen stays").isEqualTo(new CheckpointAddress("run", 1500));
    }

    @Test
    void anotherRunGoesAlongWithTheStep() {
        beside.selectionProperty().set(List.of("other", "run"));
        assertThat(right()).isEqualTo(new CheckpointAddress("other", LAST));
        known.put("run", 2000, GROKKED);
        model.cursorStepProperty().set(2000);
        assertThat(right()).isEqualTo(new CheckpointAddress("other", 2000));
    }

    @Test
    void bothAreReadFirstOfAll() {
        beside.wantedRunProperty().set(Optional.of("other"));
        assertThat(known.request.readings().subList(0, 4)).extracting(CircuitRequest.Reading::at).containsExactly(
                new CheckpointAddress("run", LAST), new CheckpointAddress("other", LAST),
                new CheckpointAddress("run", LAST), new CheckpointAddress("other", LAST));
        beside.openProperty().set(false);
        assertThat(known.request.readings()).noneMatch(it -> it.at().run().equals("other"));
        assertThat(beside.pageProperty().get()).isEmpty();
    }

    @Test
    void eachSceneKnowsTheOtherNetworkAndBothLookAlongOneFrequency() {
        beside.wantedRunProperty().set(Optional.of("other"));
        known.put("other", LAST, RANDOM);
        model.choose(CircuitChart.EMBEDDING_POWER, 31);
        CircuitScene left = page().first().scene().orElseThrow();
        CircuitScene right = page().second().scene().orElseThrow();
        assertThat(left.beside()).contains(RANDOM);
        assertThat(right.beside()).contains(GROKKED);
        assertThat(right.frequency()).isEqualTo(31);
        assertThat(page().differences()).extracting(NetworkDifference::name).contains("neurons on k = 13");
        assertThat(model.pageProperty().get().scene().orElseThrow().beside()).as("what is exported").isEmpty();
    }

    @Test
    void theExplanationIsOfTheNetworkUnderThePointer() {
        beside.wantedRunProperty().set(Optional.of("other"));
        known.put("other", LAST, RANDOM);
        model.explain(CircuitChart.EMBEDDING_POWER, true);
        assertThat(model.explanation()).contains("spreads its power");
        model.explain(CircuitChart.EMBEDDING_POWER, false);
        assertThat(model.explanation()).contains("stand out");
    }

    @Test
    void aNetworkOfAnotherPrimeStandsBesideWithoutMarks() {
        model.ask(60, 70);
        beside.wantedRunProperty().set(Optional.of("smaller"));
        known.put("smaller", LAST, SampleCircuits.grokked(53).reading());
        assertThat(page().second().scene().orElseThrow().pairWanted()).as("it does not know 60").isFalse();
        assertThat(known.request.pair(new CheckpointAddress("smaller", LAST))).isEmpty();
        assertThat(page().differences()).extracting(NetworkDifference::name).doesNotContain("pairs right here alone");
    }

    @Test
    void aDamagedCheckpointIsToldOnItsSideAlone() {
        beside.wantedRunProperty().set(Optional.of("other"));
        known.results.put(new CheckpointAddress("other", LAST), new CircuitResult.Damaged("It is damaged."));
        known.listener.run();
        assertThat(page().second().obstacle()).isEqualTo("It is damaged.");
        assertThat(page().first().scene()).isPresent();
        assertThat(page().differences()).isEmpty();
    }

    @Test
    void otherRunsThatAreSelectedTakeThePlaceOfWhatWasChosen() {
        beside.wantedRunProperty().set(Optional.of("smaller"));
        beside.selectionProperty().set(List.of("other", "run"));
        assertThat(right().run()).isEqualTo("other");
    }

    private BesidePage page() {
        return beside.pageProperty().get().orElseThrow();
    }

    private CheckpointAddress right() {
        return page().second().at().orElseThrow();
    }

    /** What was read by then. */
    private static final class Known implements CircuitSource {
        private final Map<CheckpointAddress, CircuitResult> results = new HashMap<>();
        private CircuitRequest request = CircuitRequest.NONE;
        private Runnable listener = () -> {};

        void put(String run, int step, CircuitReading reading) {
            results.put(new CheckpointAddress(run, step), new CircuitResult.Read(reading));
            listener.run();
        }

        @Override
        public void want(CircuitRequest wanted) {
            request = wanted;
        }

        @Override
        public Optional<CircuitResult> result(CheckpointAddress at) {
            return Optional.ofNullable(results.get(at));
        }

        @Override
        public Optional<PairLogits> answer(PairQuestion question) {
            return Optional.empty();
        }

        @Override
        public void listen(Runnable told) {
            listener = told;
        }
    }

    /** Nothing is known of circles that move. */
    private static final class NoCircles implements CircleSource {
        @Override
        public void want(RunHistory of, int frequency) {
            // Nobody waits for it.
        }

        @Override
        public Optional<CirclePath> path(String of, int frequency) {
            return Optional.empty();
        }

        @Override
        public void listen(Runnable told) {
            // There is nothing to tell.
        }
    }
}
