package org.grokscope.task;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;

/**
 * Independent random numbers for each purpose, as a pure function of a seed: nothing in a run draws from a generator
 * whose state would have to be saved.
 */
public final class RandomStream {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory
            .of("L64X128MixRandom");

    private RandomStream() {}

    /**
     * Opens the stream of a purpose.
     *
     * @param seed the run's seed or data seed
     * @param purpose what the numbers are for, for example {@code split}
     * @param index which of several streams of that purpose, for example an epoch
     */
    public static RandomGenerator of(long seed, String purpose, long index) {
        CRC32 name = new CRC32();
        name.update(purpose.getBytes(StandardCharsets.UTF_8));
        return FACTORY.create(mix(mix(mix(seed) ^ name.getValue()) ^ index));
    }

    /** Returns a random order of the given values; the argument stays as it is. */
    public static int[] shuffled(int[] values, RandomGenerator random) {
        int[] order = values.clone();
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): neighbouring seeds give unrelated values. */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
