package org.grokscope.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.ForkInterventions;
import org.grokscope.run.Interventions;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.Labelled;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.InterventionReader;
import org.grokscope.weights.NetworkPart;

/** What a branch of a study does to its network where it leaves its parent. */
public enum BranchDeed implements Labelled {
    /** Nothing. */
    CONTROL("control", "control"),
    /** It loses the frequency that most neurons have settled on. */
    REMOVE_PEAK("remove-peak", "peak frequency removed"),
    /** It loses a frequency that was drawn among those that the fewest neurons have settled on. */
    SHAM("sham", "sham frequency removed"),
    /** Its token embedding stays as it is. */
    FREEZE_EMBEDDING("freeze-embedding", "embedding frozen"),
    /** Both moments of AdamW begin at zero. */
    RESET_MOMENTS("reset-moments", "moments reset");

    private final String key;
    private final String title;

    BranchDeed(String key, String title) {
        this.key = key;
        this.title = title;
    }

    @Override
    public String label() {
        return key;
    }

    /** Returns the name in a report. */
    public String title() {
        return title;
    }

    /** Returns whether somebody must look into the parent's network first: there must be a checkpoint where the fork begins. */
    boolean looks() {
        return this == SHAM;
    }

    /**
     * Returns what is done to a branch that leaves a run at a step.
     *
     * @throws InvalidSetting when no neuron has settled on a frequency there
     */
    ForkInterventions interventions(RunHistory run, int step) {
        return new ForkInterventions(wanted(run, step), this == SHAM, OptionalLong.empty());
    }

    private List<Intervention> wanted(RunHistory run, int step) {
        return switch (this) {
            case CONTROL -> List.of();
            case REMOVE_PEAK, SHAM -> List.of(new Intervention.RemoveFrequencies(List.of(peak(run, step)
                    .orElseThrow(() -> new InvalidSetting("frequency", "No neuron of " + run.head().name()
                            + " has settled on a frequency at step %,d.".formatted(step))))));
            case FREEZE_EMBEDDING -> List.of(new Intervention.FreezePart(new NetworkPart("embedding")));
            case RESET_MOMENTS -> List.of(new Intervention.ResetMoments(false));
        };
    }

    /** Returns the frequency that most neurons of a run had settled on at a step. */
    public static Optional<Integer> peak(RunHistory run, int step) {
        return run.evaluations().stream().filter(it -> it.step() == step).map(Evaluation::peakFrequency)
                .filter(it -> it > 0).findFirst();
    }

    /** Returns whether a branch that left its parent at a step did this. */
    boolean done(RunHistory branch, int step, Interventions did) {
        if (this == CONTROL) {
            return did.none();
        }
        if (did.sham().isPresent() != (this == SHAM) || !did.kept().isEmpty()
                || peak(branch, step).isEmpty() && (this == REMOVE_PEAK || this == SHAM)) {
            return false;
        }
        String wanted = Intervention.text(wanted(branch, step));
        // The order and the spelling of what was typed do not matter.
        return did.sham().map(it -> Intervention.text(InterventionReader.all(it.of()))).orElse(did.text())
                .equals(wanted);
    }
}
