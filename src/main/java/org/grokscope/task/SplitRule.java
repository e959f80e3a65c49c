package org.grokscope.task;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;
import org.grokscope.text.InvalidSetting;

/**
 * How a run's training pairs are chosen: by this program from the run's seed, as other programs do, or as a list, for runs
 * that come from elsewhere.
 *
 * @param source who draws
 * @param seed another program's; 0 where it has none
 * @param listed the training pairs of a list, as {@code a·p + b}; empty otherwise
 */
public record SplitRule(Source source, long seed, BitSet listed) {
    /** From the run's seed, by this program. */
    public static final SplitRule OWN = new SplitRule(Source.OWN, 0, new BitSet());

    /** Who draws a split. */
    public enum Source {
        /** This program. */
        OWN,
        /** Python: {@code random.seed(s)}, {@code random.shuffle} of all pairs, the first of them trained on. */
        PYTHON,
        /** Torch: {@code torch.manual_seed(s)}, {@code torch.randperm(p * p)}, the first of them trained on. */
        TORCH,
        /** Nobody: the pairs are listed. */
        LISTED
    }

    public SplitRule {
        listed = (BitSet) listed.clone();
    }

    /** Returns the training pairs of a list; a copy. */
    @Override
    public BitSet listed() {
        return (BitSet) listed.clone();
    }

    /** Returns the rule of a list of pairs. */
    public static SplitRule listed(int[] pairs) {
        BitSet listed = new BitSet();
        Arrays.stream(pairs).forEach(listed::set);
        return new SplitRule(Source.LISTED, 0, listed);
    }

    /**
     * Reads a rule as it is typed: {@code own}, {@code python:0}, {@code torch:598}, or {@code listed:} and the bits in
     * Base64, pair 0 in the lowest bit of the first byte.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SplitRule parse(String typed) {
        if (typed.equals(OWN.text())) {
            return OWN;
        }
        int colon = typed.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(typed);
        }
        String rest = typed.substring(colon + 1);
        return switch (typed.substring(0, colon)) {
            case "python" -> new SplitRule(Source.PYTHON, Long.parseLong(rest), new BitSet());
            case "torch" -> new SplitRule(Source.TORCH, Long.parseLong(rest), new BitSet());
            case "listed" -> new SplitRule(Source.LISTED, 0, BitSet.valueOf(Base64.getDecoder().decode(rest)));
            default -> throw new IllegalArgumentException(typed);
        };
    }

    /** Returns it as it is typed. */
    public String text() {
        String name = source.name().toLowerCase(Locale.ROOT);
        return switch (source) {
            case OWN -> name;
            case PYTHON, TORCH -> name + ":" + seed;
            case LISTED -> name + ":" + Base64.getEncoder().encodeToString(listed.toByteArray());
        };
    }

    /** Returns it as people read it: a list by its length. */
    public String said() {
        return source == Source.LISTED ? "%,d listed pairs".formatted(listed.cardinality()) : text();
    }

    /**
     * Makes sure that a list is one of some pairs, as many as are trained on.
     *
     * @throws InvalidSetting when it is not
     */
    public void check(int pairs, int trained) {
        if (source == Source.LISTED) {
            InvalidSetting.unless(listed.length() <= pairs && listed.cardinality() == trained, "split",
                    "The split lists %,d pairs, the last of them %,d, and %,d of %,d are trained on.".formatted(
                            listed.cardinality(), listed.length() - 1, trained, pairs));
        }
    }

    /**
     * Returns all pairs in an order of which the first are trained on.
     *
     * @param runSeed for this program's own draw
     */
    int[] order(int pairs, long runSeed) {
        return switch (source) {
            case OWN -> RandomStream.shuffled(IntStream.range(0, pairs).toArray(),
                    RandomStream.of(runSeed, "split", 0));
            case PYTHON -> MersenneTwister.python(seed).pythonShuffle(pairs);
            case TORCH -> MersenneTwister.torch(seed).torchPermutation(pairs);
            case LISTED -> IntStream.concat(listed.stream(),
                    IntStream.range(0, pairs).filter(pair -> !listed.get(pair))).toArray();
        };
    }
}
