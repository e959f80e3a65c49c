package org.grokscope.training;

/** How a step left the run. */
enum StepOutcome {
    /** There is more to do. */
    GOES_ON,
    /** That was the last step. */
    FINISHED,
    /** A loss or parameter is not finite. */
    DIVERGED
}
