package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.text.StepLabel;
import org.grokscope.training.RunExecutor;
import org.grokscope.workbench.control.Theme;
import org.grokscope.workbench.preferences.PreferencesFile;
import org.grokscope.workbench.runs.RunsModel;

/** The window itself: its size, its looks, and what happens when it is closed. */
public final class WorkbenchWindow {
    private WorkbenchWindow() {}

    /** Opens a window onto the folder of runs and the executor; it closes the executor when it closes. */
    public static Workbench open(Stage stage, Path runsFolder, RunExecutor executor) {
        return open(stage, runsFolder, executor, new WindowQuestions(stage, runsFolder));
    }

    /** Opens a window that asks elsewhere. */
    static Workbench open(Stage stage, Path runsFolder, RunExecutor executor, Questions questions) {
        Theme.loadFonts();
        PreferencesFile file = PreferencesFile.open();
        Workbench workbench = new Workbench(runsFolder, executor, questions, file.preferences());
        WindowMemory memory = new WindowMemory(stage, file.preferences());
        Parent content = workbench.build();
        workbench.textSize().follow(content);
        // Runs are read while the window is being made.
        workbench.start();
        Scene scene = new Scene(content);
        new Appearance(file.preferences().theme(), workbench.model().dark());
        workbench.model().dark().subscribe(dark -> {
            Theme.of(dark).install();
            Theme.of(dark).dress(scene.getStylesheets());
        });
        Shortcuts shortcuts = new Shortcuts(workbench, stage);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, shortcuts);
        scene.addEventFilter(KeyEvent.KEY_TYPED, shortcuts);
        stage.setScene(scene);
        stage.titleProperty().bind(workbench.model().runs().chosen()
                .map(chosen -> title(chosen, workbench.model().runs())));
        Theme.icon(stage);
        memory.restore();
        saveInAMoment(file);
        stage.setOnCloseRequest(request -> {
            if (!workbench.mayClose()) {
                request.consume();
            }
        });
        stage.setOnHiding(_ -> {
            memory.remember();
            // A tooltip does not bear that its window closes under it.
            List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
        });
        stage.setOnHidden(_ -> {
            file.save();
            workbench.closeInBackground();
        });
        stage.show();
        scene.getRoot().lookup("#runs").requestFocus();
        return workbench;
    }

    /** Names the chosen run and a fork's parent; where a person looks at another window, it says that the run has grokked. */
    private static String title(Optional<RunHistory> chosen, RunsModel runs) {
        return chosen.map(run -> named(run, runs) + run.at(Milestone.GROKKED)
                .map(at -> " grokked at " + StepLabel.of(at.step())).orElse("") + " \u2013 ").orElse("") + "Grokscope";
    }

    private static String named(RunHistory run, RunsModel runs) {
        Lineage lineage = run.head().lineage();
        return lineage == null
                ? run.head().name()
                : run.head().name() + " of " + runs.run(lineage.parent()).map(parent -> parent.head().name())
                        .orElseGet(lineage::parentFolder);
    }

    /** What was chosen outlives the program also where it is killed. */
    private static void saveInAMoment(PreferencesFile file) {
        PauseTransition moment = new PauseTransition(Duration.millis(500));
        moment.setOnFinished(_ -> file.save());
        file.changed().subscribe(changed -> {
            if (changed) {
                moment.playFromStart();
            }
        });
    }
}
