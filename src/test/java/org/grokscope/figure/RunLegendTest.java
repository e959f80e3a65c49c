package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class RunLegendTest {
    private static RunHistory run(String id, String name, @Nullable Lineage lineage) {
        return Runs.run("a", name, 1, RunState.FINISHED, 1000).known(id, lineage);
    }

    private static List<String> names(RunHistory... histories) {
        List<TimelineRun> runs = Stream.of(histories)
                .map(history -> new TimelineRun(history, Color.BLUE, false, 0)).toList();
        return runs.stream().map(run -> run.label(runs)).toList();
    }

    @Test
    void aForkNamesItsParentWithoutAPath() {
        assertThat(names(run("f", "fork", new Lineage("/home/me/runs/first", 100, List.of())),
                run("g", "fork", new Lineage("second", 100, List.of())))).allSatisfy(
                        name -> assertThat(name).matches(".* of (first|second)"));
    }

    @Test
    void namesakesOfTwoFoldersHaveTheirFolders() {
        assertThat(names(run("a", "same", null), run("/home/me/others/a", "same", null))).containsExactly("same",
                "same in others");
    }

    @Test
    void namesakesOfOneFolderAreNumbered() {
        assertThat(names(run("a", "same", null), run("b", "same", null), run("c", "other", null)))
                .containsExactly("same", "same (2)", "other");
    }
}
