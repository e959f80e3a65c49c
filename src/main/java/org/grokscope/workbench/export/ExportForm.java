package org.grokscope.workbench.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.grokscope.figure.export.ComposedContent;
import org.grokscope.figure.export.ExportDetails;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureExport;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.figure.export.PageSize;
import org.grokscope.figure.export.TableForm;
import org.grokscope.figure.export.TextForm;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.TypedNumber;

/** What stands in the dialog's fields, and what follows from it. Needs no display. */
public final class ExportForm {
    private final ExportOffer offer;
    private final ExportDetails details;
    private final Map<FigureName, FigureContent> contents = new LinkedHashMap<>();
    private final ObjectProperty<FigureName> figure;
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>();
    private final ObjectProperty<PagePreset> preset = new SimpleObjectProperty<>();
    private final StringProperty width = new SimpleStringProperty();
    private final StringProperty height = new SimpleStringProperty();
    private final BooleanProperty plotArea = new SimpleBooleanProperty();
    private final BooleanProperty headings = new SimpleBooleanProperty();
    private final StringProperty dotsPerInch = new SimpleStringProperty();
    private final ObjectProperty<TextForm> text = new SimpleObjectProperty<>();
    private final BooleanProperty raw = new SimpleBooleanProperty();
    private final BooleanProperty wide = new SimpleBooleanProperty();
    private final ObservableList<FigureContent> panels = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> columns = new SimpleObjectProperty<>(2);
    private final BooleanProperty shared = new SimpleBooleanProperty();
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
        take(ExportChoices.USUAL);
        Stream.of(figure, format, preset, width, height, plotArea, headings, dotsPerInch, text, raw, wide, columns,
                shared)
                .forEach(field -> field.addListener(_ -> work()));
        panels.addListener((ListChangeListener<FigureContent>) _ -> work());
        work();
    }

    /** Returns what the fields say of any figure. */
    ExportChoices choices() {
        return new ExportChoices(format.get(), preset.get(), width.get(), height.get(), plotArea.get(), headings.get(),
                dotsPerInch.get(), text.get(), new TableForm(raw.get(), wide.get()));
    }

    /** Fills the fields. */
    void take(ExportChoices choices) {
        format.set(choices.format());
        preset.set(choices.preset());
        width.set(choices.width());
        height.set(choices.height());
        plotArea.set(choices.plotArea());
        headings.set(choices.headings());
        dotsPerInch.set(choices.dotsPerInch());
        text.set(choices.text());
        raw.set(choices.table().raw());
        wide.set(choices.table().wide());
    }

    /** Keeps the chosen figure as the next panel of a composed one; the one that is chosen then comes after it. */
    void keepPanel() {
        try {
            panels.add(content());
        } catch (InvalidSetting wrong) {
            plan.set(ExportPlan.wrong(String.valueOf(wrong.getMessage())));
        }
    }

    /** Takes the last panel away. */
    void dropPanel() {
        if (!panels.isEmpty()) {
            panels.removeLast();
        }
    }

    /** Returns the panels before the chosen figure; without any it stands alone. */
    ObservableList<FigureContent> panels() {
        return panels;
    }

    /** Returns how many panels stand side by side. */
    ObjectProperty<Integer> columnsProperty() {
        return columns;
    }

    /** Returns whether all timelines among the panels show the same steps. */
    BooleanProperty sharedProperty() {
        return shared;
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

    /** Returns whether title and remarks stand above charts; on a slide they always do. */
    BooleanProperty headingsProperty() {
        return headings;
    }

    /** Returns what the text of an SVG or a PDF is. */
    ObjectProperty<TextForm> textProperty() {
        return text;
    }

    /** Returns whether a table holds the log's values, of all steps. */
    BooleanProperty rawProperty() {
        return raw;
    }

    /** Returns whether a table has a column for each curve. */
    BooleanProperty wideProperty() {
        return wide;
    }

    /** Returns what all this adds up to. */
    public ReadOnlyObjectProperty<ExportPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Returns a name for the file. */
    String suggestedFile() {
        return (panels.isEmpty() ? figure.get() : FigureName.COMPOSED).key() + "." + format.get().ending();
    }

    private void work() {
        try {
            FigureContent shown = content();
            if (!panels.isEmpty()) {
                shown = ComposedContent.of(Stream.concat(panels.stream(), Stream.of(shown)).toList(), columns.get(),
                        shared.get());
            }
            PageSize size = new PageSize(preset.get(), millimetres("width", width.get()),
                    millimetres("height", height.get()), plotArea.get(), headings.get() || preset.get().headed());
            FigureExport export = new FigureExport(shown, format.get(), size,
                    details.at(dots()).with(text.get()).with(new TableForm(raw.get(), wide.get())));
            plan.set(ExportPlan.of(export, export.page()));
        } catch (InvalidSetting wrong) {
            plan.set(ExportPlan.wrong(String.valueOf(wrong.getMessage())));
        }
    }

    private FigureContent content() {
        return contents.computeIfAbsent(figure.get(),
                name -> Objects.requireNonNull(offer.figures().get(name)).get());
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
