package org.grokscope.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.GrokPrediction.Moment;
import org.grokscope.run.GrokPredictor;
import org.grokscope.run.RunEvent;
import org.grokscope.settings.RunConfiguration;

/** Says when a run will grok at the moments at which that is kept, and whether it was true once that is known. */
final class KeptPredictions {
    private final RunConfiguration settings;
    private final List<RunEvent.Predicted> open;

    /** @param open what was said before and is not judged */
    KeptPredictions(RunConfiguration settings, List<RunEvent.Predicted> open) {
        this.settings = settings;
        this.open = new ArrayList<>(open);
    }

    /**
     * Returns what an evaluation adds to the events.
     *
     * @param evaluations up to this one
     * @param before what had been reached before it
     */
    List<RunEvent> after(List<Evaluation> evaluations, Milestones milestones, Set<Milestone> before, Instant now) {
        List<RunEvent> events = new ArrayList<>(judged(evaluations.getLast().step(), milestones, now));
        Set<Milestone> reached = milestones.reached().keySet();
        if (reached.contains(Milestone.MEMORISED) && !before.contains(Milestone.MEMORISED)) {
            say(Moment.MEMORISED, evaluations, milestones, OptionalDouble.empty(), now).ifPresent(events::add);
        }
        if (reached.contains(Milestone.CEILING) && !before.contains(Milestone.CEILING)) {
            say(Moment.ALARM, evaluations, milestones, OptionalDouble.empty(), now).ifPresent(events::add);
        }
        return events;
    }

    /** Returns what leaving another run adds to the events; nothing where nothing can be said. */
    List<RunEvent> leaving(List<Evaluation> inherited, Milestones milestones, double weightDecay, Instant now) {
        return say(Moment.FORK, inherited, milestones, OptionalDouble.of(weightDecay), now).stream().toList();
    }

    private Optional<RunEvent> say(Moment moment, List<Evaluation> evaluations, Milestones milestones,
            OptionalDouble weightDecay, Instant now) {
        Optional<GrokPrediction> prediction = GrokPredictor.of(settings, evaluations, milestones, weightDecay);
        return prediction.map(it -> {
            RunEvent.Predicted said = new RunEvent.Predicted(it.from(), now, moment, it);
            open.add(said);
            return said;
        });
    }

    private List<RunEvent> judged(int step, Milestones milestones, Instant now) {
        List<RunEvent> events = new ArrayList<>();
        boolean grokked = milestones.step(Milestone.GROKKED).isPresent();
        for (RunEvent.Predicted said : List.copyOf(open)) {
            if (grokked || step > said.prediction().high()) {
                open.remove(said);
                events.add(new RunEvent.PredictionJudged(step, now, said.moment(), said.step(),
                        grokked && said.prediction().holds(step)));
            }
        }
        return events;
    }
}
