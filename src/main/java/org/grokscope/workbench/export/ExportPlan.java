package org.grokscope.workbench.export;

import java.util.Optional;
import org.grokscope.figure.export.FigureExport;
import org.grokscope.figure.export.Page;

/**
 * What the fields of the dialog add up to.
 *
 * @param export empty when something is wrong
 * @param page the figure laid out, also of a table, to be looked at
 * @param problem what is wrong, in a sentence; empty when nothing is
 */
public record ExportPlan(Optional<FigureExport> export, Optional<Page> page, String problem) {
    static ExportPlan of(FigureExport export, Page page) {
        return new ExportPlan(Optional.of(export), Optional.of(page), "");
    }

    static ExportPlan wrong(String problem) {
        return new ExportPlan(Optional.empty(), Optional.empty(), problem);
    }
}
