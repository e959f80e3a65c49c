package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelColumnsTest {
    @Test
    void everyColumnKeepsItsLowestAndHighestPoint() {
        Random random = new Random(1);
        PixelColumns columns = new PixelColumns(1);
        double[] lowest = new double[100];
        double[] highest = new double[100];
        java.util.Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < 10_000; i++) {
            double y = random.nextGaussian();
            columns.add(i / 100.0, y);
            lowest[i / 100] = Math.min(lowest[i / 100], y);
            highest[i / 100] = Math.max(highest[i / 100], y);
        }
        columns.end();
        List<Point2D> points = points(columns.lines().getFirst());
        assertThat(points).hasSizeLessThanOrEqualTo(400);
        for (int column = 0; column < 100; column++) {
            int at = column;
            assertThat(points).filteredOn(point -> (int) point.getX() == at).extracting(Point2D::getY)
                    .contains(lowest[column], highest[column]);
        }
    }

    @Test
    void sparsePointsAreAllKept() {
        PixelColumns columns = new PixelColumns(1);
        for (int i = 0; i < 5; i++) {
            columns.add(10 * i, i);
        }
        columns.end();
        assertThat(points(columns.lines().getFirst())).hasSize(5);
    }

    @Test
    void whatIsNotFiniteIsAGap() {
        PixelColumns columns = new PixelColumns(1);
        columns.add(0, 1);
        columns.add(10, 1);
        columns.add(20, Double.NaN);
        columns.add(30, 1);
        columns.add(40, 1);
        columns.end();
        assertThat(columns.lines()).hasSize(2);
        assertThat(columns.dots()).isEmpty();
    }

    @Test
    void aPointBetweenGapsIsADot() {
        PixelColumns columns = new PixelColumns(1);
        columns.add(0, Double.NaN);
        columns.add(10, 3);
        columns.add(20, Double.NaN);
        columns.end();
        assertThat(columns.lines()).isEmpty();
        assertThat(columns.dots()).containsExactly(new Point2D.Double(10, 3));
    }

    private static List<Point2D> points(Path2D path) {
        List<Point2D> points = new ArrayList<>();
        double[] coordinates = new double[6];
        for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
            each.currentSegment(coordinates);
            points.add(new Point2D.Double(coordinates[0], coordinates[1]));
        }
        return points;
    }
}
