package org.grokscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.InvalidSetting;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.WeightSurgery;

/** Whether what a fork is to do can be done, and which branches that makes. */
final class ForkTargets {
    private ForkTargets() {}

    /** @throws InvalidSetting when something cannot be done to the parent's network */
    static void check(RunHistory parent, ForkRequest request, ForkStart start) {
        RunConfiguration configuration = parent.head().configuration();
        Set<String> parameters = ParameterLayout.of(configuration.model(), configuration.task().p()).sequencedKeySet();
        for (Intervention it : request.interventions().wanted()) {
            WeightSurgery.check(it, configuration, parameters);
            switch (it) {
                case Intervention.ResetPart _ -> InvalidSetting.unless(ownWeights(parent), "reset",
                        "Another program drew the initial weights of this run, and they are not known.");
                case Intervention.Transplant _ -> InvalidSetting.unless(
                        !start.seed() && !start.replays(request.step()), "transplant",
                        "A transplant needs a checkpoint where the fork begins; this run has them at "
                                + parent.resumable() + ".");
                default -> {
                    // Settings say all about it.
                }
            }
        }
        new Interventions(request.interventions().wanted(), parent.head().lasting().list(), Optional.empty())
                .lasting();
    }

    /** A fork of an imported run is not imported itself. */
    private static boolean ownWeights(RunHistory parent) {
        return parent.head().lineage() == null ? parent.head().imported() == null : parent.fromSeed();
    }

    /** Returns what is done in the branches of one draw: what is meant, and beside it its sham where there is one. */
    static List<Interventions> beside(RunHistory parent, ForkInterventions wanted, int draw) {
        List<Interventions> branches = new ArrayList<>();
        branches.add(new Interventions(wanted.wanted(), List.of(), Optional.empty()));
        if (wanted.shams()) {
            long seed = wanted.seed().orElse(parent.head().configuration().seeds().seed());
            // Before they are drawn it is known how many there will be, and not what they do.
            List<Intervention> sham = wanted.drawn().isEmpty() ? wanted.wanted() : wanted.drawn().get(draw - 1);
            branches.add(new Interventions(sham, List.of(),
                    Optional.of(new Interventions.Sham(Intervention.text(wanted.wanted()), seed))));
        }
        return branches;
    }
}
