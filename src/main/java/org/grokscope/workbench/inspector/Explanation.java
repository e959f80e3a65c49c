package org.grokscope.workbench.inspector;

import static org.grokscope.text.NumberText.count;
import static org.grokscope.text.NumberText.fixed;
import static org.grokscope.text.NumberText.percent;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.grokscope.analysis.CeilingRecord;
import org.grokscope.analysis.Situation;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.text.NumberText;

/**
 * Says in two or three sentences what a person sees at a step of a run. Where the run is there to the end, it says what
 * came, and where it may still train, it promises nothing.
 */
final class Explanation {
    /** A network that answers more of the pairs it never saw does more than memorise. */
    private static final double MOST = 0.5;

    private final List<RunHistory> runs;
    private final RunHistory run;
    private final Evaluation at;

    private Explanation(List<RunHistory> runs, RunHistory run, Evaluation at) {
        this.runs = runs;
        this.run = run;
        this.at = at;
    }

    /**
     * Returns the sentences.
     *
     * @param runs all that are at hand, to count how often the FSD announces grokking
     */
    static String of(List<RunHistory> runs, RunHistory run, Evaluation at) {
        return new Explanation(runs, run, at).text();
    }

    private String text() {
        return switch (Situation.of(run, at)) {
            case NOT_FINITE -> "The loss is no longer a finite number: the run has diverged. A lower learning rate or "
                    + "weight decay keeps it in bounds.";
            case WITHOUT_ATTENTION -> "Without attention, the position that is read out never sees a or b. Such a "
                    + "network cannot even memorise, however long it trains.";
            case GROKKED -> "It has grokked: it answers " + validation() + " of the pairs it was never trained on. "
                    + announcement();
            case GROKKED_DIP -> "A dip after grokking: it answers " + validation() + " of the unseen pairs here, and "
                    + percent(next(this::grokkedAgain).value(Measure.VALIDATION_ACCURACY)) + " again at step "
                    + count(next(this::grokkedAgain).step())
                    + ". AdamW at times overshoots while the weights shrink; this "
                    + "is called a slingshot.";
            case GROKKED_DIP_OPEN -> "It had grokked at step " + stepOf(Milestone.GROKKED) + ", and answers "
                    + validation()
                    + " of the unseen pairs here. Whether it comes back, the next evaluations will show.";
            case GROKKED_SLIPPED -> "It grokked at step " + stepOf(Milestone.GROKKED) + "; here, at " + validation()
                    + " of the unseen pairs, it is below that mark, and the run ends at step " + count(run.lastStep())
                    + " before it is back.";
            case LOST -> "It had grokked at step " + stepOf(Milestone.GROKKED) + " and lost it again: it answers "
                    + validation() + " of the unseen pairs, and does not recover by the end of the run.";
            case FALSE_ALARM -> falseAlarm();
            case FALSE_ALARM_BEFORE -> "The FSD reached its ceiling at step " + stepOf(Milestone.CEILING)
                    + ", and grokking never followed: a false alarm. At the end of the run, at step "
                    + count(run.lastStep()) + ", it answers " + percent(atTheEnd()) + " of the unseen pairs.";
            case CRUSHED -> "Weight decay has crushed the network: it answers only " + train()
                    + " of its training pairs, and its neurons agree on frequencies no better than chance. A high FSD "
                    + "means nothing in such a network.";
            case UNTRAINED ->
                "Nothing has been learned yet: the weights are as they were drawn, and the network guesses.";
            case MEMORISING -> "The network is memorising: it answers " + train() + " of its training pairs and "
                    + validation() + " of the others" + guessing() + "." + memorisedLater();
            case NEVER_MEMORISES -> "The network answers " + train() + " of its training pairs and " + validation()
                    + " of the others" + guessing() + ". In this run it never gets as far as knowing them all.";
            case SLINGSHOT -> "The dip in the training accuracy is an optimizer slingshot: AdamW oversteps while the "
                    + "weights shrink, and the network forgets. It knows its training pairs again at step "
                    + count(next(this::known).step()) + ".";
            case SLINGSHOT_OPEN -> "The training accuracy has dropped to " + train() + ". That is either a slingshot, "
                    + "from which a run recovers within a few hundred steps, or weight decay crushing the network; the "
                    + "next evaluations will show.";
            case FORGOTTEN -> "The network has forgotten training pairs that it knew: it answers " + train()
                    + " of them here, and the run ends at step " + count(run.lastStep())
                    + " before it knows them again.";
            case CEILING_LEADS -> "The FSD reached its ceiling at step " + stepOf(Milestone.CEILING)
                    + (inBand() ? ", though here it is within its null band" : "") + "; the network groks at step "
                    + stepOf(Milestone.GROKKED) + ", " + count(lead(), "step") + " after the ceiling. Weight decay "
                    + "sets the pace: forks with a larger \u03bb tend to wait less.";
            case CEILING_OPEN -> "The FSD has reached its ceiling"
                    + (inBand() ? ", though here it is within its null band. " : " and stands above its null band. ")
                    + "That often comes before grokking, and is no promise of it. " + record();
            case SHUFFLED -> "The answers were shuffled before training. The network knows " + train()
                    + " of its training pairs by heart, and there is no rule to find for the others.";
            case MEMORISED_CEILING_AHEAD -> known() + " Behind the flat curve the neurons begin to agree: the FSD, "
                    + fixed(at.value(Measure.FSD), 2) + " here, reaches its ceiling at step "
                    + stepOf(Milestone.CEILING) + ", and the network groks at step " + stepOf(Milestone.GROKKED) + ".";
            case MEMORISED_GROK_AHEAD -> known() + " The network groks at step " + stepOf(Milestone.GROKKED)
                    + (run.measured(Measure.FSD) ? ", and the FSD does not announce it: " + ceilingNotFirst() : "")
                    + ".";
            case MEMORISED_OPEN -> memorisedSoFar();
            case MEMORISED_FOR_GOOD -> known() + " The run ends like this: at step " + count(run.lastStep())
                    + ", it answers " + percent(atTheEnd()) + " of the others."
                    + (at.value(Measure.WEIGHT_DECAY) == 0 ? " Without weight decay nothing pushes it further." : "");
        };
    }

