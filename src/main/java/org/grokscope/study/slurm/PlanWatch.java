package org.grokscope.study.slurm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.file.ProblemSentence;
import org.grokscope.study.FoundRun;
import org.grokscope.study.RunIndex;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.jspecify.annotations.Nullable;

/** Follows where the lines of a plan stand, by what its folder says and by what Slurm says. One thread at a time. */
public final class PlanWatch {
    /** What Slurm says of a job that ended longer ago than its MinJobAge. */
    private static final String FORGOTTEN = "Invalid job id specified";
    /** Slurm is asked no oftener, for many may ask it. */
    private static final long PERIOD = TimeUnit.SECONDS.toNanos(10);

    private final PlanFolder folder;
    private final Plan plan;
    private final Map<Integer, Path> runs = new HashMap<>();
    private @Nullable Set<Path> matched;
    private TaskQueue queue = TaskQueue.empty();
    private long asked;
    private String problem = "";

    /** Reads the plan, which does not change. */
    public PlanWatch(PlanFolder folder) throws IOException {
        this.folder = folder;
        this.plan = folder.plan();
    }

    /**
     * Returns every line as it stands.
     *
     * @param found the runs of the plan's folder
     */
    public List<LineStatus> read(List<FoundRun> found) throws IOException, InterruptedException {
        Map<Path, FoundRun> byPath = found.stream()
                .collect(Collectors.toMap(run -> run.directory().path(), Function.identity()));
        match(found, byPath.keySet());
        List<Submission> submissions = Submission.of(folder);
        ask(submissions);
        PlanStatus status = new PlanStatus(folder, submissions, queue);
        List<LineStatus> lines = new ArrayList<>();
        for (int line = 1; line <= plan.lines(); line++) {
            lines.add(status.line(line, plan.line(line), Optional.ofNullable(runs.get(line)).map(byPath::get)));
        }
        return lines;
    }

    /** Returns why Slurm does not answer, a sentence; empty when it does, or nothing was submitted. */
    public String problem() {
        return problem;
    }

    /**
     * Orders something about a line's task.
     *
     * @throws FileProblem when it has none, or Slurm refuses
     */
    public void order(TaskOrder order, int line) throws IOException, InterruptedException {
        List<Submission> submissions = Submission.of(folder);
        TaskState task = queue.of(submissions, line)
                .orElseThrow(() -> new FileProblem("Line " + line + " was not submitted."));
        Submission newest = submissions.stream().filter(it -> it.job().equals(task.job())).findFirst().orElseThrow();
        List<String> command = order.command(task.job() + "_" + task.task());
        LoginNode.Answer answer = new LoginNode(newest.host()).run(command);
        if (answer.exitCode() != 0) {
            throw new FileProblem(refusal(command, answer));
        }
        // What it is asked next tells what came of it.
        asked = 0;
    }

    private String refusal(List<String> command, LoginNode.Answer answer) {
        if (answer.problem().contains(FORGOTTEN)) {
            return "Slurm has forgotten task " + command.getLast() + ", which ended a while ago; 'grokscope submit "
                    + folder.path().getFileName() + "' hands in anew what is not finished.";
        }
        return command.getFirst() + " refused: " + (answer.problem().isEmpty()
                ? "it ended with exit code " + answer.exitCode() + "."
                : answer.problem());
    }

    /** A line that has no run has one only after another folder is there. */
    private void match(List<FoundRun> found, Set<Path> now) throws IOException {
        if (now.equals(matched)) {
            return;
        }
        RunIndex index = RunIndex.of(found);
        for (int line = 1; line <= plan.lines(); line++) {
            int number = line;
            runs.remove(line);
            index.runs(plan.line(line)).stream().findFirst()
                    .ifPresent(run -> runs.put(number, run.directory().path()));
        }
        matched = Set.copyOf(now);
    }

    private void ask(List<Submission> submissions) throws InterruptedException {
        long now = System.nanoTime();
        if (submissions.isEmpty() || asked != 0 && now - asked < PERIOD) {
            return;
        }
        asked = now;
        try {
            queue = TaskQueue.ask(submissions);
            problem = "";
        } catch (IOException silent) {
            problem = ProblemSentence.of(silent);
        }
    }
}
