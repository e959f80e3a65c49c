package org.grokscope.workbench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** The time from handing the toolkit's thread something to do until it is done, fifty times a second for half a minute. */
public final class Latency {
    private static final int SAMPLES = 1500;
    private static final int EVERY_MILLIS = 20;

    private Latency() {}

    /** Measures, and returns it in words: median, 95%, 99% and worst in milliseconds. */
    public static String measure() throws InterruptedException {
        double[] millis = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            CountDownLatch done = new CountDownLatch(1);
            long asked = System.nanoTime();
            Platform.runLater(done::countDown);
            done.await();
            millis[i] = (System.nanoTime() - asked) / 1e6;
            Thread.sleep(EVERY_MILLIS);
        }
        Arrays.sort(millis);
        return "median %.2f ms, 95%% %.1f ms, 99%% %.1f ms, worst %.1f ms".formatted(millis[SAMPLES / 2],
                millis[SAMPLES * 95 / 100], millis[SAMPLES * 99 / 100], millis[SAMPLES - 1]);
    }
}
