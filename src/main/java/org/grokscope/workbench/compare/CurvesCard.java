package org.grokscope.workbench.compare;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.grokscope.analysis.Comparison;
import org.grokscope.figure.CompareFigure;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.MultiplesFigure;
import org.grokscope.figure.PlotFigure;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.export.FigureName;
import org.grokscope.measure.Measure;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.MarkPointer;
import org.grokscope.workbench.chart.RunPointer;
import org.grokscope.workbench.export.ExportMenu;

/** The card with the curves: one measure of all runs in one chart, or several of each in small ones. */
final class CurvesCard {
    private final CompareModel model;
    private final FigureViewer viewer = new FigureViewer();
    private final StackPane node = new StackPane(viewer);
    private final MarkPointer pointer;
    private CompareFigure together = new CompareFigure(Measure.VALIDATION_ACCURACY, FigureStyle.LIGHT);
    private MultiplesFigure apart;

    /** @param choose hears of the run whose curve was clicked */
    CurvesCard(CompareModel model, Consumer<String> choose) {
        this.model = model;
        this.apart = new MultiplesFigure(model.measuresProperty().get(), FigureStyle.LIGHT);
        this.pointer = RunPointer.on(viewer, this::shown, model.highlightedProperty(), choose);
        viewer.setId("compare-chart");
        node.getStyleClass().addAll("card", "compare-chart");
    }

    private PlotFigure shown() {
        return model.apartProperty().get() ? apart : together;
    }

    /** Lets what is shown be exported from the chart's menu. */
    void exporting(Consumer<FigureName> export) {
        ExportMenu.on(viewer, () -> model.apartProperty().get() ? FigureName.MULTIPLES : FigureName.COMPARE, export);
    }

    Region node() {
        return node;
    }

    FigureViewer viewer() {
        return viewer;
    }

    /**
     * Draws what the model says.
     *
     * @param comparisons one for each measure that is shown, of the same runs
     * @param looks of their curves, one each
     */
    void draw(List<Comparison> comparisons, List<SeriesStyle> looks, FigureStyle style) {
        if (model.apartProperty().get()) {
            List<Measure> measures = model.measuresProperty().get();
            if (!apart.is(measures, style)) {
                apart = new MultiplesFigure(measures, style);
            }
            viewer.show(apart.chart());
            apart.update(comparisons, looks);
        } else {
            Comparison comparison = comparisons.getFirst();
            if (!together.is(comparison.measure(), style)) {
                together = new CompareFigure(comparison.measure(), style);
            }
            viewer.show(together.chart());
            together.update(comparison, looks);
        }
        pointer.drawn();
        viewer.setAccessibleText(shown().words());
    }
}
