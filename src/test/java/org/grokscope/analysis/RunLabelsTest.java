package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.grokscope.figure.SampleForks;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunLabelsTest {
    private static RunHistory run(String id, String name, @Nullable Lineage lineage) {
        return Runs.run("a", name, 1, RunState.FINISHED, 1000).known(id, lineage);
    }

    private static List<String> labels(RunHistory... runs) {
        return RunLabels.of(List.of(runs)).stream().map(label -> label.replace('\u00a0', ' ')).toList();
    }

    @Test
    void runsOfOneNameAreToldByTheirWeightDecay() {
        RunHistory one = Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 1000);
        RunHistory other = Runs.of("b", 1, 97, 42, 3, RunState.FINISHED, 1000);
        assertThat(labels(one, other)).containsExactly("\u03bb 1", "\u03bb 3");
    }

    @Test
    void weightDecayComesBeforeAnyOtherSetting() {
        RunHistory one = Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 8000);
        RunHistory other = Runs.of("b", 1, 53, 42, 3, RunState.FINISHED, 8000);
        assertThat(labels(one, other)).containsExactly("\u03bb 1 \u00b7 p 97", "\u03bb 3 \u00b7 p 53");
    }

    @Test
    void drawsOfOneWeightDecayAreToldByWhatOrdersTheirBatches() {
        List<String> labels = labels(SampleForks.grokked("p", 2, 0, 900), SampleForks.grokked("p", 2, 1, 1100),
                SampleForks.grokked("p", 3, 0, 500));
        assertThat(labels).doesNotHaveDuplicates().allMatch(label -> label.startsWith("\u03bb "));
    }

    @Test
    void runsThatDifferInNoSettingHaveTheirNames() {
        assertThat(labels(run("a", "one", null), run("b", "two", null))).containsExactly("one", "two");
    }

    @Test
    void namesakesOfTwoFoldersHaveTheirFolders() {
        assertThat(labels(run("a", "same", null), run("/home/me/others/a", "same", null))).containsExactly("same",
                "same in others");
    }

    @Test
    void namesakesOfOneFolderHaveTheirIds() {
        assertThat(labels(run("a", "same", null), run("b", "same", null), run("c", "other", null)))
                .containsExactly("same (a)", "same (b)", "other");
    }

    @Test
    void likeForksOfTwoRunsNameTheirParentsWithoutAPath() {
        assertThat(labels(run("f", "fork", new Lineage("/home/me/runs/first", 100, List.of())),
                run("g", "fork", new Lineage("second", 100, List.of())))).containsExactly("fork of first",
                        "fork of second");
    }

    @Test
    void oneRunHasItsName() {
        assertThat(labels(run("a", "alone", null))).containsExactly("alone");
    }

    @Test
    void noTwoRunsHaveOneLabelEvenIfTheyAreTheSame() {
        RunHistory run = run("a", "same", null);
        assertThat(labels(run, run)).doesNotHaveDuplicates();
        assertThat(Stream.of(labels(run("x/a", "same", null), run("y/a", "same", null), run("x/b", "same", null))))
                .allSatisfy(labels -> assertThat(labels).doesNotHaveDuplicates());
    }
}