    /** Of a run that may go on: what it answers and where its FSD stands, and no word of what comes. */
    private String memorisedSoFar() {
        if (at.value(Measure.VALIDATION_ACCURACY) >= MOST) {
            return "The network is generalising: it answers " + validation() + " of the pairs it was never trained on. "
                    + "It counts as grokked from "
                    + percent(run.head().configuration().thresholds().grokkedAccuracy()) + " on.";
        }
        if (at.value(Measure.WEIGHT_DECAY) == 0) {
            return known() + " Without weight decay nothing pushes it on from here.";
        }
        if (!run.measured(Measure.FSD)) {
            return known();
        }
        return known() + " Weight decay shrinks the weights; "
                + (at.value(Measure.FSD) > at.value(Measure.FSD_NULL_95)
                        ? "the FSD, " + fixed(at.value(Measure.FSD), 2)
                                + ", stands above its null band: the neurons agree more than by chance."
                        : "a rising FSD above its null band would be the first sign of more.");
    }

    private String falseAlarm() {
        String alarm = "The FSD is " + fixed(at.value(Measure.FSD), 2)
                + ", at its ceiling, and announces nothing: ";
        String why;
        if (run.milestones().step(Milestone.MEMORISED).stream().noneMatch(step -> step <= at.step())) {
            why = "the network knows " + train() + " of its training pairs and " + validation() + " of the others";
        } else if (inBand()) {
            why = "it lies within its null band, where chance alone puts it";
        } else {
            why = "the network answers " + train() + " of its training pairs and " + validation() + " of the others";
        }
        boolean open = run.milestones().step(Milestone.GROKKED).isEmpty() && !Situation.over(run);
        return alarm + why + ". A false alarm" + (open
                ? ", unless more follows."
                : ": the run ends at step " + count(run.lastStep()) + " without grokking.");
    }

