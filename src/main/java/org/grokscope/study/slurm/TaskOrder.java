package org.grokscope.study.slurm;

/** What Slurm can be told about a task. */
public enum TaskOrder {
    /** It is taken away; what it trained stays. */
    CANCEL,
    /** It goes into the queue once more, and on from where it was. */
    REQUEUE;

    /** Returns whether there is something to be ordered about a line. */
    public boolean fits(LineStatus line) {
        return !line.task().isEmpty() && switch (this) {
            case CANCEL -> line.state().moves();
            case REQUEUE -> line.state() != LineState.FINISHED && line.state() != LineState.DIVERGED
                    && line.state() != LineState.QUEUED && line.state() != LineState.WAITING
                    && line.state() != LineState.REQUEUED;
        };
    }
}
