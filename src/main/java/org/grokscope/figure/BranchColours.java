package org.grokscope.figure;

import java.awt.Color;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHead;
import org.grokscope.weights.Intervention;

/**
 * The colours of forks: that of what a fork does to its network, its sham's the same, else that of its λ. Okabe and Ito's, so that
 * they are told apart by all.
 */
public final class BranchColours {
    private BranchColours() {}

    /** Returns the colour of a fork of this lineage. */
    public static Color of(RunHead head, Lineage lineage) {
        return lineage.interventions().own().isEmpty()
                ? WeightDecayColours.of(head.configuration().optimizer().weightDecay(),
                        !lineage.changes().contains("weightDecay"))
                : of(lineage.interventions().own().getFirst());
    }

    private static Color of(Intervention intervention) {
        return switch (intervention) {
            case Intervention.RemoveFrequencies _,Intervention.KeepFrequencies _ -> new Color(0xD55E00);
            case Intervention.AblateNeurons _,Intervention.AblateDominant _ -> new Color(0xCC79A7);
            case Intervention.FreezePart _ -> new Color(0x56B4E9);
            case Intervention.ResetPart _,Intervention.Transplant _ -> new Color(0xE69F00);
            case Intervention.ResetMoments _ -> new Color(0x009E73);
            case Intervention.ScaleNorm _,Intervention.HoldNorm _,Intervention.DecayPart _ -> new Color(0x0072B2);
        };
    }
}
