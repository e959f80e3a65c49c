package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.grokscope.SharesNothing;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SharesNothing
class RunCopyTest {
    private static final int HANDS = 8;
    private static final int TIMES = 5;

    @TempDir
    Path folder;

    @Test
    void ofSeveralRunsOfOneIdThatAreCopiedToOnePlaceAtOnceOneArrives() throws Exception {
        List<RunDirectory> runs = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            runs.add(Samples.interrupted(folder.resolve("of-" + hand), 100 + 100 * hand));
        }
        for (int time = 0; time < TIMES; time++) {
            Path copies = folder.resolve("copies-" + time);
            CyclicBarrier together = new CyclicBarrier(HANDS);
            List<Callable<Integer>> hands = new ArrayList<>();
            for (RunDirectory run : runs) {
                hands.add(() -> {
                    together.await();
                    try {
                        RunCopy.logs().make(run, copies);
                        return run.history().lastStep();
                    } catch (InvalidSetting already) {
                        return -1;
                    }
                });
            }
            List<Integer> arrived = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(HANDS)) {
                for (Future<Integer> hand : threads.invokeAll(hands)) {
                    arrived.add(hand.get());
                }
            }
            arrived.removeIf(step -> step < 0);
            assertThat(arrived).containsExactly(new RunLibrary(copies).runs().getFirst().history().lastStep());
        }
    }
}
