package org.grokscope.workbench.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.figure.export.ExportDetails;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.figure.export.TableForm;
import org.grokscope.figure.export.TextForm;
import org.grokscope.text.Labelled;

/**
 * What the dialog's fields say of any figure: what a person's own name for it stands for.
 *
 * @param width in millimetres as typed; blank for the preset's
 * @param height in millimetres as typed; blank for as high as the figure needs
 * @param dotsPerInch of a PNG, as typed
 */
record ExportChoices(ExportFormat format, PagePreset preset, String width, String height, boolean plotArea,
        boolean headings, String dotsPerInch, TextForm text, TableForm table) {
    /** What stands there until somebody chooses otherwise. */
    static final ExportChoices USUAL = new ExportChoices(ExportFormat.PDF, PagePreset.SINGLE, "", "", false, false,
            Integer.toString(ExportDetails.USUAL_DOTS_PER_INCH), TextForm.TEXT, TableForm.USUAL);

    /** Returns it as the words of the command line, by which preferences keep it. */
    String words() {
        List<String> words = new ArrayList<>(List.of("--format", format.label(), "--preset", preset.label(), "--dpi",
                dotsPerInch.strip(), "--text", text.label()));
        add(words, "--width", width);
        add(words, "--height", height);
        Stream.of(plotArea ? "--plot-area" : "", headings ? "--headings" : "", table.raw() ? "--raw" : "",
                table.wide() ? "--wide" : "").filter(word -> !word.isEmpty()).forEach(words::add);
        return String.join(" ", words);
    }

    private static void add(List<String> words, String option, String typed) {
        if (!typed.isBlank()) {
            words.addAll(List.of(option, typed.strip()));
        }
    }

    /** Reads such words; what is absent or of another version is as usual. */
    static ExportChoices of(String text) {
        List<String> words = List.of(text.split(" "));
        return new ExportChoices(labelled(ExportFormat.values(), after(words, "--format"), USUAL.format()),
                labelled(PagePreset.values(), after(words, "--preset"), USUAL.preset()),
                after(words, "--width").orElse(""), after(words, "--height").orElse(""),
                words.contains("--plot-area"), words.contains("--headings"),
                after(words, "--dpi").orElse(USUAL.dotsPerInch()),
                labelled(TextForm.values(), after(words, "--text"), USUAL.text()),
                new TableForm(words.contains("--raw"), words.contains("--wide")));
    }

    private static Optional<String> after(List<String> words, String option) {
        int place = words.indexOf(option);
        return place < 0 || place + 1 == words.size() ? Optional.empty() : Optional.of(words.get(place + 1));
    }

    private static <T extends Labelled> T labelled(T[] values, Optional<String> label, T usual) {
        return Stream.of(values).filter(it -> label.equals(Optional.of(it.label()))).findFirst().orElse(usual);
    }
}
