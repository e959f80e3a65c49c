package org.grokscope.task;

/**
 * MT19937, the generator of Python's {@code random} and of torch on a CPU (Matsumoto and Nishimura, 1998), to draw the
 * splits that other programs drew.
 */
final class MersenneTwister {
    private static final int WORDS = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    private MersenneTwister() {}

    /** Begins as {@code torch.manual_seed} does. */
    static MersenneTwister torch(long seed) {
        MersenneTwister random = new MersenneTwister();
        random.begin((int) seed);
        return random;
    }

    /** Begins as Python's {@code random.seed} does with a whole number. */
    static MersenneTwister python(long seed) {
        MersenneTwister random = new MersenneTwister();
        long size = Math.abs(seed);
        int[] key = size >>> Integer.SIZE == 0
                ? new int[]{(int) size}
                : new int[]{(int) size, (int) (size >>> Integer.SIZE)};
        random.begin(19650218);
        int[] state = random.state;
        int i = 1;
        int j = 0;
        for (int k = WORDS; k > 0; k--) {
            state[i] = (state[i] ^ mixed(state[i - 1]) * 1664525) + key[j] + j;
            j = (j + 1) % key.length;
            i = random.wrapped(i + 1);
        }
        for (int k = WORDS - 1; k > 0; k--) {
            state[i] = (state[i] ^ mixed(state[i - 1]) * 1566083941) - i;
            i = random.wrapped(i + 1);
        }
        state[0] = 1 << 31;
        return random;
    }

    private int wrapped(int i) {
        if (i < WORDS) {
            return i;
        }
        state[0] = state[WORDS - 1];
        return 1;
    }

    private static int mixed(int word) {
        return word ^ word >>> 30;
    }

    private void begin(int seed) {
        state[0] = seed;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * mixed(state[i - 1]) + i;
        }
    }

    /** Draws 32 bits. */
    int nextBits() {
        if (next == WORDS) {
            for (int i = 0; i < WORDS; i++) {
                int word = state[i] & 1 << 31 | state[(i + 1) % WORDS] & Integer.MAX_VALUE;
                state[i] = state[(i + SHIFT) % WORDS] ^ word >>> 1 ^ ((word & 1) == 0 ? 0 : 0x9908b0df);
            }
            next = 0;
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= word << 7 & 0x9d2c5680;
        word ^= word << 15 & 0xefc60000;
        return word ^ word >>> 18;
    }

    /** Returns {@code torch.randperm(n)}. */
    int[] torchPermutation(int n) {
        int[] order = ascending(n);
        for (int i = 0; i < n - 1; i++) {
            swap(order, i, i + Integer.remainderUnsigned(nextBits(), n - i));
        }
        return order;
    }

    /** Returns 0 to n - 1 as Python's {@code random.shuffle} leaves them. */
    int[] pythonShuffle(int n) {
        int[] order = ascending(n);
        for (int i = n - 1; i > 0; i--) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(i + 1);
            int drawn;
            do {
                drawn = nextBits() >>> Integer.SIZE - bits;
            } while (drawn > i);
            swap(order, i, drawn);
        }
        return order;
    }

    private static int[] ascending(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
