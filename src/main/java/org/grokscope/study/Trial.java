package org.grokscope.study;

import org.grokscope.measure.Milestone;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;

/** A run that a study needs. Its name is the same for ever: reports and the command line call it by that. */
public sealed interface Trial {
    /** Returns what it is called, once in a study. */
    String name();

    /** Returns its last step, counted from 0, unless it ends before. */
    int lastStep();

    /** Returns the steps that it will probably take, for the time that is left. */
    int expectedSteps();

    /**
     * A run from scratch.
     *
     * @param finding what is measured in one of its checkpoints beside what it logs
     */
    record Trained(String name, RunConfiguration configuration, Finding finding) implements Trial {
        /** Where the paper's runs grok. */
        private static final int USUAL_GROKKING = 4000;

        /** A run whose log says all that is needed. */
        public Trained(String name, RunConfiguration configuration) {
            this(name, configuration, Finding.NONE);
        }

        @Override
        public int lastStep() {
            return configuration.schedule().steps();
        }

        @Override
        public int expectedSteps() {
            ScheduleSettings schedule = configuration.schedule();
            return schedule.stopAfterGrok() == 0
                    ? schedule.steps()
                    : Math.min(schedule.steps(), USUAL_GROKKING + schedule.stopAfterGrok());
        }
    }

    /**
     * A branch of a run.
     *
     * @param parent the run it leaves, which is trained when it is not there
     * @param at where in the parent's own course it leaves
     * @param weightDecay λ from there on
     * @param draw 1 for the parent's order of batches, more for others
     * @param steps the last step, counted from 0
     * @param stopAfterGrok steps after grokking at which it ends before that
     * @param evaluateEvery steps between its own evaluations
     * @param does what is done to its network
     */
    record Forked(String name, Trained parent, BranchPoint at, double weightDecay, int draw, int steps,
            int stopAfterGrok, int evaluateEvery, BranchDeed does) implements Trial {
        /** C of the law, by and large. */
        private static final int USUAL_CONSTANT = 2500;

        /** A branch that leaves at a milestone, and to whose network nothing is done. */
        public Forked(String name, Trained parent, Milestone at, double weightDecay, int draw, int steps,
                int stopAfterGrok, int evaluateEvery) {
            this(name, parent, new BranchPoint.Reached(at), weightDecay, draw, steps, stopAfterGrok, evaluateEvery,
                    BranchDeed.CONTROL);
        }

        @Override
        public int lastStep() {
            return steps;
        }

        @Override
        public int expectedSteps() {
            return (int) (USUAL_CONSTANT / Math.max(weightDecay, 0.1)) + stopAfterGrok;
        }
    }
}
