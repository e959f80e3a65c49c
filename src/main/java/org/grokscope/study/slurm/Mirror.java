package org.grokscope.study.slurm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FileProblem;

/**
 * Copies a folder of runs or of a plan from another machine, or from a mounted disk, with the system's rsync: as often as one
 * likes, only what is new, and in an order that leaves every copy readable whenever it is broken off. The other side may be
 * training. Events come before evaluations, and those before the circles that were written before them, so that nothing is told
 * of what is not there yet; run.json comes last, and with it a run that is whole appears.
 *
 * @param from the folder as rsync takes it, {@code HOST:DIR} or {@code DIR}
 * @param to the folder of the copy
 * @param checkpoints whether they are copied as well
 */
public record Mirror(String from, String to, boolean checkpoints) {
    /** The folder of what was deleted, locks, and runs that are still being put together. */
    private static final List<String> NEVER = List.of(".*", "writer.lock", "writer-*.claim", "notes.lock", "*.part");

    /** Returns the commands, in their order. */
    List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        commands.add(copy("inherited/**", "plan.jsonl", "run.sbatch", "submissions.jsonl"));
        commands.add(copy("events.jsonl"));
        commands.add(copy("metrics.jsonl"));
        commands.add(copy("circles.bin"));
        if (checkpoints) {
            commands.add(copy("checkpoints/*.safetensors"));
        }
        commands.add(copy("notes.json", "writer.json", "logs/*.out", "run.json"));
        return commands;
    }

    private List<String> copy(String... files) {
        List<String> command = new ArrayList<>(List.of("rsync", "--recursive", "--times", "--compress",
                "--prune-empty-dirs"));
        NEVER.forEach(it -> command.add("--exclude=" + it));
        if (!List.of(files).contains("checkpoints/*.safetensors")) {
            command.add("--exclude=checkpoints/");
        }
        command.add("--include=*/");
        for (String file : files) {
            command.add("--include=" + file);
        }
        command.addAll(List.of("--exclude=*", "--", folder(from), folder(to)));
        return command;
    }

    /** With a slash rsync takes what is in a folder, and not the folder. */
    private static String folder(String name) {
        return name.endsWith("/") ? name : name + "/";
    }

    /**
     * Copies what is new.
     *
     * @throws FileProblem when there is no rsync, or it cannot
     */
    public void copy() throws IOException, InterruptedException {
        for (List<String> command : commands()) {
            LoginNode.Answer answer;
            try {
                answer = new LoginNode(Optional.empty()).run(command);
            } catch (FileProblem none) {
                throw new FileProblem("There is no rsync on this machine.", none);
            }
            if (answer.exitCode() != 0) {
                throw new FileProblem("rsync cannot copy " + from + (answer.problem().isEmpty()
                        ? "; it ended with exit code " + answer.exitCode() + "."
                        : " (" + answer.problem() + ")."));
            }
        }
    }
}
