package org.grokscope.figure.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.grokscope.file.FileBody;
import org.grokscope.run.RunNames;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a figure as one table, which Python, R and spreadsheets read: a row for each number, with its step, the step as
 * the figure has it, its run, what was measured and in which unit.
 */
final class TidyTable {
    private static final String HEADER = "step,aligned,run,name,folder,measure,value,unit\n";

    private final Writer out;
    private final RunNames names;
    private Rows.@Nullable Subject subject;
    /** Its run, name and folder. */
    private String its = "";

    private TidyTable(Writer out, RunNames names) {
        this.out = out;
        this.names = names;
    }

    /**
     * Returns the file.
     *
     * @param numbers tells them, whenever it is written
     * @param names say which folder a run is in
     */
    static FileBody of(Consumer<Rows> numbers, RunNames names) {
        return CsvFile.of(out -> {
            out.write(HEADER);
            numbers.accept(new Rows(new TidyTable(out, names)::row));
        });
    }

    private void row(Rows.Row row) {
        try {
            if (row.subject() != subject) {
                subject = row.subject();
                its = said(row.subject());
            }
            out.append(row.step()).append(',').append(CsvFile.number(row.aligned())).append(',').append(its).append(',')
                    .append(CsvFile.quoted(row.column().name())).append(',').append(row.value()).append(',')
                    .append(row.column().unit()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said(Rows.Subject of) {
        return CsvFile.quoted(of.runs().stream().map(run -> run.head().id()).collect(Collectors.joining(" "))) + ","
                + CsvFile.quoted(of.name()) + "," + CsvFile.quoted(of.runs().stream()
                        .map(run -> names.folder(run.head().id()).toString()).distinct()
                        .collect(Collectors.joining(" ")));
    }
}
