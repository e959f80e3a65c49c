import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.grokscope.figure.CircleFigure;
import org.grokscope.figure.CircleScene;
import org.grokscope.figure.FigureStyle;
import org.grokscope.measure.CirclePath;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.TokenEmbedding;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.task.FourierBasis;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Operation;

/**
 * How long a redraw of the moving circle takes, a frame of a replay with another place for every token, and how long it takes to
 * find out where the tokens lie at an evaluation.
 */
final class Circle {
    private static final int FRAMES = 300;
    private static final int WIDTH = 128;

    public static void main(String[] arguments) {
        for (int p : new int[]{97, 997}) {
            TokenEmbedding before = embedding(p, 1);
            TokenEmbedding after = embedding(p, 2);
            System.out.printf("p = %d: redraw of the circle median %.2f ms, 95%% %.2f ms%n", p, redraw(p, before, after, 0.5),
                    redraw(p, before, after, 0.95));
            System.out.printf("p = %d: where the tokens lie, %d planes: median %.2f ms%n", p,
                    TokenPlanes.count(p, p / 2), look(p));
        }
    }

    /** Of this thread: what else the machine does stays out. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static TokenEmbedding embedding(int p, long seed) {
        return new TokenEmbedding(values(p, seed), FourierBasis.of(p), WIDTH);
    }

    private static float[] values(int p, long seed) {
        Random random = new Random(seed);
        float[] values = new float[(p + 1) * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double redraw(int p, TokenEmbedding before, TokenEmbedding after, double quantile) {
        ModularTask task = new ModularTask(Operation.ADD, p);
        CirclePath path = new CirclePath(new TreeMap<>(Map.of(0, before.circle(3), FRAMES, after.circle(3))));
        CircleFigure figure = new CircleFigure(FigureStyle.LIGHT);
        BufferedImage screen = new BufferedImage(640, 440, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g2 = screen.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double[] millis = new double[2 * FRAMES];
        for (int frame = 0; frame < millis.length; frame++) {
            long start = cpuNanos();
            int step = frame % FRAMES;
            figure.update(new CircleScene(task, path.at(step + 0.5), step, "where most neurons settled",
                    Optional.of(new CircleScene.Pair(3, 4, 1))));
            figure.draw(g2, new Rectangle2D.Double(0, 0, 640, 440));
            millis[frame] = (cpuNanos() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, FRAMES, millis.length);
        Arrays.sort(warm);
        return warm[(int) (quantile * (FRAMES - 1))];
    }

    private static double look(int p) {
        float[] values = values(p, 3);
        double[] millis = new double[60];
        EmbeddingPower power = EmbeddingPower.of(values, FourierBasis.of(p), WIDTH);
        for (int i = 0; i < millis.length; i++) {
            long start = cpuNanos();
            TokenPlanes.of(0, new TokenEmbedding(values, FourierBasis.of(p), WIDTH, power), 5);
            millis[i] = (cpuNanos() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, 30, 60);
        Arrays.sort(warm);
        return warm[15];
    }
}
