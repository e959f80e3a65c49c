package org.grokscope.training;

import java.io.IOException;
import org.grokscope.run.RunDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run's folder says of it before it is opened: a run that waits has a name and a length, too.
 *
 * @param name what people call it
 * @param step from which it will go on
 * @param lastStep the step at which it ends; 0 where it is not known
 */
public record RunOutline(String name, int step, int lastStep) {
    private static final Logger LOG = LoggerFactory.getLogger(RunOutline.class);

    /** Reads it; of a folder that cannot be read it has the name alone. What is wrong with it is told at the run's turn. */
    public static RunOutline of(Submission submission) {
        try {
            RunDirectory directory = RunDirectory.open(submission.run());
            int newest = directory.checkpointSteps().stream().mapToInt(Integer::intValue).max().orElse(0);
            return new RunOutline(directory.head().name(), submission.from().orElse(newest),
                    submission.steps().orElse(directory.head().configuration().schedule().steps()));
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be read yet.", submission.run(), e);
            return new RunOutline(String.valueOf(submission.run().getFileName()), 0, 0);
        }
    }
}
