package org.grokscope.measure;

import org.jspecify.annotations.Nullable;

/** The columns of the table of measures, each filled in by its name. */
final class MeasureRow {
    /** By how much a measure may differ when it is taken again. */
    @FunctionalInterface
    interface Agreement {
        /** @param again what it is this time */
        double tolerance(Tolerance tolerance, double again);
    }

    final String key;
    final String name;
    String title;
    String symbol = "";
    String meaning = "";
    String section = "";
    String unit = "";
    String note = "";
    String label = "";
    Measure.Scale scale = Measure.Scale.AMOUNT;
    Measure.Direction direction = Measure.Direction.EITHER;
    NumberFormat format = NumberFormat.SETTING;
    @Nullable
    Panel panel;
    boolean curve;
    boolean timing;
    boolean later;
    boolean seldom;
    @Nullable
    Agreement agreement;

    private MeasureRow(String key, String name) {
        this.key = key;
        this.name = name;
        this.title = name;
    }

    /**
     * Begins a row.
     *
     * @param key in metrics.jsonl
     * @param name what people call it
     */
    static MeasureRow row(String key, String name) {
        return new MeasureRow(key, name);
    }

    /** Begins the row of FSD_K. */
    static MeasureRow top(int count) {
        return row("fsdTop" + count, "FSD, K = " + count).title("FSD for K = " + count)
                .says("FSD that counts a neuron at each of its " + count + " strongest frequencies.").section("4")
                .scale(Measure.Scale.DEGREE).rises().format(NumberFormat.DEGREE).in(Panel.FSD_TOP, "K = " + count)
                .since("0.1.0").agrees((tolerance, again) -> tolerance.degree(count, 3));
    }

    MeasureRow title(String text) {
        title = text;
        return this;
    }

    MeasureRow symbol(String text) {
        symbol = text;
        return this;
    }

    /** Says what it is, in a sentence. */
    MeasureRow says(String sentence) {
        meaning = sentence;
        return this;
    }

    /** Says which section of src/site/markdown/science.md defines it. */
    MeasureRow section(String number) {
        section = number;
        return this;
    }

    MeasureRow unit(String text) {
        unit = text;
        return this;
    }

    /** Adds words to a chart's title. */
    MeasureRow note(String text) {
        note = text;
        return this;
    }

    MeasureRow scale(Measure.Scale kind) {
        scale = kind;
        return this;
    }

    MeasureRow rises() {
        direction = Measure.Direction.RISES;
        return this;
    }

    MeasureRow falls() {
        direction = Measure.Direction.FALLS;
        return this;
    }

    MeasureRow format(NumberFormat numbers) {
        format = numbers;
        return this;
    }

    /** Draws it as a curve of a panel, by this name in the panel's key. */
    MeasureRow in(Panel chart, String key) {
        panel = chart;
        label = key;
        curve = true;
        return this;
    }

    /** Puts it to a panel's numbers, without a curve of its own. */
    MeasureRow beside(Panel chart) {
        panel = chart;
        return this;
    }

    /** Marks what says how fast the machine was. */
    MeasureRow timing() {
        timing = true;
        return this;
    }

    /** Marks what runs of before this version lack. */
    MeasureRow since(String version) {
        later = !version.isEmpty();
        return this;
    }

    /** Marks what only few tasks have. */
    MeasureRow seldom() {
        seldom = true;
        return this;
    }

    MeasureRow agrees(Agreement how) {
        agreement = how;
        return this;
    }
}
