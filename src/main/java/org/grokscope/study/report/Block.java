package org.grokscope.study.report;

import java.util.List;
import org.grokscope.study.FoundRun;

/** A part of a report. */
public sealed interface Block {
    /** A heading. */
    record Heading(String text) implements Block {}

    /** Some sentences. */
    record Paragraph(String text) implements Block {}

    /**
     * Numbers.
     *
     * @param caption says what they are
     * @param heads one for each value of a row; those that are {@link Words#PAPER} stand over the paper's numbers
     */
    record Table(String caption, List<String> heads, List<Row> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param values the first says what the row is about
     * @param runs that the numbers come from
     */
    record Row(List<String> values, Verdict verdict, List<FoundRun> runs) {
        public Row {
            values = List.copyOf(values);
            runs = List.copyOf(runs);
        }
    }

    /**
     * A figure.
     *
     * @param svg the drawing, an {@code svg} element
     * @param caption says what it shows
     */
    record Figure(String svg, String caption) implements Block {}
}
