package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the tensor library's threads spin while they wait for each other on a quiet machine, which is fastest there, and
 * yield on a busy one, where spinning takes the processor from the very thread that is waited for.
 *
 * <p>
 * libgomp, the OpenMP library inside libtorch, spins for milliseconds at every barrier, but hardly at all while it manages
 * more threads than there are processors. So on a busy machine threads are kept that once had a parallel region each and
 * since then do nothing: libgomp counts theirs, too. When they end, it counts them no longer. The number of threads that
 * compute, and so every bit, stays the same.
 */
final class WaitingThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingThreads.class);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
    /** By how many processors others must overlap with training before it yields, and under how many it spins again. */
    private static final double BUSY = 0.3;
    private static final double QUIET = 0.12;
    private static final int LOOKS_TO_YIELD = 2;
    private static final int LOOKS_TO_SPIN = 6;
    private static final int MOST_IDLE_THREADS = 64;
    /** Numbers that are enough for the library to share them out. */
    private static final int ENOUGH = 1 << 18;

    private final int threads;
    private final int processors;
    private final Supplier<OptionalDouble> others;
    private final List<Thread> idle = new ArrayList<>();
    private CountDownLatch end = new CountDownLatch(1);
    private long lookedAt = System.nanoTime();
    private int against;

    /** @param threads of the tensor library */
    WaitingThreads(int threads) {
        this(threads, Runtime.getRuntime().availableProcessors(), new OthersLoad()::measure);
    }

    WaitingThreads(int threads, int processors, Supplier<OptionalDouble> others) {
        this.threads = threads;
        this.processors = processors;
        this.others = others;
    }

    /** Looks, now and then, how busy the machine is; to be called between steps. */
    void betweenSteps() {
        long now = System.nanoTime();
        if (threads > 1 && !NativeSettings.waitingChosen() && now - lookedAt >= LOOK_EVERY) {
            lookedAt = now;
            others.get().ifPresent(this::heed);
        }
    }

    /** Takes note of how many processors others keep busy. */
    void heed(double busy) {
        boolean change = yielding() ? overlap(busy) < QUIET : hindered(busy);
        against = change ? against + 1 : 0;
        if (against >= (yielding() ? LOOKS_TO_SPIN : LOOKS_TO_YIELD)) {
            against = 0;
            if (yielding()) {
                spin();
            } else {
                beginToYield();
            }
        }
    }

    /** Takes note of a load that has been there for a while already, without waiting whether it stays. */
    void expect(double busy) {
        for (int look = 0; threads > 1 && look < LOOKS_TO_YIELD; look++) {
            heed(busy);
        }
    }

    /** Returns whether others that keep so many processors busy hinder training. */
    boolean hindered(double busy) {
        return overlap(busy) > BUSY;
    }

    private double overlap(double busy) {
        return busy + threads - processors;
    }

    /** Returns whether threads yield now. */
    boolean yielding() {
        return !idle.isEmpty();
    }

    private void beginToYield() {
        LOG.info("Other work keeps the processors busy: training yields while it waits.");
        end = new CountDownLatch(1);
        int more = Math.clamp(Math.ceilDiv(processors - threads + 1, threads - 1), 1, MOST_IDLE_THREADS);
        CountDownLatch ready = new CountDownLatch(more);
        for (int i = 0; i < more; i++) {
            idle.add(Thread.ofPlatform().name("idle " + i).daemon().start(() -> beCounted(ready, end)));
        }
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void beCounted(CountDownLatch ready, CountDownLatch end) {
        try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu());
                NDArray numbers = manager.ones(new Shape(ENOUGH));
                NDArray more = numbers.add(1)) {
            more.getShape();
        } finally {
            ready.countDown();
        }
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void spin() {
        LOG.info("The processors are free again: training spins while it waits.");
        close();
    }

    /** Lets idle threads end. */
    @Override
    public void close() {
        end.countDown();
        idle.clear();
    }
}
