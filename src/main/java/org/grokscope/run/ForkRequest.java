package org.grokscope.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;

/**
 * What a person asks for when forking a run.
 *
 * @param step to go on from
 * @param weightDecays λ of the branches, in the order they are to be trained
 * @param draws branches for each λ: the first with the parent's order of batches, the others with orders of their own
 * @param control whether a branch with the parent's own settings is added when it is not among those asked for
 * @param settings what else is changed
 * @param steps another last step, counted from 0; empty keeps the parent's
 * @param stopAfterGrok steps after grokking at which a branch ends, 0 for none; empty keeps the parent's
 * @param evaluateEvery steps between the branches' own evaluations; empty keeps the parent's. What they inherit keeps its.
 * @param interventions what is done to the network. Branches with the same λ and without come beside them, unless there is to
 *     be no control.
 */
public record ForkRequest(int step, List<Double> weightDecays, int draws, boolean control, ForkSettings settings,
        OptionalInt steps, OptionalInt stopAfterGrok, OptionalInt evaluateEvery, ForkInterventions interventions) {
    private static final int MOST_DRAWS = 100;

    /** @throws InvalidSetting when a value cannot be used */
    public ForkRequest {
        weightDecays = weightDecays.stream().distinct().toList();
        InvalidSetting.unless(step >= 0, "step", "A fork leaves its parent at step 0 or later.");
        InvalidSetting.unless(draws >= 1 && draws <= MOST_DRAWS, "draws",
                "Choose 1 to " + MOST_DRAWS + " draws for each \u03bb, not " + draws + ".");
        InvalidSetting.unless(!weightDecays.isEmpty() || control || !interventions.wanted().isEmpty(), "weightDecay",
                "A fork needs at least one weight decay \u03bb.");
        for (double weightDecay : weightDecays) {
            Settings.WEIGHT_DECAY.require(weightDecay);
        }
        evaluateEvery.ifPresent(Settings.EVALUATE_EVERY::require);
    }

    /** A fork that changes settings alone. */
    public ForkRequest(int step, List<Double> weightDecays, int draws, boolean control, OptionalDouble learningRate,
            OptionalInt steps, OptionalInt stopAfterGrok, OptionalInt evaluateEvery) {
        this(step, weightDecays, draws, control, ForkSettings.of(learningRate), steps, stopAfterGrok, evaluateEvery,
                ForkInterventions.NONE);
    }

    /** A fork that is evaluated as often as its parent. */
    public ForkRequest(int step, List<Double> weightDecays, int draws, boolean control, OptionalDouble learningRate,
            OptionalInt steps, OptionalInt stopAfterGrok) {
        this(step, weightDecays, draws, control, learningRate, steps, stopAfterGrok, OptionalInt.empty());
    }

    /** Returns this request with other interventions. */
    public ForkRequest doing(ForkInterventions others) {
        return new ForkRequest(step, weightDecays, draws, control, settings, steps, stopAfterGrok, evaluateEvery,
                others);
    }

    /** A fork with some λ and everything else as the parent has it, the control branch included. */
    public static ForkRequest of(int step, List<Double> weightDecays) {
        return new ForkRequest(step, weightDecays, 1, true, OptionalDouble.empty(), OptionalInt.empty(),
                OptionalInt.empty());
    }
}
