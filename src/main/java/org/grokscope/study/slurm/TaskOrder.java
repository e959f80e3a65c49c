package org.grokscope.study.slurm;

import java.util.List;
import java.util.stream.Stream;

/** What Slurm can be told about a task. */
public enum TaskOrder {
    /** It is taken away; what it trained stays. */
    CANCEL("scancel"),
    /** It goes into the queue once more, and on from where it was. */
    REQUEUE("scontrol", "requeue");

    private final List<String> words;

    TaskOrder(String... words) {
        this.words = List.of(words);
    }

    /**
     * Returns the command that gives it.
     *
     * @param task as Slurm names it, for example {@code 17_3}
     */
    List<String> command(String task) {
        return Stream.concat(words.stream(), Stream.of(task)).toList();
    }

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
