package org.grokscope.workbench.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.grokscope.figure.export.ExportDetails;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureExport;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.figure.export.PageSize;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.TypedNumber;

/** What stands in the dialog's fields, and what follows from it. Needs no display. */
public final class ExportForm {
    private final ExportOffer offer;
    private final ExportDetails details;
    private final Map<FigureName, FigureContent> contents = new LinkedHashMap<>();
    private final ObjectProperty<FigureName> figure;
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.PDF);
    private final ObjectProperty<PagePreset> preset = new SimpleObjectProperty<>(PagePreset.SINGLE);
    private final StringProperty width = new SimpleStringProperty("");
    private final StringProperty height = new SimpleStringProperty("");
    private final BooleanProperty plotArea = new SimpleBooleanProperty();
    private final StringProperty dotsPerInch = new SimpleStringProperty(
            Integer.toString(ExportDetails.USUAL_DOTS_PER_INCH));
    private final ReadOnlyObjectWrapper<ExportPlan> plan = new ReadOnlyObjectWrapper<>(ExportPlan.wrong(""));

    /**
     * Makes a form with the usual values.
     *
     * @param runsFolder whose runs are called by their ids
     */
    public ExportForm(ExportOffer offer, Path runsFolder) {
        this.offer = offer;
        this.details = ExportDetails.of(runsFolder);
        this.figure = new SimpleObjectProperty<>(offer.first());
        figure.addListener(_ -> work());
        format.addListener(_ -> work());
        preset.addListener(_ -> work());
        width.addListener(_ -> work());
        height.addListener(_ -> work());
        plotArea.addListener(_ -> work());
        dotsPerInch.addListener(_ -> work());
        work();
    }

    /** Returns the figures to choose from. */
    List<FigureName> figures() {
        return offer.names();
    }

    /** Returns which figure is exported. */
    public ObjectProperty<FigureName> figureProperty() {
        return figure;
    }

    /** Returns as what it is exported. */
    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** Returns its usual size and its type. */
    public ObjectProperty<PagePreset> presetProperty() {
        return preset;
    }

    /** Returns the width in millimetres as typed; blank for the preset's. */
    public StringProperty widthProperty() {
        return width;
    }

    /** Returns the height in millimetres as typed; blank for as high as the figure needs. */
    public StringProperty heightProperty() {
        return height;
    }

    /** Returns whether width and height are those of the plot area. */
    public BooleanProperty plotAreaProperty() {
        return plotArea;
    }

    /** Returns the resolution of a PNG as typed. */
    public StringProperty dotsPerInchProperty() {
        return dotsPerInch;
    }

    /** Returns what all this adds up to. */
    public ReadOnlyObjectProperty<ExportPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Returns a name for the file. */
    String suggestedFile() {
        return figure.get().key() + "." + format.get().label();
    }

    private void work() {
        try {
            FigureContent content = contents.computeIfAbsent(figure.get(),
                    name -> Objects.requireNonNull(offer.figures().get(name)).get());
            FigureExport export = new FigureExport(content, format.get(), new PageSize(preset.get(),
                    millimetres("width", width.get()), millimetres("height", height.get()), plotArea.get()),
                    details.at(dots()));
            plan.set(ExportPlan.of(export, export.page()));
        } catch (InvalidSetting wrong) {
            plan.set(ExportPlan.wrong(String.valueOf(wrong.getMessage())));
        }
    }

    private static OptionalDouble millimetres(String name, String typed) {
        if (typed.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(TypedNumber.real(typed));
        } catch (NumberFormatException notANumber) {
            throw new InvalidSetting(name, "The " + name + " takes millimetres, and '" + typed + "' is no number.");
        }
    }

    private int dots() {
        try {
            return TypedNumber.integer(dotsPerInch.get());
        } catch (NumberFormatException notANumber) {
            throw new InvalidSetting("dpi",
                    "The resolution must be a whole number, not '" + dotsPerInch.get() + "'.");
        }
    }
}
