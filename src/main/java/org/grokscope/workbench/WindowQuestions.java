package org.grokscope.workbench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.grokscope.figure.export.SharedRun;
import org.grokscope.run.RunHistory;
import org.grokscope.study.Study;
import org.grokscope.text.NumberText;
import org.grokscope.text.TypedNumber;
import org.grokscope.workbench.control.DialogOpening;
import org.grokscope.workbench.estimate.Estimator;
import org.grokscope.workbench.export.ExportDialog;
import org.grokscope.workbench.export.ExportForm;
import org.grokscope.workbench.export.ExportOffer;
import org.grokscope.workbench.export.ExportOrder;
import org.grokscope.workbench.export.FigureFileChoice;
import org.grokscope.workbench.export.SystemFileChoice;
import org.grokscope.workbench.newrun.ImportDialog;
import org.grokscope.workbench.newrun.ImportOffer;
import org.grokscope.workbench.newrun.ImportOrder;
import org.grokscope.workbench.newrun.NewRunDialog;
import org.grokscope.workbench.newrun.PlannedRun;
import org.grokscope.workbench.study.StudyDialog;
import org.grokscope.workbench.study.StudyModel;

/** Asks in dialogs over the window. */
final class WindowQuestions implements Questions {
    private static final double TEXT_WIDTH = 380;
    private static final int USUAL_EXTENSION = 4000;
    private static final int NOTE_ROWS = 6;

    private final Window window;
    private final Path runsFolder;
    private final FigureFileChoice files;

    WindowQuestions(Window window, Path runsFolder) {
        this(window, runsFolder, new SystemFileChoice());
    }

    /** @param files asks where to write a figure */
    WindowQuestions(Window window, Path runsFolder, FigureFileChoice files) {
        this.window = window;
        this.runsFolder = runsFolder;
        this.files = files;
    }

    @Override
    public List<PlannedRun> newRuns(ObservableValue<Optional<Estimator>> estimator) {
        return ask(new NewRunDialog(runsFolder, estimator).build()).orElse(List.of());
    }

