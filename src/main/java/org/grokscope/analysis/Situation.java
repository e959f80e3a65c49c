package org.grokscope.analysis;

import java.util.List;
import java.util.OptionalInt;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.ModelKind;
import org.grokscope.task.Labels;

/**
 * What is going on at a step of a run, told from everything that the run logged, before the step and after it. What a run
 * that may still train will do is left open.
 */
public enum Situation {
    /** A loss is not a finite number. */
    NOT_FINITE,
    /** The network has no attention, so that it never sees the pair. */
    WITHOUT_ATTENTION,
    /** Grokked, and it answers as it did then. */
    GROKKED,
    /** Grokked; it answers less here, and as much again later. */
    GROKKED_DIP,
    /** Grokked; it answers less here, and no evaluation shows whether it comes back. */
    GROKKED_DIP_OPEN,
    /** Grokked, and at its end it answers somewhat less. */
    GROKKED_SLIPPED,
    /** Grokked, lost most of it, and the run ends without it. */
    LOST,
    /** The FSD is at its ceiling without memorising, within its null band, or in a run that ends without grokking. */
    FALSE_ALARM,
    /** The FSD reached its ceiling before, and the run has ended without grokking. */
    FALSE_ALARM_BEFORE,
    /** Few training pairs are known, no neurons agree beyond chance, and no evaluation that follows shows better. */
    CRUSHED,
    /** No update has been taken. */
    UNTRAINED,
    /** The training pairs are being learned. */
    MEMORISING,
    /** They are not all learned by the end of the run. */
    NEVER_MEMORISES,
    /** Memorised pairs are forgotten here, and known again later. */
    SLINGSHOT,
    /** Memorised pairs are forgotten here, and no evaluation shows whether they are learned again. */
    SLINGSHOT_OPEN,
    /** Memorised pairs are forgotten here, and not learned again by the end of the run. */
    FORGOTTEN,
    /** The FSD has reached its ceiling, and the run groks later. */
    CEILING_LEADS,
    /** The FSD has reached its ceiling above the null band, and the run may still train. */
    CEILING_OPEN,
    /** Memorised answers that were shuffled, so that there is nothing to generalise. */
    SHUFFLED,
    /** Memorised; the FSD will reach its ceiling and the run will grok after that. */
    MEMORISED_CEILING_AHEAD,
    /** Memorised; the run will grok, and the FSD is not what announces it. */
    MEMORISED_GROK_AHEAD,
    /** Memorised, and the run may still train. */
    MEMORISED_OPEN,
    /** Memorised, and the run ends without grokking. */
    MEMORISED_FOR_GOOD;

    /** A training accuracy under this is more than noise below what memorising reached. */
    private static final double FORGETS = 0.95;
    /** A network that knows less of its training pairs has not learned them, or has lost them. */
    private static final double FEW = 0.5;
    /** So many times what guessing gives is still hardly better. */
    private static final double GUESSES = 2;

    /** Returns what is going on at one of a run's evaluations. */
    public static Situation of(RunHistory run, Evaluation at) {
        return new Reading(run, at).situation();
    }

    /** Returns whether nothing more is to be expected of a run: it has ended, or there are no steps left. */
    public static boolean over(RunHistory run) {
        return switch (run.state()) {
            case FINISHED, DIVERGED, FAILED, IMPORTED -> true;
            case NEW, TRAINING, PAUSED, INTERRUPTED -> run.lastStep() >= run.head().configuration().schedule().steps();
        };
    }

    private record Reading(RunHistory run, Evaluation at) {
        Situation situation() {
            if (!Double.isFinite(at.value(Measure.TRAIN_LOSS))) {
                return NOT_FINITE;
            }
            if (run.head().configuration().model().kind() == ModelKind.MLP_ONLY) {
                return WITHOUT_ATTENTION;
            }
            if (reached(Milestone.GROKKED)) {
                return afterGrokking();
            }
            if (alarmIsFalse()) {
                return FALSE_ALARM;
            }
            if (!reached(Milestone.MEMORISED)) {
                return beforeMemorising();
            }
            if (at.value(Measure.TRAIN_ACCURACY) < FORGETS) {
                return forgetting();
            }
            if (run.head().configuration().task().labels() == Labels.SHUFFLED) {
                return SHUFFLED;
            }
            return reached(Milestone.CEILING) ? afterCeiling() : afterMemorising();
        }

