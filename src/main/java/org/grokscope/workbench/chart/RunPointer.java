package org.grokscope.workbench.chart;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.PlotFigure;

/** The pointer of a chart of runs: the run of a mark lights up wherever it stands, and a click chooses it. */
public final class RunPointer {
    private RunPointer() {}

    /**
     * Makes it.
     *
     * @param highlighted the id of the run that the pointer is on, wherever it is
     * @param choose hears of the run whose mark was clicked
     */
    public static MarkPointer on(FigureViewer viewer, Supplier<? extends PlotFigure> figure,
            ObjectProperty<Optional<String>> highlighted, Consumer<String> choose) {
        MarkPointer pointer = new MarkPointer(viewer, figure).pointing(target -> highlighted.set(run(target)))
                .going(target -> run(target).ifPresent(choose));
        highlighted.subscribe(id -> pointer.light(id.<MarkTarget>map(MarkTarget.Run::new).orElse(MarkTarget.ITSELF)));
        return pointer;
    }

    private static Optional<String> run(MarkTarget target) {
        return target instanceof MarkTarget.Run(String id) ? Optional.of(id) : Optional.empty();
    }
}
