import java.util.Arrays;
import java.util.List;
import javafx.stage.Stage;
import org.grokscope.workbench.Toolkit;

/** How long things take on the toolkit's thread. */
final class Timed {
    private static final int WARM_UP = 20;

    private Timed() {}

    /** Does something on the toolkit's thread, and returns after how many milliseconds it was done. */
    static double task(Runnable task) throws Exception {
        return Toolkit.call(() -> {
            long begun = System.nanoTime();
            task.run();
            return (System.nanoTime() - begun) / 1e6;
        });
    }

    static void layOut(Stage stage) {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    /** Prints the median and the slow ones, the first few left out. */
    static void print(String what, List<Double> all) {
        double[] millis = all.subList(Math.min(WARM_UP, all.size() / 2), all.size()).stream()
                .mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(millis);
        System.out.printf("%s: median %.1f ms, 95%% %.1f ms, worst %.1f ms%n", what, millis[millis.length / 2],
                millis[millis.length * 95 / 100], millis[millis.length - 1]);
    }
}
