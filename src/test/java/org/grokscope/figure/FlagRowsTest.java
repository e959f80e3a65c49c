package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FlagRowsTest {
    private static final FlagRows ROWS = new FlagRows(2, 0, 600, 4);

    @Test
    void flagsWithRoomStandAtTheirPolesInTheLowestRow() {
        List<FlagRows.Place> places = ROWS.place(new double[]{10, 200, 400}, new double[]{90, 90, 90});
        assertThat(places).extracting(FlagRows.Place::row).containsExactly(0, 0, 0);
        assertThat(places).extracting(FlagRows.Place::left).containsExactly(10.0, 200.0, 400.0);
    }

    @Test
    void theEarlierOfTwoCloseFlagsRises() {
        List<FlagRows.Place> places = ROWS.place(new double[]{100, 140}, new double[]{90, 90});
        assertThat(places).extracting(FlagRows.Place::row).containsExactly(1, 0);
        assertThat(places).extracting(FlagRows.Place::left).containsExactly(100.0, 140.0);
    }

    @Test
    void moreThanFitsIsRefused() {
        assertThat(ROWS.place(new double[]{1, 2, 3}, new double[]{400, 400, 400})).isEmpty();
    }

    @Property
    void flagsNeverOverlapAndStayInside(@ForAll @Size(5) List<@DoubleRange(max = 600) Double> poles) {
        double[] sorted = poles.stream().mapToDouble(pole -> pole).sorted().toArray();
        double[] widths = new double[5];
        Arrays.fill(widths, 110);
        List<FlagRows.Place> places = ROWS.place(sorted, widths);
        for (int i = 0; i < places.size(); i++) {
            FlagRows.Place one = places.get(i);
            assertThat(one.left()).isGreaterThanOrEqualTo(-1e-9);
            assertThat(one.right()).isLessThanOrEqualTo(600 + 1e-9);
            for (FlagRows.Place other : places.subList(i + 1, places.size())) {
                assertThat(one.row() != other.row() || one.right() <= other.left() || other.right() <= one.left())
                        .isTrue();
            }
        }
    }
}
