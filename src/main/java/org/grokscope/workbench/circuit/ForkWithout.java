package org.grokscope.workbench.circuit;

import java.util.Optional;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitScene;
import org.grokscope.task.FourierBasis;

/**
 * A fork that takes out what was chosen: a part of the network back to its first weights, the neurons that the frequency
 * dominates where it was chosen on their chart, else the frequency itself.
 *
 * @param intervention as it is typed
 * @param title of the button
 */
record ForkWithout(String intervention, String title) {
    /**
     * Returns it; empty where there is nothing to look along.
     *
     * @param chosenOn the chart on which the frequency was chosen
     */
    static Optional<ForkWithout> of(CircuitChart chosenOn, Optional<CircuitScene> scene) {
        Optional<ForkWithout> part = scene.flatMap(CircuitScene::part).map(ForkWithout::reset);
        return part.or(() -> scene.filter(it -> it.task().basis() instanceof FourierBasis).map(it -> {
            boolean neurons = chosenOn == CircuitChart.NEURONS || chosenOn == CircuitChart.PHASES;
            return new ForkWithout((neurons ? "ablate-neurons dominant=" : "remove-frequency ") + it.frequency(),
                    "Fork without " + (neurons ? "neurons of k " : "k ") + it.frequency() + "\u2026");
        }));
    }

    /** @param part as the ablation names it, for example {@code blocks.0.mlp} */
    private static ForkWithout reset(String part) {
        String[] words = part.split("\\.");
        String name = "block " + words[1] + " " + words[2];
        return new ForkWithout("reset " + name, "Fork with " + name.replace("mlp", "MLP") + " reset\u2026");
    }
}
