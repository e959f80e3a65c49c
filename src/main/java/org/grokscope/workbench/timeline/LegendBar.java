package org.grokscope.workbench.timeline;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.grokscope.figure.TimelineRun;

/**
 * Names the runs that are drawn: the pointer on a name lights up its curve, a click chooses the run. It is one line high
 * however many there are, so that the charts do not move; the others are a click away.
 */
final class LegendBar {
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");
    private static final PseudoClass PRIMARY = PseudoClass.getPseudoClass("primary");
    private static final double SAMPLE = 18;
    private static final double SAMPLE_WIDTH = 2;
    private static final double MOST_HEIGHT = 160;
    private static final double LINE = 31;
    private static final double LONGEST_NAME = 320;

    private final TimelineModel model;
    private final Consumer<String> choose;
    private final FlowPane names = new FlowPane();
    private final ScrollPane bar = new ScrollPane(names);
    private final Hyperlink more = new Hyperlink();
    private boolean unfolded;
    private List<Entry> shown = List.of();

    /**
     * What is named: those who look alike are named once.
     *
     * @param coloured whether it is told by its colour; a primary run among its branches alone has a colour for each quantity
     */
    private record Entry(String id, String label, Color colour, List<Float> dash, boolean primary, boolean coloured) {
        static Entry of(TimelineRun run, String label, List<TimelineRun> all) {
            return new Entry(run.history().head().id(), label, run.colour(), run.style().dash(),
                    run.primary(), !run.primary() || TimelineRun.overlaid(all));
        }

        boolean looksLike(Entry other) {
            return label.equals(other.label) && colour.equals(other.colour) && !primary && !other.primary;
        }
    }

    LegendBar(TimelineModel model, Consumer<String> choose) {
        this.model = model;
        this.choose = choose;
    }

    Region build() {
        names.getStyleClass().add("legend-names");
        names.setRowValignment(VPos.CENTER);
        bar.setId("legend");
        bar.getStyleClass().add("legend");
        bar.setFitToWidth(true);
        bar.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.setFocusTraversable(false);
        HBox.setHgrow(bar, Priority.ALWAYS);
        more.setId("legend-more");
        more.getStyleClass().add("legend-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.managedProperty().bind(more.visibleProperty());
        more.setOnAction(_ -> {
            unfolded = !unfolded;
            fit();
        });
        model.runsProperty().subscribe(this::show);
        model.highlightedProperty().subscribe(this::light);
        names.heightProperty().subscribe(this::fit);
        HBox line = new HBox(bar, more);
        line.getStyleClass().add("legend-line");
        return line;
    }

    /** One line, or all of them where a person wants to see all. */
    private void fit() {
        boolean several = names.getHeight() > LINE + 4;
        unfolded &= several;
        bar.setVbarPolicy(unfolded ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
        bar.setPrefHeight(unfolded ? Math.min(MOST_HEIGHT, names.getHeight() + 2) : LINE);
        more.setVisible(several);
        double first = names.getChildren().isEmpty() ? 0 : names.getChildren().getFirst().getLayoutY();
        long below = names.getChildren().stream().filter(name -> name.getLayoutY() > first + 2).count();
        more.setText(unfolded ? "one line" : "+" + below + " more");
    }

    private void show(List<TimelineRun> runs) {
        List<Entry> entries = new ArrayList<>();
        List<String> labels = TimelineRun.labels(runs);
        for (int i = runs.size() - 1; i >= 0; i--) {
            Entry entry = Entry.of(runs.get(i), labels.get(i), runs);
            if (entries.stream().noneMatch(entry::looksLike)) {
                entries.add(entry);
            }
        }
        // A run that grows keeps its name: nothing may flicker under the pointer.
        if (!entries.equals(shown)) {
            shown = entries;
            names.getChildren().setAll(entries.stream().map(this::name).toList());
            names.applyCss();
            names.layout();
            fit();
        }
    }

    private Node name(Entry entry) {
        Line sample = new Line(0, 0, SAMPLE, 0);
        sample.setStrokeWidth(SAMPLE_WIDTH);
        sample.getStrokeDashArray().setAll(entry.dash().stream().map(Float::doubleValue).toList());
        sample.setStroke(javafx.scene.paint.Color.rgb(entry.colour().getRed(), entry.colour().getGreen(),
                entry.colour().getBlue()));
        Label name = new Label(entry.label() + (entry.dash().isEmpty() ? "" : " (baseline)"),
                entry.coloured() ? sample : null);
        name.getStyleClass().add("legend-name");
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMaxWidth(LONGEST_NAME);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setCursor(Cursor.HAND);
        name.setUserData(entry.id());
        name.setTooltip(new Tooltip(entry.primary()
                ? entry.label() + ": inspector and milestones are this run's"
                : "Choose " + entry.label()));
        name.pseudoClassStateChanged(PRIMARY, entry.primary());
        name.hoverProperty().subscribe((_, hovered) -> model.highlightedProperty()
                .set(hovered ? Optional.of(entry.id()) : Optional.empty()));
        name.setOnMouseClicked(_ -> choose.accept(entry.id()));
        return name;
    }

    private void light() {
        names.getChildren().forEach(name -> name.pseudoClassStateChanged(HIGHLIGHTED,
                model.highlightedProperty().get().filter(id -> id.equals(name.getUserData())).isPresent()));
    }
}
