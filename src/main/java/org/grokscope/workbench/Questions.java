package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import org.grokscope.figure.export.SharedRun;
import org.grokscope.run.RunHistory;
import org.grokscope.study.Study;
import org.grokscope.workbench.estimate.Estimator;
import org.grokscope.workbench.export.ExportOffer;
import org.grokscope.workbench.export.ExportOrder;
import org.grokscope.workbench.newrun.ImportOffer;
import org.grokscope.workbench.newrun.ImportOrder;
import org.grokscope.workbench.newrun.PlannedRun;
import org.grokscope.workbench.study.StudyModel;

/** What the window asks a person. */
public interface Questions {
    /**
     * Asks what to train; empty when nothing.
     *
     * @param estimator what tells how long runs take here; empty before that is known
     */
    List<PlannedRun> newRuns(ObservableValue<Optional<Estimator>> estimator);

    /** Asks for files that another program saved; empty when none. */
    List<Path> importedFiles();

    /** Shows what was found in files and asks what they do not say; empty when they are not to be imported. */
    Optional<ImportOrder> importRun(ImportOffer offer);

    /** Asks for another name; empty to keep the one it has. */
    Optional<String> name(String current);

    /** Asks for a note on a run, by its name; empty to keep the one it has. */
    Optional<String> note(String run, String current);

    /** Asks for tags, with spaces between; empty to keep those that are. */
    Optional<String> tags(String current);

    /** Asks for a folder of runs to open. */
    Optional<Path> folder();

    /** Asks whether to delete for good what lies in the trash. */
    boolean emptyTrash(int runs, long bytes);

    /** Asks for the step to train a run on to; empty to leave it. */
    OptionalInt lastStep(RunHistory run);

    /**
     * Asks which figure to write where; empty when none.
     *
     * @param saved what a person's names for formats and sizes stand for; the answer may change them
     */
    Optional<ExportOrder> export(ExportOffer offer, ObjectProperty<Map<String, String>> saved);

    /**
     * Asks where to write a whole run; empty when it is not to be written.
     *
     * @param suggested a name for the file
     */
    Optional<Path> shared(String suggested, SharedRun form);

    /**
     * Shows the studies; the window stays usable meanwhile.
     *
     * @param openReport writes the report of a study, quick or not, and shows it
     * @param openPlan asks for a plan that is trained elsewhere, and shows where it stands
     */
    void studies(StudyModel desk, BiConsumer<Study, Boolean> openReport, Runnable openPlan);

    /**
     * Asks once more whether to do something.
     *
     * @param action on the button that does it
     */
    boolean sure(String title, String sentence, String action);

    /** Shows a dialog that wants no answer; the window stays usable meanwhile. */
    void show(Dialog<ButtonType> dialog);

    /** Asks whether to stop these runs, by their names, and close the window. */
    boolean stopAndClose(List<String> names);
}
