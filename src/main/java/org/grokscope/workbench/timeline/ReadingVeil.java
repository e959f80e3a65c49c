package org.grokscope.workbench.timeline;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.grokscope.run.RunHistory;

/**
 * Lies over charts while the chosen run is read, and says so: until then they show what was chosen before. Most runs are read
 * before it comes; the log of a million evaluations takes seconds.
 */
final class ReadingVeil {
    private static final Duration PATIENCE = Duration.millis(400);

    private final Label words = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /** @param chosen the run that the charts are to show */
    ReadingVeil(ObservableValue<Optional<RunHistory>> chosen) {
        words.getStyleClass().add("reading");
        words.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        words.setMouseTransparent(true);
        words.setVisible(false);
        patience.setOnFinished(_ -> words.setVisible(true));
        chosen.subscribe(run -> run.filter(it -> !it.whole()).ifPresentOrElse(this::read, this::done));
    }

    Region node() {
        return words;
    }

    private void read(RunHistory run) {
        words.setText("Reading " + run.head().name() + "\u2026");
        if (!words.isVisible()) {
            patience.play();
        }
    }

    private void done() {
        patience.stop();
        words.setVisible(false);
    }
}
