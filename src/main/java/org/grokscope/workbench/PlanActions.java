package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.workbench.study.PlanDialog;
import org.grokscope.workbench.study.PlanModel;

/** Opens plans: their runs in the list, and where each of their lines stands. */
final class PlanActions {
    private final OpenFolders folders;
    private final Questions questions;
    private final ObjectProperty<Optional<Notice>> notice;

    PlanActions(OpenFolders folders, Questions questions, ObjectProperty<Optional<Notice>> notice) {
        this.folders = folders;
        this.questions = questions;
        this.notice = notice;
    }

    /** Asks for the folder of a plan, and shows it. */
    void open() {
        questions.folder().ifPresent(this::show);
    }

    /** Returns the folders of the plans whose runs are in the list. */
    List<Path> shown() {
        return folders.all().stream().flatMap(it -> OpenFolders.plan(it).stream()).toList();
    }

    /** Shows a plan. */
    void show(Path folder) {
        if (!PlanFolder.isPlan(folder)) {
            notice.set(Optional.of(new Notice("There is no plan in " + folder.getFileName() + ": it has no plan.jsonl.",
                    "")));
            return;
        }
        folders.open(folder);
        questions.show(new PlanDialog(new PlanModel(folder, Platform::runLater), questions::sure).build());
    }
}
