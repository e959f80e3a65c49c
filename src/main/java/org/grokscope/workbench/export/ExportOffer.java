package org.grokscope.workbench.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureName;

/**
 * The figures that can be drawn of what the window shows.
 *
 * @param figures what each shows; it may refuse with a sentence when it is asked for
 * @param first the one that is proposed
 */
public record ExportOffer(Map<FigureName, Supplier<FigureContent>> figures, FigureName first) {
    /** @throws IllegalArgumentException when the proposed figure is not among them */
    public ExportOffer {
        if (!figures.containsKey(first)) {
            throw new IllegalArgumentException("The figure " + first + " is not offered.");
        }
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Returns the names of the figures. */
    List<FigureName> names() {
        return List.copyOf(figures.keySet());
    }
}
