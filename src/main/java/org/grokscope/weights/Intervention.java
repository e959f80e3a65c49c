package org.grokscope.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.NumberText;

/**
 * What a fork does to its network beside changing settings (src/site/markdown/science.md, section 6). Those that are
 * {@link Once} act at the fork step and never again; those that are {@link Lasting} act from then on, and a fork of the fork
 * keeps them.
 */
public sealed interface Intervention {
    /** Returns it as it is typed and recorded, for example {@code remove-frequency 14}. */
    String text();

    /** Returns it in a few words, for example {@code − k 14}. */
    String label();

    /** Acts at the fork step alone. */
    sealed interface Once extends Intervention {}

    /** Acts at every update after the fork step. */
    sealed interface Lasting extends Intervention {}

    /**
     * A part gets the weights that it has in another run.
     *
     * @param run the folder of the other run
     * @param step of a checkpoint there
     */
    record Transplant(NetworkPart part, Path run, int step) implements Once {
        @Override
        public String text() {
            return "transplant " + part + " from " + folder() + "@" + step;
        }

        @Override
        public String label() {
            return part + " of " + folder() + "@" + step;
        }

        private String folder() {
            Path last = run.getFileName();
            return last == null ? run.toString() : last.toString();
        }
    }

    /** A part gets back the weights that it had at step 0. */
    record ResetPart(NetworkPart part) implements Once {
        @Override
        public String text() {
            return "reset " + part;
        }

        @Override
        public String label() {
            return "reset " + part;
        }
    }

    /** The rows of the token embedding lose their components on the waves of some frequencies. */
    record RemoveFrequencies(List<Integer> frequencies) implements Once {
        public RemoveFrequencies {
            frequencies = ascending(frequencies);
        }

        @Override
        public String text() {
            return "remove-frequency " + listed(frequencies);
        }

        @Override
        public String label() {
            return "\u2212 k " + listed(frequencies);
        }
    }

    /** The rows of the token embedding keep their mean and their components on the waves of some frequencies, and lose the rest. */
    record KeepFrequencies(List<Integer> frequencies) implements Once {
        public KeepFrequencies {
            frequencies = ascending(frequencies);
        }

        @Override
        public String text() {
            return "keep-frequencies " + listed(frequencies);
        }

        @Override
        public String label() {
            return "only k " + listed(frequencies);
        }
    }

    /**
     * Some neurons of a block's MLP lose their incoming and outgoing weights.
     *
     * @param neurons from 0; may be none
     * @param frequency the one that dominates them, where that is why they were chosen; else 0
     */
    record AblateNeurons(int block, List<Integer> neurons, int frequency) implements Once {
        public AblateNeurons {
            neurons = ascending(neurons);
        }

        @Override
        public String text() {
            return "ablate-neurons block=" + block + " " + listed(neurons)
                    + (frequency == 0 ? "" : " of k=" + frequency);
        }

        @Override
        public String label() {
            return "\u2212 " + (neurons.size() == 1
                    ? "neuron " + neurons.getFirst()
                    : NumberText.count(neurons.size()) + " neurons") + (frequency == 0 ? "" : " of k " + frequency);
        }
    }

    /**
     * The neurons of a block's MLP whose dominant frequency is k lose their weights. Which those are is seen in the network
     * before the fork is made, which then records them as {@link AblateNeurons}.
     */
    record AblateDominant(int block, int frequency) implements Once {
        @Override
        public String text() {
            return "ablate-neurons block=" + block + " dominant=" + frequency;
        }

        @Override
        public String label() {
            return "\u2212 neurons of k " + frequency;
        }
    }

    /** All weights are multiplied by a number. */
    record ScaleNorm(double factor) implements Once {
        public ScaleNorm {
            requirePositive(factor, "scale-norm");
        }

        @Override
        public String text() {
            return "scale-norm " + NumberText.setting(factor);
        }

        @Override
        public String label() {
            return "norm \u00d7 " + NumberText.setting(factor);
        }
    }

    /**
     * Both moments of the optimizer become 0.
     *
     * @param keepsCount whether the bias correction goes on as if they had seen all updates; else it begins anew
     */
    record ResetMoments(boolean keepsCount) implements Once {
        @Override
        public String text() {
            return keepsCount ? "reset-moments keep-count" : "reset-moments";
        }

        @Override
        public String label() {
            return keepsCount ? "zero moments, count kept" : "zero moments";
        }
    }

    /** Neither gradient nor weight decay acts on a part. */
    record FreezePart(NetworkPart part) implements Lasting {
        @Override
        public String text() {
            return "freeze " + part;
        }

        @Override
        public String label() {
            return "frozen " + part;
        }
    }

    /** After each update all weights are scaled such that their norm is a number times what it was after the fork. */
    record HoldNorm(double factor) implements Lasting {
        public HoldNorm {
            requirePositive(factor, "hold-norm");
        }

        @Override
        public String text() {
            return "hold-norm " + NumberText.setting(factor);
        }

        @Override
        public String label() {
            return factor == 1 ? "norm held" : "norm held at \u00d7 " + NumberText.setting(factor);
        }
    }

    /** A part has a λ of its own, which no schedule changes. */
    record DecayPart(NetworkPart part, double weightDecay) implements Lasting {
        public DecayPart {
            InvalidSetting.unless(Double.isFinite(weightDecay) && weightDecay >= 0, "weightDecay",
                    "The weight decay \u03bb of a part must be a number of at least 0, and "
                            + NumberText.setting(weightDecay) + " is not.");
        }

        @Override
        public String text() {
            return "weight-decay " + part + "=" + NumberText.setting(weightDecay);
        }

        @Override
        public String label() {
            return "\u03bb " + NumberText.setting(weightDecay) + " on " + part;
        }
    }

    /** Returns the labels of several, joined; empty for none. */
    static String label(List<Intervention> interventions) {
        return interventions.stream().map(Intervention::label).collect(Collectors.joining(", "));
    }

    /** Returns several as they are typed, parted by semicolons. */
    static String text(List<Intervention> interventions) {
        return interventions.stream().map(Intervention::text).collect(Collectors.joining("; "));
    }

    private static List<Integer> ascending(List<Integer> numbers) {
        return List.copyOf(new TreeSet<>(numbers));
    }

    private static String listed(List<Integer> numbers) {
        return numbers.isEmpty() ? "none" : numbers.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static void requirePositive(double factor, String what) {
        InvalidSetting.unless(Double.isFinite(factor) && factor > 0, what,
                "The norm is multiplied by a positive number, and " + NumberText.setting(factor) + " is none.");
    }
}
