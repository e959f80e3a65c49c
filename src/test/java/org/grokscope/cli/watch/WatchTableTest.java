package org.grokscope.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SharesNothing
class WatchTableTest {
    private static final List<WatchedRun> RUNS = List.of(
            run("b", "training", "node7", 300, 0.2, 0.1, OptionalInt.empty()),
            run("a", "finished", "", 900, 1.0, 0.9, OptionalInt.of(700)),
            run("c", "finished", "", 800, 0.9, 0.95, OptionalInt.of(600)),
            WatchedRun.pending("d, a fork", 500, "planned"));

    private static WatchedRun run(String name, String state, String host, int step, double accuracy, double fsd,
            OptionalInt grokked) {
        return new WatchedRun(name, state, host, step, 1000, state.equals("training") ? 12.5 : Double.NaN,
                OptionalInt.of(100), OptionalInt.empty(), grokked, new double[]{0, accuracy}, new double[]{0, fsd}, "");
    }

    private static WatchTable pressed(String keys) {
        WatchTable table = WatchTable.START;
        for (int key : keys.chars().toArray()) {
            table = WatchKeys.press(table, key).table();
        }
        return table;
    }

    private static String names(WatchTable table) {
        return String.join(" ", table.rows(RUNS).stream().map(run -> run.name().substring(0, 1)).toList());
    }

    @ParameterizedTest
    @CsvSource({"'', b a c d", "s, a b c d", "ss, b a c d", "sss, a c b d", "ssss, a c b d", "sssss, c a b d",
            "ssssss, c a b d", "sssssss, b a c d", "r, d c a b", "sr, d c b a", "/fin, a c", "/NODE7, b",
            "/fork, d", "/nothing, ''"})
    void keysSortAndFilter(String keys, String names) {
        assertThat(names(pressed(keys))).isEqualTo(names);
    }

    @Test
    void aFilterIsTypedUntilEnterAndClearedByEscape() {
        WatchTable table = pressed("/qs\b\r");
        assertThat(table.filter()).isEqualTo("q");
        assertThat(table.typing()).isFalse();
        assertThat(WatchKeys.escape(table, "", 5, 4).filter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"q, false", "x, true", "/q, true"})
    void qLeavesUnlessItIsTyped(String keys, boolean stays) {
        WatchTable before = pressed(keys.substring(0, keys.length() - 1));
        assertThat(WatchKeys.press(before, keys.charAt(keys.length() - 1)).stays()).isEqualTo(stays);
    }

    @Test
    void theTableFitsItsTerminalAndTellsTheRun() {
        List<String> lines = WatchTable.START.lines(RUNS, 140, 10);
        assertThat(lines).hasSize(10).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(140));
        assertThat(lines.getFirst())
                .isEqualTo("4 runs: 2 finished, 1 planned, 1 training; 12.5 steps/s together");
        assertThat(lines.get(2)).contains("b  ", "training on node7", "300 / 1,000", "12.5", "100", "▁▂", "20.0%",
                "0.100");
        assertThat(lines.get(5)).contains("d, a fork", "planned", "- / 500");
        assertThat(lines.getLast()).contains("q quit");
    }

    @Test
    void aLongNameKeepsWhatTellsForksApart() {
        WatchedRun fork = run("add-97-seed-123-fork-3000-wd-1-data-124-freeze-embedding", "finished", "", 9, 1, 1,
                OptionalInt.empty());
        assertThat(WatchTable.START.lines(List.of(fork), 140, 10).get(2))
                .startsWith("add-97-seed-\u20261-data-124-freeze-embedding  finished");
    }

    @Test
    void longTablesAreScrolled() {
        List<WatchedRun> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(WatchedRun.pending("run " + i, 10, "planned"));
        }
        WatchTable table = WatchKeys.escape(WatchTable.START, "[6~", 7, many.size());
        assertThat(table.lines(many, 80, 10)).anyMatch(line -> line.startsWith("run 7 "))
                .noneMatch(line -> line.startsWith("run 6 "));
        assertThat(WatchKeys.escape(table, "[B", 7, 9).first()).isEqualTo(2);
        assertThat(table.lines(many, 80, 10).getFirst()).endsWith("rows 8 to 14 of 100");
    }

    @Test
    void newsAreWhatChanged() {
        WatchedRun before = RUNS.getFirst();
        assertThat(before.news(before)).isEmpty();
        assertThat(run("b", "finished", "", 900, 1.0, 0.9, OptionalInt.of(700)).news(before)).containsExactly(
                "b: finished, grokked at step 700; step 900 of 1,000, validation accuracy 100.0%, FSD 0.900.");
    }
}
