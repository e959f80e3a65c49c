package org.grokscope.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.TimelineRun;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.grokscope.workbench.compare.CompareFact.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareModelTest {
    private final Later later = new Later();
    private final CompareModel model = new CompareModel(later);

    @BeforeEach
    void somebodyLooks() {
        model.watchedProperty().set(true);
    }

    @Test
    void theBranchesThatTheTimelineAddsAreNotCompared() {
        show(List.of("a", "b"), Runs.fork("f", "b", 2, 3, RunState.FINISHED), run("a", 42), run("b", 7));
        assertThat(model.runs()).extracting(run -> run.head().id()).containsExactly("a", "b");
    }

    @Test
    void oneRunIsTooFew() {
        show(List.of("a"), run("a", 42), Runs.fork("f", "a", 2, 3, RunState.FINISHED));
        assertThat(model.tooFew()).isTrue();
    }

    @Test
    void selectedRunsThatAreNotDrawnYetAreBeingRead() {
        show(List.of("a"), run("a", 42));
        assertThat(model.reading()).isFalse();
        model.selectionProperty().set(List.of("a", "b"));
        assertThat(model.reading()).isTrue();
        show(List.of("a", "b"), run("a", 42), run("b", 7));
        assertThat(model.reading()).isFalse();
    }

    @Test
    void onlySettingsThatDifferAreInTheTable() {
        show(List.of("a", "b"), run("a", 42), run("b", 7));
        assertThat(model.sheet().facts().stream().filter(fact -> fact.part() == Part.SETTINGS))
                .singleElement().satisfies(fact -> {
                    assertThat(fact.title()).isEqualTo("seed");
                    assertThat(fact.values()).extracting(CompareValue::text).containsExactly("42", "7");
                });
    }

    @Test
    void whatWasNotReachedIsADash() {
        show(List.of("a", "b"), run("a", 42), Runs.of("b", 1, 97, 7, 1, RunState.FINISHED, 2000));
        assertThat(texts("grokked")).containsExactly("4,000", "\u2014");
        assertThat(texts("lead").getLast()).isEqualTo("\u2014");
        assertThat(texts("norm at grok").getLast()).isEqualTo("\u2014");
        assertThat(texts("last step")).containsExactly("8,000", "2,000");
    }

    @Test
    void statesAreToldWhereNotAllHaveFinished() {
        show(List.of("a", "b"), run("a", 42), run("b", 7));
        assertThat(model.sheet().facts()).extracting(CompareFact::title).doesNotContain("state");
        show(List.of("a", "b"), run("a", 42), Runs.of("b", 1, 97, 7, 1, RunState.PAUSED, 2000));
        assertThat(texts("state")).containsExactly("finished", "paused");
    }

    @Test
    void stepsAreSortedByNumber() {
        assertThat(Stream.of("10,000", "900", "2,000").map(CompareValue::setting).sorted()
                .map(CompareValue::text)).containsExactly("900", "2,000", "10,000");
    }

    @Test
    void statisticsAreWorkedOutInTheBackgroundAndOnlyOnce() {
        show(List.of("a", "b"), run("a", 42), run("b", 7));
        assertThat(model.leadsProperty().get()).isEmpty();
        show(List.of("a", "b"), run("a", 42), run("b", 7));
        assertThat(later.waiting).hasSize(1);
        later.finish();
        assertThat(model.leadsProperty().get()).hasValueSatisfying(leads -> {
            assertThat(leads.ceiling().overConfigurations().count()).isEqualTo(2);
            assertThat(leads.ceiling().overPrimes().count()).isEqualTo(1);
            assertThat(leads.restricted().lacking()).isEqualTo(2);
        });
    }

    @Test
    void statisticsOfAnEarlierSelectionAreDropped() {
        show(List.of("a", "b"), run("a", 42), run("b", 7));
        show(List.of("a", "b", "c"), run("a", 42), run("b", 7), run("c", 8));
        later.finish();
        assertThat(model.leadsProperty().get().orElseThrow().ceiling().runs()).isEqualTo(3);
    }

    @Test
    void nothingIsWorkedOutWhileNobodyLooks() {
        model.watchedProperty().set(false);
        show(List.of("a", "b"), run("a", 42), run("b", 7));
        assertThat(later.waiting).isEmpty();
        model.watchedProperty().set(true);
        assertThat(later.waiting).hasSize(1);
    }

    @Test
    void aControlIsNoFurtherConfiguration() {
        List<RunHistory> family = SampleForks.family().stream()
                .filter(run -> run.head().id().equals("parent") || run.control()).toList();
        show(family.stream().map(run -> run.head().id()).toList(), family.toArray(RunHistory[]::new));
        Leads.Question question = Leads.Question.of(family);
        assertThat(question.ceiling()).extracting(point -> point.configuration()).hasSize(2).containsOnly(
                question.ceiling().getFirst().configuration());
    }

    @Test
    void twoRunsAreComparedByTheirGrokking() {
        show(List.of("p-2.0-0", "p-3.0-0"), SampleForks.grokked("p", 2, 0, 1000), SampleForks.grokked("p", 3, 0, 600));
        assertThat(model.explanation()).isEqualTo("These 2 runs differ in \u03bb alone. The first to grok was "
                + "\u03bb\u00a03, at step 2,300, 400 steps before \u03bb\u00a02.");
    }

    @Test
    void fewLeadsAreNotSaidToBeMoreThanChance() {
        show(List.of("a", "b", "c"), run("a", 42), run("b", 7), run("c", 8));
        later.finish();
        assertThat(model.explanation())
                .isEqualTo("These 3 runs differ in seed alone. The FSD reached its ceiling before "
                        + "grokking in 3 of 3 configurations, too few to rule out chance: that takes six.");
    }

    @Test
    void manyLeadsOfOneSignAreMoreThanChance() {
        RunHistory[] runs = Stream.iterate(0, i -> i < 9, i -> i + 1).map(i -> run("r" + i, i))
                .toArray(RunHistory[]::new);
        show(Stream.of(runs).map(run -> run.head().id()).toList(), runs);
        later.finish();
        assertThat(model.explanation()).endsWith(
                "before grokking in 9 of 9 configurations, more often than chance explains, and the mean lead is not 0 either.");
    }

    @Test
    void theCopiedTableHasALineForEachRunAndPlainNumbers() {
        show(List.of("a", "b"), run("a", 42), Runs.of("b", 1, 97, 7, 1, RunState.FINISHED, 2000));
        List<String> lines = model.sheet().text().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("run\tseed\tmemorised\tFSD ceiling\trestricted sync\tgrokked\tlead\t");
        assertThat(lines.get(1)).startsWith("a\t42\t").contains("\t4000\t");
        assertThat(lines.get(2)).startsWith("b\t7\t").doesNotContain("\u2014").doesNotContain(",");
    }

    private List<String> texts(String title) {
        return model.sheet().facts().stream().filter(fact -> fact.title().equals(title)).findFirst().orElseThrow()
                .values().stream().map(CompareValue::text).toList();
    }

    private static RunHistory run(String id, long seed) {
        return Runs.of(id, 0, 97, seed, 1, RunState.FINISHED, 8000);
    }

    private void show(List<String> selected, RunHistory... drawn) {
        model.selectionProperty().set(selected);
        model.drawnProperty()
                .set(Stream.of(drawn).map(run -> new TimelineRun(run, Color.BLACK, false, 0)).toList());
    }

    /** Does what it is given when the test says so. */
    private static final class Later implements CompareModel.Background {
        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> then) {
            waiting.add(() -> {
                try {
                    then.accept(work.call());
                } catch (Exception problem) {
                    throw new AssertionError(problem);
                }
            });
        }

        private void finish() {
            List.copyOf(waiting).forEach(Runnable::run);
            waiting.clear();
        }
    }
}
