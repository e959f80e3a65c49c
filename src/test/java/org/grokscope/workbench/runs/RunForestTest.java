package org.grokscope.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;

class RunForestTest {
    private static final Predicate<RunHistory> ALL = run -> true;

    @Test
    void noRunsMakeNoTree() {
        assertThat(RunForest.of(List.of(), ALL)).isEmpty();
    }

    @Test
    void theNewestRunIsOnTop() {
        assertThat(tree(ALL, run("old", 1), run("new", 3), run("middle", 2))).isEqualTo("new middle old");
    }

    @Test
    void runsMadeAtOnceStandInTheOrderOfTheirIds() {
        assertThat(tree(ALL, run("a", 1), run("b", 1))).isEqualTo("b a");
    }

    @Test
    void forksStandUnderTheirParentTheOldestFirst() {
        assertThat(tree(ALL, fork("late", "parent", 3), run("parent", 1), fork("early", "parent", 2)))
                .isEqualTo("parent(early late)");
    }

    @Test
    void aForkOfAForkStandsUnderTheFork() {
        assertThat(tree(ALL, run("parent", 1), fork("child", "parent", 2), fork("grandchild", "child", 3)))
                .isEqualTo("parent(child(grandchild))");
    }

    @Test
    void aForkWhoseParentIsGoneIsARoot() {
        assertThat(tree(ALL, run("other", 1), fork("orphan", "gone", 2))).isEqualTo("orphan other");
    }

    @Test
    void aRunThatCallsItselfItsParentIsARoot() {
        assertThat(tree(ALL, fork("self", "self", 1))).isEqualTo("self");
    }

    @Test
    void runsThatAreNotWantedAreLeftOut() {
        assertThat(tree(only("a"), run("a", 1), run("b", 2), fork("c", "a", 3))).isEqualTo("a");
    }

    @Test
    void aWantedForkKeepsItsAncestors() {
        assertThat(tree(only("grandchild"), run("parent", 1), fork("child", "parent", 2), fork("sister", "parent", 3),
                fork("grandchild", "child", 4))).isEqualTo("parent(child(grandchild))");
    }

    private static RunHistory run(String id, int minute) {
        return Runs.fresh(id, id, minute);
    }

    private static RunHistory fork(String id, String parent, int minute) {
        return Runs.fork(id, parent, minute, 1, RunState.FINISHED);
    }

    private static Predicate<RunHistory> only(String id) {
        return run -> run.head().id().equals(id);
    }

    private static String tree(Predicate<RunHistory> wanted, RunHistory... runs) {
        return text(RunForest.of(List.of(runs), wanted));
    }

    private static String text(List<RunBranch> branches) {
        return branches.stream()
                .map(branch -> branch.run().head().id()
                        + (branch.forks().isEmpty() ? "" : "(" + text(branch.forks()) + ")"))
                .collect(Collectors.joining(" "));
    }
}