    /** What the FSD said of it beforehand, and how often it does. */
    private String announcement() {
        OptionalInt lead = run.milestones().lead();
        if (lead.isPresent() && lead.getAsInt() > 0) {
            return "The FSD announced it: it reached its ceiling " + count(lead.getAsInt(), "step")
                    + " before, at step "
                    + stepOf(Milestone.CEILING) + ".";
        }
        return run.measured(Measure.FSD)
                ? "The FSD did not announce it: " + ceilingNotFirst() + ". " + record()
                : "Whether an FSD would have announced it is not known: none was measured.";
    }

    private String ceilingNotFirst() {
        OptionalInt lead = run.milestones().lead();
        if (lead.isEmpty()) {
            return "it " + (Situation.over(run) ? "never reaches" : "has not reached") + " its ceiling in this run";
        }
        return lead.getAsInt() == 0
                ? "it reaches its ceiling at that same evaluation"
                : "it reaches its ceiling only at step " + stepOf(Milestone.CEILING);
    }

    /** How often the FSD announced grokking among the runs with these settings. */
    private String record() {
        CeilingRecord record = CeilingRecord.of(runs, run.head().configuration());
        String unkept = record.unkept() == 0
                ? ""
                : " In " + count(record.unkept(), "run") + " it reached its ceiling and no grokking followed.";
        return switch (record.grokked()) {
            case 0 -> "No run with these settings has grokked here yet." + unkept;
            case 1 -> "Among the runs here with these settings one has grokked, and its FSD "
                    + (record.announced() == 1 ? "announced it." : "did not announce it.") + unkept;
            default -> "Of the " + count(record.grokked(), "run") + " here with these settings that grokked, it "
                    + "announced " + (record.announced() == 0 ? "none" : count(record.announced())) + "." + unkept;
        };
    }

    private String known() {
        return "The training pairs are known by heart; of the others the network answers " + validation() + guessing()
                + ".";
    }

    private String guessing() {
        return ", where guessing gives " + percent(1.0 / run.head().configuration().task().p());
    }

    private String memorisedLater() {
        OptionalInt step = run.milestones().step(Milestone.MEMORISED);
        return step.isEmpty() ? "" : " It knows them all at step " + count(step.getAsInt()) + ".";
    }

    private boolean inBand() {
        return at.value(Measure.FSD) <= at.value(Measure.FSD_NULL_95);
    }

    private int lead() {
        return run.milestones().lead().orElseThrow();
    }

    private boolean known(Evaluation it) {
        return it.value(Measure.TRAIN_ACCURACY) >= run.head().configuration().thresholds().memorisedAccuracy();
    }

    private boolean grokkedAgain(Evaluation it) {
        return it.value(Measure.VALIDATION_ACCURACY) >= run.head().configuration().thresholds().grokkedAccuracy();
    }

    private Evaluation next(Predicate<Evaluation> wanted) {
        return run.evaluations().stream().filter(it -> it.step() > at.step()).filter(wanted).findFirst().orElseThrow();
    }

    private double atTheEnd() {
        return run.evaluations().getLast().value(Measure.VALIDATION_ACCURACY);
    }

    private String train() {
        return percent(at.value(Measure.TRAIN_ACCURACY));
    }

    private String validation() {
        return percent(at.value(Measure.VALIDATION_ACCURACY));
    }

    private String stepOf(Milestone milestone) {
        OptionalInt step = run.milestones().step(milestone);
        return step.isPresent() ? count(step.getAsInt()) : NumberText.NONE;
    }
}