    @Override
    public List<Path> importedFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import networks or curves");
        List<File> files = chooser.showOpenMultipleDialog(window);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> shared(String suggested, SharedRun form) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(form == SharedRun.PAGE ? "Save as a web page" : "Save as a film");
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(form.ending().toUpperCase(Locale.ROOT), "*." + form.ending()));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }

    @Override
    public Optional<ImportOrder> importRun(ImportOffer offer) {
        return ask(new ImportDialog(offer).build());
    }

    @Override
    public Optional<String> name(String current) {
        return ask(text("Rename run", "Name", current, "Rename")).map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(current));
    }

    @Override
    public Optional<String> note(String run, String current) {
        TextArea area = new TextArea(current);
        area.setId("answer");
        area.setWrapText(true);
        area.setPrefRowCount(NOTE_ROWS);
        return ask(text("Note on " + run, "What there is to know about it; notes.json in its folder keeps it.", area,
                "Keep"));
    }

    @Override
    public Optional<String> tags(String current) {
        return ask(text("Tags", "Words with spaces between; the filter finds them by tag:word.",
                new TextField(current), "Keep"));
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of runs");
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }

    @Override
    public boolean emptyTrash(int runs, long bytes) {
        String what = runs == 1 ? "One run lies" : NumberText.count(runs, "run") + " lie";
        return confirmed("Empty the trash?", what + " in the trash and take" + (runs == 1 ? "s " : " ")
                + NumberText.bytes(bytes) + ". What is deleted now cannot be brought back.", "Delete for good", "Keep");
    }

    @Override
    public OptionalInt lastStep(RunHistory run) {
        int now = run.head().configuration().schedule().steps();
        int reached = run.reached();
        int proposed = reached < now ? now : now + USUAL_EXTENSION;
        Dialog<Optional<String>> dialog = text("Continue " + run.head().name(),
                "It stands at step " + NumberText.count(reached) + ". Train on to step",
                Integer.toString(proposed), "Continue");
        TextField field = (TextField) dialog.getDialogPane().lookup("#answer");
        Node go = dialog.getDialogPane().lookupButton(dialog.getDialogPane().getButtonTypes().getLast());
        go.disableProperty().bind(field.textProperty().map(typed -> step(typed).orElse(-1) <= reached));
        return ask(dialog).map(WindowQuestions::step).orElse(OptionalInt.empty());
    }

    @Override
    public Optional<ExportOrder> export(ExportOffer offer, ObjectProperty<Map<String, String>> saved) {
        return ask(new ExportDialog(new ExportForm(offer, runsFolder), files, saved).build());
    }

    @Override
    public void studies(StudyModel desk, BiConsumer<Study, Boolean> openReport, Runnable openPlan) {
        show(new StudyDialog(desk, openReport, openPlan).build());
    }

    @Override
    public boolean sure(String title, String sentence, String action) {
        return confirmed(title, sentence, action, "Leave it as it is");
    }

    @Override
    public void show(Dialog<ButtonType> dialog) {
        dialog.initModality(Modality.NONE);
        DialogOpening.over(window, dialog);
        dialog.show();
    }

    @Override
    public boolean stopAndClose(List<String> names) {
        String what = names.size() == 1 ? names.getFirst() + " is" : names.size() + " runs are";
        String they = names.size() == 1 ? "It stops" : "They stop";
        return confirmed("Stop training and close?",
                what + " still training. " + they + " with a checkpoint and can go on later.", "Stop and close",
                "Keep training");
    }

    /** Asks whether to do what cannot be taken back; Enter leaves all as it is. */
    private boolean confirmed(String title, String sentence, String action, String refusal) {
        ButtonType stop = new ButtonType(action, ButtonData.OTHER);
        ButtonType keep = new ButtonType(refusal, ButtonData.CANCEL_CLOSE);
        Dialog<Boolean> dialog = new Dialog<>();
        fill(dialog, title, new Label(sentence));
        dialog.getDialogPane().getButtonTypes().setAll(keep, stop);
        ((Button) dialog.getDialogPane().lookupButton(keep)).setDefaultButton(true);
        dialog.setResultConverter(pressed -> pressed == stop);
        DialogOpening.over(window, dialog);
        return dialog.showAndWait().orElse(false);
    }

    private static Dialog<Optional<String>> text(String title, String question, String first, String action) {
        return text(title, question, new TextField(first), action);
    }

    private static Dialog<Optional<String>> text(String title, String question, TextInputControl field,
            String action) {
        field.setId("answer");
        Label label = new Label(question);
        label.setLabelFor(field);
        Dialog<Optional<String>> dialog = new Dialog<>();
        fill(dialog, title, label, field);
        ButtonType ok = new ButtonType(action, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, ok);
        dialog.setResultConverter(pressed -> pressed == ok ? Optional.of(field.getText()) : Optional.empty());
        field.selectAll();
        DialogOpening.focus(dialog, field);
        return dialog;
    }

    private static void fill(Dialog<?> dialog, String title, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("dialog-title");
        VBox box = new VBox(heading);
        box.getChildren().addAll(content);
        box.getStyleClass().add("question");
        for (Node node : box.getChildren()) {
            if (node instanceof Label label) {
                label.setWrapText(true);
                label.setMinHeight(Region.USE_PREF_SIZE);
            }
        }
        box.setPrefWidth(TEXT_WIDTH);
        dialog.setTitle(title);
        dialog.getDialogPane().setContent(box);
    }

    private <T> Optional<T> ask(Dialog<Optional<T>> dialog) {
        DialogOpening.over(window, dialog);
        return dialog.showAndWait().orElse(Optional.empty());
    }

    private static OptionalInt step(String typed) {
        try {
            return OptionalInt.of(TypedNumber.integer(typed));
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }
}
