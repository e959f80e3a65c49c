package org.grokscope.run;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.grokscope.text.InvalidSetting;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.LastingInterventions;

/**
 * What a person wants done to the network of a fork.
 *
 * @param wanted what the branches do, in the order in which it acts
 * @param sham whether each has a branch beside it that does the same to a target drawn from a seed, where there is a choice
 * @param seed that the shams' targets are drawn from; empty for the parent's
 * @param drawn what the shams do, one list for each draw; empty before somebody drew them
 */
public record ForkInterventions(List<Intervention> wanted, boolean sham, OptionalLong seed,
        List<List<Intervention>> drawn) {
    /** None. */
    public static final ForkInterventions NONE = new ForkInterventions(List.of(), false, OptionalLong.empty(),
            List.of());

    /** @throws InvalidSetting when two of them contradict each other */
    public ForkInterventions {
        wanted = wanted.stream().sorted(Comparator.comparingInt(ForkInterventions::turn)).toList();
        drawn = drawn.stream().map(List::copyOf).toList();
        LastingInterventions.of(List.of(), wanted);
    }

    /** What nobody has looked into yet. */
    public ForkInterventions(List<Intervention> wanted, boolean sham, OptionalLong seed) {
        this(wanted, sham, seed, List.of());
    }

    /** Returns whether a sham is wanted, and one of the targets can be another. */
    public boolean shams() {
        return sham && wanted.stream().anyMatch(ForkInterventions::hasTarget);
    }

    /** Returns whether the network must be looked at before the branches can be made. */
    public boolean open() {
        return shams() && drawn.isEmpty() || wanted.stream().anyMatch(Intervention.AblateDominant.class::isInstance);
    }

    /** Weights are replaced before something is taken from them, and what lasts acts on what has become of them. */
    private static int turn(Intervention intervention) {
        return switch (intervention) {
            case Intervention.Transplant _ -> 0;
            case Intervention.ResetPart _ -> 1;
            case Intervention.RemoveFrequencies _,Intervention.KeepFrequencies _ -> 2;
            case Intervention.AblateNeurons _,Intervention.AblateDominant _ -> 3;
            case Intervention.ScaleNorm _ -> 4;
            case Intervention.ResetMoments _ -> 5;
            case Intervention.Lasting _ -> 6;
        };
    }

    /** Returns whether an intervention has a target that could be another of the same size. */
    public static boolean hasTarget(Intervention intervention) {
        return switch (intervention) {
            case Intervention.RemoveFrequencies it -> !it.frequencies().isEmpty();
            case Intervention.KeepFrequencies it -> !it.frequencies().isEmpty();
            case Intervention.AblateNeurons it -> !it.neurons().isEmpty();
            case Intervention.AblateDominant _ -> true;
            default -> false;
        };
    }
}
