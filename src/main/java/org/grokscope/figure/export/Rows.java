package org.grokscope.figure.export;

import java.util.List;
import java.util.function.Consumer;
import org.grokscope.run.RunHistory;

/**
 * Is told the numbers of a figure, a row each: a run may have thirty million of them, so nothing of them is kept on the way to the
 * file.
 */
public final class Rows {
    /**
     * Whose numbers they are. Those of one run are the same object, one after the other.
     *
     * @param runs more than one for a mean
     */
    record Subject(List<RunHistory> runs, String name) {}

    /**
     * A row.
     *
     * @param step of the run; empty where it is a mean of runs that are at different steps
     * @param aligned where the figure has it
     * @param value to the last bit; what is not finite is blank
     */
    record Row(String step, double aligned, Subject subject, Column column, String value) {}

    private final Consumer<Row> receiver;
    private Subject subject = new Subject(List.of(), "");

    Rows(Consumer<Row> receiver) {
        this.receiver = receiver;
    }

    /**
     * Adds a row.
     *
     * @param value to the last bit; what is not finite is left blank, as metrics.jsonl has null for it
     */
    void add(int step, RunHistory run, Column column, double value) {
        add(step, step, run, column, text(value));
    }

    /** Adds a row whose value is already written. */
    void add(int step, RunHistory run, Column column, String value) {
        add(step, step, run, column, value);
    }

    /** Adds a row of a run that stands elsewhere in the figure than at its own step. */
    void add(int step, double aligned, RunHistory run, Column column, String value) {
        if (subject.runs().size() != 1 || subject.runs().getFirst() != run) {
            subject = new Subject(List.of(run), run.head().name());
        }
        receiver.accept(new Row(Integer.toString(step), aligned, subject, column, value));
    }

    /** Adds a row of a mean. */
    void addMean(double aligned, List<RunHistory> runs, String name, Column column, double value) {
        receiver.accept(new Row("", aligned, new Subject(runs, name), column, text(value)));
    }

    /** Returns what puts measures under a heading. */
    Rows under(String heading) {
        return new Rows(row -> receiver.accept(
                new Row(row.step(), row.aligned(), row.subject(), row.column().under(heading), row.value())));
    }

    /** Writes a number to the last bit. */
    static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
