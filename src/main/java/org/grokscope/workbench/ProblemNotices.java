package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.grokscope.run.DamagedCheckpoint;
import org.grokscope.text.NumberText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a person of problems, and the log of their causes. */
final class ProblemNotices {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemNotices.class);

    private final WorkbenchModel model;
    private final ObjIntConsumer<Path> resume;

    /** @param resume lets a run go on from the checkpoint of a step */
    ProblemNotices(WorkbenchModel model, ObjIntConsumer<Path> resume) {
        this.model = model;
        this.resume = resume;
    }

    /** Tells of a problem in its own words where it has any. */
    void tell(Throwable problem) {
        switch (problem) {
            case DamagedCheckpoint damage when damage.whole().isPresent() -> {
                int step = damage.whole().getAsInt();
                model.notice().set(Optional.of(Notice.of(damage).with("Resume from " + NumberText.count(step),
                        () -> resume.accept(damage.run(), step))));
            }
            case Exception spoken -> {
                LOG.debug("Told in the window", spoken);
                model.notice().set(Optional.of(Notice.of(spoken)));
            }
            case Throwable fault -> unexpected(fault);
        }
    }

    /** Tells that the program itself is at fault. */
    void unexpected(Throwable problem) {
        LOG.error("Something went wrong in the window", problem);
        model.notice().set(Optional.of(Notice.unexpected(problem)));
    }
}
