package org.grokscope.training;

import ai.djl.Device;
import java.io.IOException;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.settings.RunConfiguration;

/**
 * Where a fork comes from. Between the checkpoint that it was given and the step at which it leaves its parent, it takes
 * the parent's steps again with the parent's settings.
 *
 * @param step at which the fork's own settings begin to act
 * @param parent as it was when the fork was made
 */
record ForkOrigin(int step, RunHead parent) {
    /** @throws FileProblem when a fork does not say what its parent was */
    static Optional<ForkOrigin> of(RunDirectory directory) throws IOException {
        Lineage lineage = directory.head().lineage();
        if (lineage == null) {
            return Optional.empty();
        }
        RunHead parent = directory.parentHead().orElseThrow(() -> new FileProblem(
                "The fork " + directory.head().id() + " has lost its parent's settings, inherited/run.json."));
        return Optional.of(new ForkOrigin(lineage.step(), parent));
    }

    RunConfiguration parentConfiguration() {
        return parent.configuration();
    }

    /** Hands the network over from the parent's settings to the fork's. */
    Trainer leave(Trainer trainer, RunConfiguration own, Device device) {
        try (trainer) {
            return Trainer.resume(own, trainer.checkpoint(0), device);
        }
    }
}
