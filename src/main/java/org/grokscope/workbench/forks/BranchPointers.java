package org.grokscope.workbench.forks;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.PlotFigure;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.MarkPointer;

/**
 * The pointers of the charts and tables of branches: the branches that are pointed at in one light up in all, one alone also
 * where runs are listed, and a click chooses it, or the first of several.
 */
final class BranchPointers {
    private final ObjectProperty<Optional<String>> highlighted;
    private final Consumer<String> choose;
    private final ReadOnlyObjectWrapper<MarkTarget> pointed = new ReadOnlyObjectWrapper<>(MarkTarget.ITSELF);

    /**
     * @param highlighted the id of the run that the pointer is on, wherever it is
     * @param choose hears of the run that was clicked
     */
    BranchPointers(ObjectProperty<Optional<String>> highlighted, Consumer<String> choose) {
        this.highlighted = highlighted;
        this.choose = choose;
        highlighted.subscribe(id -> {
            // Of several branches none is the one, and they stay lit.
            if (id.isPresent() || !(pointed.get() instanceof MarkTarget.Runs)) {
                pointed.set(id.<MarkTarget>map(MarkTarget.Run::new).orElse(MarkTarget.ITSELF));
            }
        });
    }

    /** Returns the branches that are pointed at. */
    ReadOnlyObjectProperty<MarkTarget> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Returns the pointer of a chart. */
    MarkPointer on(FigureViewer viewer, Supplier<? extends PlotFigure> figure) {
        MarkPointer pointer = new MarkPointer(viewer, figure).pointing(this::point).going(this::go);
        pointed.subscribe(pointer::light);
        return pointer;
    }

    /** Lets a line of a table stand for branches. */
    void on(Region line, MarkTarget branches) {
        line.setCursor(Cursor.HAND);
        line.setOnMouseEntered(_ -> point(branches));
        line.setOnMouseExited(_ -> point(MarkTarget.ITSELF));
        line.setOnMouseClicked(_ -> go(branches));
    }

    private void point(MarkTarget target) {
        pointed.set(target);
        highlighted.set(target instanceof MarkTarget.Run(String id) ? Optional.of(id) : Optional.empty());
    }

    private void go(MarkTarget target) {
        target.runs().stream().findFirst().ifPresent(choose);
    }
}
