package org.grokscope.workbench.inspector;

import java.util.OptionalInt;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.ModelKind;

/** Says in two sentences what a person sees at a step of a run. */
final class Explanation {
    /** Under this norm a network is crushed: its logits no longer depend on the pair. */
    private static final double CRUSHED_NORM = 1;
    /** What is lost between two evaluations by a slingshot is more than noise. */
    private static final double FORGOTTEN = 0.95;

    private Explanation() {}

    static String of(RunHistory run, Evaluation at) {
        if (at.value(Measure.WEIGHT_NORM) < CRUSHED_NORM) {
            return "Weight decay has crushed the network: its weight norm is under 1 and it guesses. A high FSD means "
                    + "nothing here; FSD alone is no proof of a circuit.";
        }
        if (run.head().configuration().model().kind() == ModelKind.MLP_ONLY) {
            return "Without attention the position that is read out never sees a or b. Such a network cannot even "
                    + "memorise, however long it trains.";
        }
        boolean recovered = at.value(Measure.VALIDATION_ACCURACY) >= run.head().configuration().thresholds()
                .grokkedAccuracy();
        if (reached(run, Milestone.DESTABILISED, at) && !recovered) {
            return "The network had generalised and lost it again: the validation accuracy fell under a half. Strong "
                    + "weight decay can do that; whether it recovers is to be seen.";
        }
        boolean forgotten = at.value(Measure.TRAIN_ACCURACY) < FORGOTTEN;
        if (reached(run, Milestone.MEMORISED, at) && forgotten) {
            return "The dip in the training accuracy is an optimizer slingshot: AdamW steps too far while the weights "
                    + "shrink, and forgets. It learns the pairs again within some hundred steps.";
        }
        if (reached(run, Milestone.GROKKED, at)) {
            return "It has grokked: it answers pairs that it never trained on. A few frequencies carry the answer, "
                    + "and weight decay has taken away what memorising needed.";
        }
        if (reached(run, Milestone.CEILING, at)) {
            return "Most neurons have settled on one frequency, and the validation accuracy is about to follow. From here "
                    + "weight decay sets the pace: the wait is about a constant divided by \u03bb.";
        }
        if (reached(run, Milestone.MEMORISED, at)) {
            return "The training pairs are known by heart, the others are guessed. Weight decay shrinks the weights, "
                    + "and behind the flat curve the neurons begin to agree on frequencies: watch the FSD.";
        }
        return "The network is memorising its training pairs. Nothing it has learned yet helps with the pairs it has "
                + "not seen.";
    }

    private static boolean reached(RunHistory run, Milestone milestone, Evaluation at) {
        OptionalInt step = run.milestones().step(milestone);
        return step.isPresent() && step.getAsInt() <= at.step();
    }
}
