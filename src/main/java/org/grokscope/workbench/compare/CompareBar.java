package org.grokscope.workbench.compare;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.export.MultiplesContent;
import org.grokscope.measure.Measure;
import org.grokscope.workbench.control.LongChoice;
import org.grokscope.workbench.control.ManyChoice;
import org.grokscope.workbench.control.Segments;
import org.grokscope.workbench.control.Segments.Segment;
import org.grokscope.workbench.control.Titles;

/** The bar that says what the charts of compared runs show. */
final class CompareBar {
    private static final double MEASURE_WIDTH = 176;
    private static final double ALIGNMENT_WIDTH = 164;

    private final CompareModel model;

    CompareBar(CompareModel model) {
        this.model = model;
    }

    Region build() {
        LongChoice<Measure> measure = new LongChoice<>(Measure.curves(), Measure::title, model.measureProperty());
        measure.setId("compare-measure");
        measure.setAccessibleText("Measure");
        measure.setPrefWidth(MEASURE_WIDTH);
        ManyChoice<Measure> measures = new ManyChoice<>("Measures", MEASURE_WIDTH, Measure.curves(),
                MultiplesContent.MOST_MEASURES, Measure::title, model.measuresProperty());
        measures.setId("compare-measures");
        shownWhile(measure, false);
        shownWhile(measures, true);
        ChoiceBox<Alignment> alignment = new ChoiceBox<>(FXCollections.observableArrayList(Alignment.values()));
        alignment.setId("compare-alignment");
        alignment.setAccessibleText("Aligned at");
        alignment.setConverter(new Titles<>(it -> "aligned at " + it.title()));
        alignment.setPrefWidth(ALIGNMENT_WIDTH);
        alignment.valueProperty().bindBidirectional(model.alignmentProperty());
        alignment.setTooltip(new Tooltip("What stands at step 0 of every curve"));
        CheckBox bands = new CheckBox("mean of seeds");
        bands.setId("compare-bands");
        bands.setTooltip(new Tooltip("Draw runs that differ only in their seeds as mean and range"));
        bands.selectedProperty().bindBidirectional(model.bandsProperty());
        FlowPane bar = new FlowPane(10, 6, layout(), measure, measures, alignment, bands);
        bar.getStyleClass().add("compare-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private SegmentedButton layout() {
        return Segments.of(List.of(false, true), apart -> apart
                ? new Segment("compare-apart", "Small multiples", "A row for each run, a column for each measure")
                : new Segment("compare-together", "One chart", "One measure of all runs"),
                model.apartProperty().asObject());
    }

    private void shownWhile(Node node, boolean apart) {
        node.visibleProperty().bind(apart ? model.apartProperty() : model.apartProperty().not());
        node.managedProperty().bind(node.visibleProperty());
    }
}
