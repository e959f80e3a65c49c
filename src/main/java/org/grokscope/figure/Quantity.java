package org.grokscope.figure;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;

/**
 * A number that a panel draws as a curve.
 *
 * @param label its name in the key
 * @param style of the primary run's curve
 * @param lifted whether a value has no place on the axis and is drawn at its foot
 * @param leading whether other runs show it as a full line; else as a faint one
 */
record Quantity(String label, ToDoubleFunction<Evaluation> value, Predicate<Evaluation> lifted, SeriesStyle style,
        boolean leading) {
    /** A measure, as it stands on its axis. */
    static Quantity of(Measure measure, SeriesStyle style, boolean leading) {
        return new Quantity(measure.label(), evaluation -> Curves.drawn(measure, evaluation),
                evaluation -> Curves.lifted(measure, evaluation), style, leading);
    }
}
