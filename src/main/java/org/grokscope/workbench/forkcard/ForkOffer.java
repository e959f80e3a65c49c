package org.grokscope.workbench.forkcard;

import static org.grokscope.text.NumberText.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.GrokPrediction;
import org.grokscope.workbench.estimate.EstimateText;

/**
 * What a press of the button would do.
 *
 * @param parent the id of the run to be forked
 * @param step to fork it at
 * @param remark a sentence on what happens first, where something does; may be empty
 * @param ownWeightDecay the parent's λ after the step
 * @param request what would be made; empty while a field is wrong
 * @param branches how many runs that would make
 * @param problems what is wrong, a sentence by field
 * @param problem what is wrong with the fork as a whole; may be empty
 * @param predictions what is expected of each λ
 * @param noGround why the law says nothing; may be empty
 * @param estimate how long it takes on this machine, and how much is written
 */
public record ForkOffer(String parent, int step, String remark, double ownWeightDecay,
        Optional<ForkRequest> request, int branches, Map<ForkField, String> problems, String problem,
        List<Prediction> predictions, String noGround, EstimateText estimate) {
    /** The step of grokking that is predicted for a λ. */
    public record Prediction(double weightDecay, GrokPrediction steps) {
        /** Says the step and its interval, for example {@code 3,150 (2,900–3,500)}. */
        String words() {
            return "%s (%s\u2013%s)".formatted(count(steps.expected()), count(steps.low()), count(steps.high()));
        }
    }

    public ForkOffer {
        problems = Map.copyOf(problems);
        predictions = List.copyOf(predictions);
    }
}
