package org.grokscope.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Panel;
import org.jfree.chart.event.ChartProgressEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A chart on the screen is what Java2D draws at the screen's own resolution, pixel by pixel. */
@ExtendWith(ApplicationExtension.class)
class FigureViewerTest {
    /** Odd, so that at 1.5 pixels a unit the last pixel is half one. */
    private static final int WIDTH = 433;
    private static final int HEIGHT = 401;

    private final FigureViewer viewer = new FigureViewer();
    private final TimelineFigure figure = new TimelineFigure(FigureStyle.LIGHT, Panel.DEFAULT);
    private final List<TimelineRun> runs = List.of(TimelineRun.primary(SampleHistories.grokked(), Color.BLUE));
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(new StackPane(viewer), WIDTH, HEIGHT));
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2})
    void itIsSharpAtTheScreensScale(double scale) {
        new FxRobot().interact(() -> {
            stage.setRenderScaleX(scale);
            stage.setRenderScaleY(scale);
        });
        change();
        BufferedChart chart = (BufferedChart) viewer.getChart();
        assertThat(chart.image().getWidth()).isEqualTo(Math.ceil(WIDTH * scale));
        assertThat(chart.image().getHeight()).isEqualTo(Math.ceil(HEIGHT * scale));

        BufferedImage expected = new BufferedImage((int) chart.image().getWidth(), (int) chart.image().getHeight(),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g2 = expected.createGraphics();
        g2.scale(scale, scale);
        chart.drawn().draw(g2, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        BufferedImage shown = SwingFXUtils.fromFXImage(chart.image(), null);
        int others = 0;
        for (int y = 0; y < (int) (HEIGHT * scale); y++) {
            for (int x = 0; x < (int) (WIDTH * scale); x++) {
                others += expected.getRGB(x, y) == shown.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(others).as("pixels that are not those that Java2D drew").isZero();
    }

    /** The headless screen has one pixel a unit. */
    @Test
    void theCanvasShowsThePixelsAsTheyAre() {
        change();
        BufferedImage shown = SwingFXUtils.fromFXImage(((BufferedChart) viewer.getChart()).image(), null);
        BufferedImage screen = WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> SwingFXUtils.fromFXImage(viewer.snapshot(null, null), null));
        int[] expected = shown.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        assertThat(screen.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).isEqualTo(expected);
    }

    @Test
    void itIsDrawnOnceAChangeAndByNothingElse() {
        change();
        AtomicInteger drawings = new AtomicInteger();
        figure.chart().addProgressListener(event -> drawings.addAndGet(started(event)));
        new FxRobot().interact(() -> viewer.getCanvas().draw());
        assertThat(drawings).hasValue(0);
        change();
        assertThat(drawings).hasValue(1);
    }

    @Test
    void aResizedCanvasWaitsForTheNextChange() {
        change();
        BufferedChart chart = (BufferedChart) viewer.getChart();
        new FxRobot().interact(() -> viewer.getCanvas().setWidth(WIDTH - 100));
        assertThat(chart.image().getWidth()).isEqualTo(WIDTH);
        change();
        assertThat(chart.image().getWidth()).isEqualTo(WIDTH - 100);
    }

    @Test
    void theCanvasKnowsWhereTheChartIsAfterShowingItAgain() {
        change();
        new FxRobot().interact(() -> viewer.getCanvas().draw());
        Rectangle2D first = figure.geometry().orElseThrow().panels().getFirst();
        assertThat(viewer.getRenderingInfo().getPlotInfo().getSubplotInfo(0).getDataArea()).isEqualTo(first);
        assertThat(viewer.plotArea().isEmpty()).isFalse();
    }

    private void change() {
        new FxRobot().interact(() -> {
            viewer.show(figure.chart());
            figure.update(runs, StepRange.whole(runs), false);
        });
    }

    private static int started(ChartProgressEvent event) {
        return event.getType() == ChartProgressEvent.DRAWING_STARTED ? 1 : 0;
    }
}
