package org.grokscope.training;

import ai.djl.Device;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Milestones;
import org.grokscope.run.ForkSurgery;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;

/**
 * Where a fork comes from. Between the checkpoint that it was given, or the seed, and the step at which it leaves its
 * parent, it takes the steps of its ancestors again, each with the settings of the ancestor that took it.
 *
 * @param step at which the fork's own settings begin to act
 * @param ancestors as they were when they were forked, the parent first
 */
record ForkOrigin(int step, List<RunHead> ancestors) {
    ForkOrigin {
        ancestors = List.copyOf(ancestors);
    }

    /** @throws FileProblem when a fork does not say what its parent was */
    static Optional<ForkOrigin> of(RunDirectory directory) throws IOException {
        Lineage lineage = directory.head().lineage();
        if (lineage == null) {
            return Optional.empty();
        }
        List<RunHead> ancestors = directory.ancestors();
        if (ancestors.isEmpty()) {
            throw new FileProblem("The fork " + directory.head().id()
                    + " has lost its parent's settings, inherited/run.json.");
        }
        return Optional.of(new ForkOrigin(lineage.step(), ancestors));
    }

    /** Returns the ancestors that left their parents at a step, the eldest first. */
    List<RunHead> takingOverAt(int at) {
        return ancestors.reversed().stream().filter(it -> begin(it) == at).toList();
    }

    /** Returns the λ of the update after a step before the fork. */
    double weightDecayAfter(int at, Milestones milestones) {
        return ancestorAt(at).weightDecayAfter(at, milestones);
    }

    /** Hands the network over to a fork at its fork step, which does to it what it says. */
    static Trainer handOver(Trainer trainer, RunHead fork, Device device) {
        try (trainer) {
            return Trainer.resume(fork.configuration(), ForkSurgery.on(fork, trainer.checkpoint(0)), device,
                    fork.lasting());
        }
    }

    /** Returns the nearest ancestor that took the update after a step; of those that are known. */
    RunHead ancestorAt(int at) {
        return ancestors.stream().filter(it -> begin(it) <= at).findFirst().orElse(ancestors.getLast());
    }

    private static int begin(RunHead run) {
        Lineage lineage = run.lineage();
        return lineage == null ? -1 : lineage.step();
    }
}
