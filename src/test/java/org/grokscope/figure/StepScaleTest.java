package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StepScaleTest {
    private static final StepScale LOG = new StepScale(true, 100);

    @Test
    void decadesAreEquallyLongFromTheFirstEvaluationOn() {
        assertThat(LOG.position(1000) - LOG.position(100)).isCloseTo(1, within(1e-12));
        assertThat(LOG.position(10_000) - LOG.position(1000)).isCloseTo(1, within(1e-12));
    }

    @Test
    void stepZeroStandsAtTheLeftEndOfALogarithmicAxis() {
        assertThat(LOG.xOf(0, new StepRange(0, 8000), 50, 700)).isEqualTo(50);
        assertThat(LOG.xOf(100, new StepRange(0, 8000), 50, 700)).isGreaterThan(100);
    }

    @Property
    void positionAndStepAreInverse(@ForAll @DoubleRange(max = 1e6) double step, @ForAll boolean logarithmic) {
        StepScale scale = new StepScale(logarithmic, 100);
        assertThat(scale.step(scale.position(step))).isCloseTo(step, within(1e-6 * Math.max(1, step)));
    }

    @Property
    void coordinateAndStepAreInverse(@ForAll @DoubleRange(min = 50, max = 750) double x, @ForAll boolean logarithmic) {
        StepScale scale = new StepScale(logarithmic, 100);
        StepRange visible = new StepRange(150, 7000);
        assertThat(scale.xOf(scale.stepAt(x, visible, 50, 700), visible, 50, 700)).isCloseTo(x, within(1e-6));
    }
}
