package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import org.grokscope.figure.export.FigureName;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.study.SystemViewer;

/** Writes figures, and opens files with what the system opens them with. */
final class ExportActions {
    private final WorkbenchModel model;
    private final Questions questions;
    private final BackgroundTasks tasks;
    private final ObjectProperty<Map<String, String>> saved;

    /** @param saved what a person's names for sizes and formats stand for */
    ExportActions(WorkbenchModel model, Questions questions, BackgroundTasks tasks,
            ObjectProperty<Map<String, String>> saved) {
        this.saved = saved;
        this.model = model;
        this.questions = questions;
        this.tasks = tasks;
    }

    /** Exports what the page shows. */
    void export() {
        export(Optional.empty());
    }

    /** Exports a figure. */
    void export(FigureName figure) {
        export(Optional.of(figure));
    }

    private void export(Optional<FigureName> figure) {
        new Exportable(model).offer(figure).flatMap(offer -> questions.export(offer, saved))
                .ifPresent(order -> tasks.runShown("Export of " + order.file().getFileName(), _ -> {
                    order.export().write(order.file(), true);
                    return order.file();
                }, this::saved));
    }

    /** Says that a file was written. */
    void saved(Path file) {
        model.notice().set(Optional.of(Notice.told("Saved " + file.getFileName() + ".",
                new Notice.Remedy("Show", () -> show(file)),
                new Notice.Remedy("Copy path", () -> Clipboards.text(file.toAbsolutePath().toString())))));
    }

    /** Opens a file with what the system opens it with. */
    void show(Path file) {
        tasks.run(() -> {
            SystemViewer.open(file);
            return file;
        }, _ -> {});
    }
}
