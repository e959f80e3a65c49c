package org.grokscope.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CardPlacementTest {
    @Property
    void aCardIsInsideAndNotUnderThePointer(@ForAll @DoubleRange(max = 840) double x,
            @ForAll @DoubleRange(max = 680) double y) {
        CardPlacement.Corner corner = CardPlacement.beside(x, y, 230, 120, 840, 680);
        assertThat(corner.x()).isBetween(0.0, 840.0 - 230);
        assertThat(corner.y()).isBetween(0.0, 680.0 - 120);
        assertThat(x < corner.x() || x > corner.x() + 230).isTrue();
    }

    @Property
    void inASmallViewACardGoesAboveOrBelow(@ForAll @DoubleRange(max = 400) double x,
            @ForAll @DoubleRange(max = 300) double y) {
        CardPlacement.Corner corner = CardPlacement.beside(x, y, 230, 120, 400, 300);
        assertThat(corner.x()).isBetween(0.0, 400.0 - 230);
        assertThat(corner.y()).isBetween(0.0, 300.0 - 120);
        assertThat(x < corner.x() || x > corner.x() + 230 || y < corner.y() || y > corner.y() + 120).isTrue();
    }
}
