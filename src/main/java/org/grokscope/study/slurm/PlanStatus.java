package org.grokscope.study.slurm;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunOwner;
import org.grokscope.run.RunState;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Trial;
import org.grokscope.study.plan.PlanFolder;
import org.jspecify.annotations.Nullable;

/**
 * What folder and Slurm say of a plan's lines, at one moment.
 *
 * @param folder of the plan
 * @param submissions of the plan, the oldest first
 * @param queue what Slurm says of them
 */
record PlanStatus(PlanFolder folder, List<Submission> submissions, TaskQueue queue) {
    private static final int LOG_LINES = 3;
    private static final int LONGEST_LOG = 1 << 16;

    /**
     * Returns where a line stands.
     *
     * @param run of the line, if there is one
     */
    LineStatus line(int line, Trial trial, Optional<FoundRun> run) throws IOException {
        Optional<TaskState> task = queue.of(submissions, line);
        Optional<RunHistory> history = run.map(FoundRun::history);
        RunState state = history.map(RunHistory::state).orElse(null);
        Optional<RunOwner> owner = run.isPresent() ? run.get().directory().owner() : Optional.empty();
        String host = owner.map(RunOwner::host).orElse(task.filter(TaskState::runs).map(TaskState::node).orElse(""));
        boolean byTurns = task.filter(TaskState::runs).filter(this::trainsSeveral).isPresent();
        LineState where = byTurns ? inTurn(state) : where(state, task);
        return new LineStatus(line, trial.name(), trial.lastStep(), where,
                where == LineState.TRAINING ? host : "", history,
                task.map(it -> it.job() + "_" + it.task()).orElse(""),
                byTurns && where != LineState.FAILED ? "" : remark(where, state, task));
    }

    private boolean trainsSeveral(TaskState task) {
        return submissions.stream().anyMatch(it -> it.job().equals(task.job()) && it.perTask() > 1);
    }

    /** A task that runs trains its lines one after the other: one that nobody writes has had its turn or waits for it. */
    private static LineState inTurn(@Nullable RunState state) {
        return switch (state) {
            case TRAINING -> LineState.TRAINING;
            case FINISHED -> LineState.FINISHED;
            case DIVERGED -> LineState.DIVERGED;
            case FAILED -> LineState.FAILED;
            case null -> LineState.QUEUED;
            case NEW -> LineState.QUEUED;
            case PAUSED, INTERRUPTED, IMPORTED -> LineState.REQUEUED;
        };
    }

    private static LineState where(@Nullable RunState state, Optional<TaskState> task) {
        if (state == RunState.FINISHED || state == RunState.DIVERGED) {
            return state == RunState.FINISHED ? LineState.FINISHED : LineState.DIVERGED;
        }
        if (state == RunState.TRAINING || task.filter(TaskState::runs).isPresent()) {
            return LineState.TRAINING;
        }
        if (task.filter(TaskState::waits).isPresent()) {
            return task.filter(TaskState::depends).isPresent()
                    ? LineState.WAITING
                    : state == null ? LineState.QUEUED : LineState.REQUEUED;
        }
        String said = task.map(TaskState::state).orElse("");
        if (said.startsWith("CANCELLED")) {
            return LineState.CANCELLED;
        }
        if (state == RunState.FAILED || !said.isEmpty() && !said.equals("COMPLETED")) {
            return LineState.FAILED;
        }
        // A folder that was made and that nobody has trained in is no more than its line.
        return state == null || state == RunState.NEW ? LineState.PLANNED : LineState.STOPPED;
    }

    private String remark(LineState where, @Nullable RunState state, Optional<TaskState> task)
            throws IOException {
        if (task.isEmpty()) {
            return "";
        }
        String said = task.get().state();
        if (where == LineState.FAILED) {
            return lastWords(task.get());
        }
        if (state == RunState.TRAINING && !task.get().runs()) {
            return "Slurm does not run it" + (said.isEmpty() ? "." : ", but says " + said + ".");
        }
        if (task.get().runs() && state != null && state != RunState.TRAINING && state != RunState.NEW) {
            return "Slurm runs its task, and nothing writes it.";
        }
        if (said.equals("COMPLETED") && state != RunState.FINISHED && state != RunState.DIVERGED) {
            return "Slurm says that its task is done, and it is not.";
        }
        return where == LineState.WAITING || where == LineState.QUEUED ? task.get().reason() : "";
    }

    /** Returns the last lines of what a task said. */
    private String lastWords(TaskState task) throws IOException {
        Path log = folder.path().resolve("logs").resolve(task.job() + "_" + task.task() + ".out");
        if (!Files.isRegularFile(log)) {
            return "";
        }
        byte[] end;
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - LONGEST_LOG));
            end = Channels.newInputStream(channel).readNBytes(LONGEST_LOG);
        }
        List<String> lines = new String(end, StandardCharsets.UTF_8).lines().filter(it -> !it.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).stream().map(String::strip)
                .collect(Collectors.joining(" / "));
    }
}
