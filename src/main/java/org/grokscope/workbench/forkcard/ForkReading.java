package org.grokscope.workbench.forkcard;

import static org.grokscope.text.NumberText.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.StringProperty;
import org.grokscope.analysis.RunEstimate;
import org.grokscope.run.ForkBranch;
import org.grokscope.run.ForkInterventions;
import org.grokscope.run.ForkPlan;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.ForkStart;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.RoughDuration;
import org.grokscope.text.TypedNumber;
import org.grokscope.weights.InterventionReader;
import org.grokscope.workbench.estimate.EstimateText;
import org.grokscope.workbench.estimate.Estimator;

/** Reads the fork card once: checks its fields, plans the branches and asks the law. */
final class ForkReading {
    private final Map<ForkField, StringProperty> fields;
    private final Collection<Double> chosen;
    private final boolean control;
    private final boolean sham;
    private final Map<ForkField, String> problems = new EnumMap<>(ForkField.class);

    ForkReading(Map<ForkField, StringProperty> fields, Collection<Double> chosen, boolean control, boolean sham) {
        this.sham = sham;
        this.fields = fields;
        this.chosen = chosen;
        this.control = control;
    }

    /** @param step one at which the parent can be forked */
    ForkOffer offer(List<RunHistory> runs, RunHistory parent, int step, Optional<Estimator> estimator) {
        List<Double> weightDecays = new ArrayList<>(chosen);
        weightDecays.addAll(otherWeightDecays());
        int draws = whole(ForkField.DRAWS).orElse(1);
        OptionalInt steps = whole(ForkField.STEPS);
        OptionalInt stop = whole(ForkField.STOP_AFTER_GROK);
        String problem = "";
        String remark = "";
        Optional<ForkRequest> request = Optional.empty();
        Optional<ForkPlan> wanted = Optional.empty();
        Optional<ForkPlan> plan = Optional.empty();
        try {
            ForkRequest asked = new ForkRequest(step, weightDecays.stream().sorted().toList(), draws, control,
                    OptionalDouble.empty(), steps, stop.isPresent() ? stop : OptionalInt.of(0)).doing(
                            new ForkInterventions(InterventionReader.all(text(ForkField.INTERVENTION)), sham,
                                    OptionalLong.empty()));
            wanted = Optional.of(ForkPlan.of(parent, asked));
            plan = Optional.of(wanted.get().without(runs.stream().map(RunHistory::head).toList()));
            request = problems.isEmpty() ? Optional.of(asked) : Optional.empty();
        } catch (InvalidSetting wrong) {
            // That all is there already is no mistake.
            remark = wanted.isPresent() ? String.valueOf(wrong.getMessage()) : "";
            problem = wanted.isPresent() ? "" : blame(wrong);
        }
        ForkPredictions expected = ForkPredictions.of(runs, parent, step, wanted);
        return new ForkOffer(parent.head().id(), step,
                plan.map(it -> remark(parent, it, step, estimator)).orElse(remark), parent.weightDecayAfter(step),
                request,
                plan.map(it -> it.branches().size()).orElse(0), problems, problem,
                expected.byWeightDecay().entrySet().stream()
                        .map(it -> new ForkOffer.Prediction(it.getKey(), it.getValue())).toList(),
                expected.remark(), plan.map(it -> estimate(estimator, it, expected)).orElse(EstimateText.NONE));
    }

    /** A sentence about a field marks the field; any other stands for itself. */
    private String blame(InvalidSetting wrong) {
        String sentence = String.valueOf(wrong.getMessage());
        switch (wrong.setting()) {
            case "steps" -> problems.putIfAbsent(ForkField.STEPS, sentence);
            case "stopAfterGrok" -> problems.putIfAbsent(ForkField.STOP_AFTER_GROK, sentence);
            case "intervention", "frequency", "neurons", "part", "freeze", "transplant", "reset" ->
                problems.putIfAbsent(ForkField.INTERVENTION, sentence);
            case "draws" -> problems.putIfAbsent(ForkField.DRAWS, sentence);
            default -> {
                return sentence;
            }
        }
        return "";
    }

    /** Says what happens before a branch has steps of its own, and how long that takes here. */
    private static String remark(RunHistory parent, ForkPlan plan, int step, Optional<Estimator> estimator) {
        ForkStart start = plan.start();
        if (start.cold()) {
            return "A cold start: AdamW's moments were not saved with these weights and begin at zero.";
        }
        if (!start.replays(step)) {
            return "";
        }
        int repeated = step - start.from();
        String wait = estimator.flatMap(it -> it.seconds(parent.head().configuration(), repeated))
                .map(seconds -> ": about " + RoughDuration.of(seconds) + ".").orElse(".");
        return "Each branch first repeats " + count(repeated, "step") + " of this run, "
                + (start.seed() ? "from its seed on" : "from step " + count(start.from()) + " on") + wait;
    }

    private List<Double> otherWeightDecays() {
        List<Double> values = new ArrayList<>();
        for (String part : TypedNumber.parts(text(ForkField.OTHER_WEIGHT_DECAYS))) {
            try {
                double value = TypedNumber.real(part);
                Settings.WEIGHT_DECAY.require(value);
                values.add(value);
            } catch (NumberFormatException | InvalidSetting wrong) {
                problems.put(ForkField.OTHER_WEIGHT_DECAYS,
                        "\u03bb must be a number of at least 0, not '" + part + "'.");
            }
        }
        return values;
    }

    /** Reads a whole number; a blank field is none. */
    private OptionalInt whole(ForkField field) {
        String typed = text(field);
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(TypedNumber.integer(typed));
        } catch (NumberFormatException notWhole) {
            problems.put(field, "This takes a whole number, not '" + typed + "'.");
            return OptionalInt.empty();
        }
    }

    private String text(ForkField field) {
        StringProperty typed = fields.get(field);
        return typed == null || typed.get() == null ? "" : typed.get().strip();
    }

    /** To their last steps, or to where the branches stop after the predicted grokking. */
    private static EstimateText estimate(Optional<Estimator> estimator, ForkPlan plan, ForkPredictions expected) {
        List<RunEstimate.Planned> planned = new ArrayList<>();
        boolean mayEndEarlier = false;
        for (ForkBranch branch : plan.branches()) {
            ScheduleSettings schedule = branch.configuration().schedule();
            double earliest = schedule.steps();
            double latest = schedule.steps();
            if (schedule.stopAfterGrok() > 0) {
                GrokPrediction grokked = expected.byWeightDecay()
                        .get(branch.configuration().optimizer().weightDecay());
                if (grokked != null) {
                    earliest = Math.min(earliest, (double) grokked.low() + schedule.stopAfterGrok());
                    latest = Math.min(latest, (double) grokked.high() + schedule.stopAfterGrok());
                } else {
                    mayEndEarlier = true;
                }
            }
            planned.add(new RunEstimate.Planned(branch.configuration(), plan.start().from(), (int) earliest,
                    (int) latest));
        }
        boolean open = mayEndEarlier;
        return estimator.map(it -> it.text(planned, open)).orElse(EstimateText.NONE);
    }
}
