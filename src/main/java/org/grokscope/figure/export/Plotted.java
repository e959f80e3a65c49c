package org.grokscope.figure.export;

import java.util.List;
import java.util.SequencedMap;
import org.grokscope.figure.CurveAxis;

/**
 * A figure as numbers on axes, for a program that draws them itself.
 *
 * @param axes from the top, all over one horizontal axis
 * @param across the title along that axis
 * @param lower its lower end
 * @param upper its upper end
 * @param logarithmic whether it is laid out by powers of ten
 * @param marks what is marked on it, by where
 */
record Plotted(List<CurveAxis> axes, String across, double lower, double upper, boolean logarithmic,
        SequencedMap<Integer, String> marks) {}