        private Situation afterGrokking() {
            double least = run.head().configuration().thresholds().grokkedAccuracy();
            if (at.value(Measure.VALIDATION_ACCURACY) >= least) {
                return GROKKED;
            }
            if (later().stream().anyMatch(it -> it.value(Measure.VALIDATION_ACCURACY) >= least)) {
                return GROKKED_DIP;
            }
            if (open()) {
                return GROKKED_DIP_OPEN;
            }
            return at.value(Measure.VALIDATION_ACCURACY) < run.head().configuration().thresholds()
                    .destabilisedAccuracy() ? LOST : GROKKED_SLIPPED;
        }

        /** The FSD is at its ceiling here, and something tells that it announces nothing. */
        private boolean alarmIsFalse() {
            Alarm ceiling = run.alarms().of(Milestone.CEILING);
            if (!ceiling.holds(at, ceiling.level(run.evaluations(), run.milestones().step(Milestone.MEMORISED)))) {
                return false;
            }
            boolean idle = !reached(Milestone.MEMORISED) || withinBand() || few() || guesses();
            return groksAt().isEmpty() && (idle || !open());
        }

        private Situation beforeMemorising() {
            if (at.step() == 0) {
                return UNTRAINED;
            }
            if (run.milestones().step(Milestone.MEMORISED).isPresent()) {
                return MEMORISING;
            }
            if (few() && withinBand() && shrunk()) {
                return CRUSHED;
            }
            return open() ? MEMORISING : NEVER_MEMORISES;
        }

        private Situation forgetting() {
            double known = run.head().configuration().thresholds().memorisedAccuracy();
            if (later().stream().anyMatch(it -> it.value(Measure.TRAIN_ACCURACY) >= known)) {
                return SLINGSHOT;
            }
            if (open()) {
                return SLINGSHOT_OPEN;
            }
            return few() && withinBand() ? CRUSHED : FORGOTTEN;
        }

        private Situation afterCeiling() {
            if (groksAt().isPresent()) {
                return CEILING_LEADS;
            }
            return open() ? CEILING_OPEN : FALSE_ALARM_BEFORE;
        }

        private Situation afterMemorising() {
            OptionalInt groks = groksAt();
            if (groks.isPresent()) {
                OptionalInt ceiling = run.milestones().step(Milestone.CEILING);
                return ceiling.isPresent() && ceiling.getAsInt() < groks.getAsInt()
                        ? MEMORISED_CEILING_AHEAD
                        : MEMORISED_GROK_AHEAD;
            }
            return open() ? MEMORISED_OPEN : MEMORISED_FOR_GOOD;
        }

        private boolean reached(Milestone milestone) {
            OptionalInt step = run.milestones().step(milestone);
            return step.isPresent() && step.getAsInt() <= at.step();
        }

        private OptionalInt groksAt() {
            return run.milestones().step(Milestone.GROKKED);
        }

        private List<Evaluation> later() {
            return run.evaluations().stream().filter(it -> it.step() > at.step()).toList();
        }

        private boolean open() {
            return !over(run);
        }

        private boolean few() {
            return at.value(Measure.TRAIN_ACCURACY) < FEW;
        }

        /** Whether the pairs that are not trained on are answered hardly better than by guessing. */
        private boolean guesses() {
            return at.value(Measure.VALIDATION_ACCURACY) < GUESSES / run.head().configuration().task().p();
        }

        /** Whether the neurons agree no better than chance; where none is active there is nothing to agree. */
        private boolean withinBand() {
            double fsd = at.value(Measure.FSD);
            return Double.isNaN(fsd) || fsd <= at.value(Measure.FSD_NULL_95);
        }

        /** Whether weight decay has taken more than half of the weights: a network at its beginning knows little, too. */
        private boolean shrunk() {
            return at.value(Measure.WEIGHT_NORM) < run.evaluations().getFirst().value(Measure.WEIGHT_NORM) / 2;
        }
    }
}
