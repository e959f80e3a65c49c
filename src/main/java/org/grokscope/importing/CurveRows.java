package org.grokscope.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grokscope.file.FileProblem;
import org.grokscope.foreign.Curves;
import org.grokscope.measure.Measure;

/** What the rows of a log come to, step by step, and what of them cannot be used: nothing is left out without a word. */
final class CurveRows {
    private static final double PER_CENT = 100;
    /** Accuracies are rounded by those who write them. */
    private static final double ROUNDING = 1.0001;

    private final String file;
    private final CurveColumns columns;
    private final TreeMap<Integer, Map<Measure, Double>> steps = new TreeMap<>();
    /** How often something was found, by the sentence that tells of its first time. */
    private final Map<Odd, Found> found = new LinkedHashMap<>();

    private enum Odd {
        NO_STEP("left out"), WRONG_STEP("left out"), ROUNDED("rounded"), NO_NUMBER("left out"), TWICE("replaced");

        private final String done;

        Odd(String done) {
            this.done = done;
        }
    }

    private record Found(String first, int count) {}

    /**
     * Goes through the rows.
     *
     * @param file its name, for sentences
     * @param stepsPerEpoch what the column of steps is multiplied by
     */
    CurveRows(String file, Curves curves, CurveColumns columns, int stepsPerEpoch) {
        this.file = file;
        this.columns = columns;
        for (Curves.Row row : curves.rows()) {
            if (columns.measures().values().stream().anyMatch(row.values()::containsKey)) {
                take(row, stepsPerEpoch);
            }
        }
    }

    private void take(Curves.Row row, int stepsPerEpoch) {
        Double said = row.values().get(columns.step());
        if (said == null || said.isNaN()) {
            note(Odd.NO_STEP, row, "there is no step");
            return;
        }
        double exact = said * stepsPerEpoch;
        if (!(exact >= 0 && exact <= Integer.MAX_VALUE)) {
            note(Odd.WRONG_STEP, row, plain(said) + " is no step");
            return;
        }
        int step = (int) Math.rint(exact);
        if (step != exact) {
            note(Odd.ROUNDED, row, plain(exact) + " is no whole step");
        }
        columns.measures().forEach((measure, column) -> {
            Double value = row.values().get(column);
            if (value != null && value.isNaN()) {
                note(Odd.NO_NUMBER, row, column + " is no finite number");
            } else if (value != null) {
                // Of several rows of a step the last counts, as it does where logs are drawn.
                Double before = steps.computeIfAbsent(step, _ -> new HashMap<>()).put(measure, value);
                if (before != null && !before.equals(value)) {
                    note(Odd.TWICE, row, column + " has another value of step " + step + " before");
                }
            }
        });
    }

    private void note(Odd odd, Curves.Row row, String sentence) {
        found.merge(odd, new Found(place(row) + sentence, 1), (a, _) -> new Found(a.first, a.count + 1));
    }

    private String place(Curves.Row row) {
        return file + (row.line() > 0 ? ":" + row.line() : "") + ": ";
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Returns the values of each step, ascending. */
    TreeMap<Integer, Map<Measure, Double>> steps() {
        return steps;
    }

    /** Returns what was left out or changed, a sentence for each kind. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        found.forEach((odd, it) -> remarks.add("%s; %s.".formatted(it.first, it.count == 1
                ? "it was " + odd.done
                : "it and %,d more were %s".formatted(it.count - 1, odd.done))));
        return remarks;
    }

    /**
     * Returns the measures whose columns are in per cent: accuracies beyond 1.
     *
     * @throws FileProblem when a column holds what is no accuracy, in per cent or not
     */
    List<Measure> percent() throws FileProblem {
        List<Measure> percent = new ArrayList<>();
        for (Measure measure : columns.measures().keySet()) {
            double most = 0;
            for (Map<Measure, Double> values : steps.values()) {
                double value = measure.scale() == Measure.Scale.SHARE ? values.getOrDefault(measure, 0.0) : 0;
                if (value < 0 || value > PER_CENT * ROUNDING) {
                    throw new FileProblem(file + ": the column " + columns.measures().get(measure) + " has "
                            + plain(value) + ", which is no accuracy, in per cent or not.");
                }
                most = Math.max(most, value);
            }
            if (most > ROUNDING) {
                percent.add(measure);
            }
        }
        return percent;
    }
}
