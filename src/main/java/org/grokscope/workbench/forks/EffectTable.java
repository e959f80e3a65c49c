package org.grokscope.workbench.forks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.grokscope.analysis.InterventionEffect;
import org.grokscope.measure.Interval;
import org.grokscope.text.NumberText;

/** What interventions did to the wait for grokking: a line for each beside those of control and sham. */
final class EffectTable extends GridPane {
    private static final List<String> HEADS = List.of("intervention", "\u03bb", "grokked", "\u0394t, 95%",
            "later than control, 95%");
    private static final double GAP = 12;

    private List<InterventionEffect> shown = List.of();

    EffectTable() {
        setId("forks-effects");
        getStyleClass().add("forks-table");
        setHgap(GAP);
        managedProperty().bind(visibleProperty());
        for (int column = 0; column < HEADS.size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(Priority.ALWAYS);
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(constraints);
        }
    }

    /** Takes over the lines; none where nobody intervened. */
    void show(List<InterventionEffect> effects) {
        setVisible(!effects.isEmpty());
        if (effects.equals(shown)) {
            return;
        }
        shown = effects;
        getChildren().clear();
        add(0, "forks-head-text", HEADS);
        for (int i = 0; i < effects.size(); i++) {
            add(i + 1, "forks-cell", cells(effects.get(i)));
        }
    }

    private void add(int row, String style, List<String> texts) {
        add(line(row == 0 ? "forks-head" : "forks-row"), 0, row, HEADS.size(), 1);
        addRow(row, texts.stream().map(text -> label(text, style)).toArray(Label[]::new));
    }

    /** Returns the words of a line. */
    static List<String> cells(InterventionEffect effect) {
        return Stream.of(effect.label(), NumberText.setting(effect.weightDecay()),
                effect.delay().count() + " of " + effect.branches(), mean(effect.delay().mean(), effect.interval()),
                effect.later().count() == 0 ? "" : mean(effect.later().mean(), effect.laterInterval())).toList();
    }

    private static String mean(double mean, Optional<Interval> interval) {
        return NumberText.fixed(mean, 0) + interval
                .map(it -> " (" + NumberText.fixed(it.low(), 0) + " to " + NumberText.fixed(it.high(), 0) + ")")
                .orElse("");
    }

    private static Region line(String style) {
        Region line = new Region();
        line.getStyleClass().add(style);
        line.setMouseTransparent(true);
        return line;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
