package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.grokscope.file.FileProblem;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.tensor.Tensor;
import org.grokscope.text.InvalidSetting;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.WeightSurgery;

/**
 * Does to the network at a fork step what the fork says. It acts once: on the copy of the parent's checkpoint when the fork is
 * made, or where the fork first repeats steps of its parent, when it has come to the fork step.
 */
public final class ForkSurgery {
    private ForkSurgery() {}

    /**
     * Returns the network that a fork begins with.
     *
     * @param fork which need not change anything
     * @param at the parent's network at the fork step
     */
    public static Checkpoint on(RunHead fork, Checkpoint at) {
        Lineage lineage = fork.lineage();
        return lineage == null ? at : on(fork.configuration(), lineage, at, Map.of());
    }

    /** @param donors weights by the text of the transplant that takes from them */
    static Checkpoint on(RunConfiguration configuration, Lineage lineage, Checkpoint at,
            Map<String, Map<String, Tensor>> donors) {
        if (lineage.interventions().none()) {
            return at;
        }
        WeightSurgery surgery = new WeightSurgery(configuration, it -> Objects
                .requireNonNull(donors.get(it.text()), it::text));
        Checkpoint changed = at;
        boolean held = lineage.interventions().lasting().holdsNorm();
        OptionalDouble norm = held ? at.heldNorm() : OptionalDouble.empty();
        for (Intervention it : lineage.interventions().own()) {
            changed = it instanceof Intervention.ResetMoments reset
                    ? changed.cold(reset.keepsCount() ? changed.updates() : 0)
                    : new Checkpoint(at.step(), surgery.after(it, changed.parameters()), changed.firstMoments(),
                            changed.secondMoments(), at.configurationHash(), at.wallMillis(), changed.updates(), norm);
        }
        for (Intervention it : lineage.interventions().own()) {
            if (it instanceof Intervention.HoldNorm hold) {
                norm = OptionalDouble.of(hold.factor() * WeightSurgery.norm(changed.parameters()));
            }
        }
        return new Checkpoint(at.step(), changed.parameters(), changed.firstMoments(), changed.secondMoments(),
                at.configurationHash(), at.wallMillis(), changed.updates(), norm);
    }

    /** Returns whether a run took weights from another, which cannot be taken again when its steps are repeated. */
    static boolean hasDonor(RunHead run) {
        Lineage lineage = run.lineage();
        return lineage != null
                && lineage.interventions().own().stream().anyMatch(Intervention.Transplant.class::isInstance);
    }

    /**
     * Reads the weights that the transplants of a plan take.
     *
     * @param parent beside which a run is looked for that is named by its folder alone
     * @throws FileProblem when a checkpoint is not there or damaged
     */
    static Map<String, Map<String, Tensor>> donors(RunDirectory parent, ForkPlan plan) throws IOException {
        Map<String, Map<String, Tensor>> donors = new LinkedHashMap<>();
        for (ForkBranch branch : plan.branches()) {
            for (Intervention it : branch.lineage().interventions().own()) {
                if (it instanceof Intervention.Transplant transplant && !donors.containsKey(it.text())) {
                    Path folder = parent.path().resolveSibling(transplant.run());
                    RunDirectory donor = RunDirectory.open(folder);
                    InvalidSetting.unless(donor.checkpointSteps().contains(transplant.step()), "transplant",
                            "The run " + donor.head().id() + " has no checkpoint at step " + transplant.step()
                                    + "; it has them at " + donor.checkpointSteps() + ".");
                    donors.put(it.text(), donor.checkpoint(transplant.step()).parameters());
                }
            }
        }
        return donors;
    }
}
