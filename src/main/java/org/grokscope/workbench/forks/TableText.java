package org.grokscope.workbench.forks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.analysis.ForkPool;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.Spread;

/** The table as spreadsheets take it: columns parted by tabs, plain numbers, nothing where there is none. */
final class TableText {
    private static final List<String> HEAD = List.of("weightDecay", "control", "draws", "branches", "grokked",
            "grokkedAtMean", "grokkedAtDeviation", "delayMean", "delayDeviation", "normMean", "normDeviation",
            "outcome");

    private TableText() {}

    static String of(ForkPool pool) {
        return Stream.concat(Stream.of(String.join("\t", HEAD)),
                pool.law().cells().stream().map(cell -> line(cell, pool.control(cell.weightDecay()))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(LawCell cell, boolean control) {
        Spread at = cell.grokkedAt();
        Spread delay = cell.delay();
        Spread norm = cell.norm();
        return String.join("\t",
                List.of(number(cell.weightDecay()), control ? "yes" : "no", Integer.toString(cell.draws()),
                        Integer.toString(cell.points().size()), Integer.toString(cell.grokked().size()),
                        number(at.mean()), number(at.deviation()), number(delay.mean()), number(delay.deviation()),
                        number(norm.mean()), number(norm.deviation()), OutcomeText.of(cell)));
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
