package org.grokscope.study.slurm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;

/** What Slurm says of submitted tasks, from squeue and, where the cluster keeps accounts, from sacct. */
public final class TaskQueue {
    private static final String FIELDS = "%F|%K|%T|%N|%r";

    private final Map<String, TaskState> tasks;

    private TaskQueue(Map<String, TaskState> tasks) {
        this.tasks = tasks;
    }

    /** Nothing was submitted. */
    public static TaskQueue empty() {
        return new TaskQueue(Map.of());
    }

    /** What Slurm said of some tasks. */
    static TaskQueue of(List<TaskState> said) {
        Map<String, TaskState> tasks = new HashMap<>();
        said.forEach(it -> tasks.put(key(it.job(), it.task()), it));
        return new TaskQueue(tasks);
    }

    /**
     * Asks for the tasks of some submissions.
     *
     * @throws FileProblem when Slurm is not there, or does not answer
     */
    public static TaskQueue ask(List<Submission> submissions) throws IOException, InterruptedException {
        List<TaskState> tasks = new ArrayList<>();
        Map<Optional<String>, Set<String>> jobs = submissions.stream().collect(Collectors.groupingBy(Submission::host,
                Collectors.mapping(Submission::job, Collectors.toCollection(TreeSet::new))));
        for (Map.Entry<Optional<String>, Set<String>> place : jobs.entrySet()) {
            LoginNode node = new LoginNode(place.getKey());
            String ids = String.join(",", place.getValue());
            // Accounts know what has ended; the queue, which is newer, what has not.
            LoginNode.Answer ended = accounts(node, ids);
            if (ended.exitCode() == 0) {
                tasks.addAll(accounted(ended.out()));
            }
            LoginNode.Answer queue = node
                    .run(List.of("squeue", "--me", "--array", "--noheader", "--format=" + FIELDS));
            if (queue.exitCode() != 0) {
                throw new FileProblem("squeue refused: " + queue.problem());
            }
            queued(queue.out()).stream().filter(it -> place.getValue().contains(it.job()))
                    .forEach(tasks::add);
        }
        return of(tasks);
    }

    private static LoginNode.Answer accounts(LoginNode node, String ids) throws IOException, InterruptedException {
        try {
            // Slurm 22.05's sacct has no --array: what waits stands on one line, array_[3-7], and squeue knows it better.
            return node.run(List.of("sacct", "--noheader", "--parsable2", "--allocations", "--jobs=" + ids,
                    "--format=JobID,State,NodeList"));
        } catch (FileProblem noAccounts) {
            return new LoginNode.Answer(1, "", "");
        }
    }

    /** Reads what squeue prints: array, task, state, node, reason. */
    static List<TaskState> queued(String out) {
        List<TaskState> tasks = new ArrayList<>();
        for (String line : out.lines().toList()) {
            String[] fields = line.strip().split("\\|", -1);
            if (fields.length == 5 && fields[1].matches("\\d{1,9}")) {
                tasks.add(new TaskState(fields[0], Integer.parseInt(fields[1]), fields[2], fields[3],
                        fields[4].equals("None") ? "" : fields[4]));
            }
        }
        return tasks;
    }

    /** Reads what sacct prints: array and task, state with who cancelled, node. */
    static List<TaskState> accounted(String out) {
        List<TaskState> tasks = new ArrayList<>();
        for (String line : out.lines().toList()) {
            String[] fields = line.strip().split("\\|", -1);
            if (fields.length == 3 && fields[0].matches("\\d+_\\d{1,9}")) {
                String[] id = fields[0].split("_", -1);
                tasks.add(new TaskState(id[0], Integer.parseInt(id[1]), fields[1].split(" ", -1)[0],
                        fields[2].startsWith("None") ? "" : fields[2], ""));
            }
        }
        return tasks;
    }

    private static String key(String job, int task) {
        return job + "_" + task;
    }

    /** Returns what Slurm says of the task of the newest submission that trains a line; no state where it has forgotten it. */
    Optional<TaskState> of(List<Submission> submissions, int line) {
        Optional<TaskState> newest = Optional.empty();
        for (Submission submission : submissions) {
            Optional<Integer> task = submission.task(line);
            if (task.isPresent()) {
                newest = Optional.of(tasks.getOrDefault(key(submission.job(), task.get()),
                        new TaskState(submission.job(), task.get(), "", "", "")));
            }
        }
        return newest;
    }
}
