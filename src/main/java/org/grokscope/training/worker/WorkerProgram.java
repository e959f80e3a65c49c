package org.grokscope.training.worker;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.Submission;
import org.jspecify.annotations.Nullable;

/**
 * How this program is started once more, as a worker: with the same Java, class path and flags.
 *
 * @param start the command line up to where a worker's own arguments begin
 */
public record WorkerProgram(List<String> start) {
    /** A system property: the process ends with the one that started it. A worker does so in any case, and in its own way. */
    public static final String ENDS_WITH_PARENT = "grokscope.endsWithParent";

    public WorkerProgram {
        start = List.copyOf(start);
    }

    /**
     * Describes the program that is running.
     *
     * @param main whose main method understands the command
     * @param command that makes it a worker
     */
    public static WorkerProgram running(Class<?> main, String command) {
        List<String> start = new ArrayList<>();
        Path java = java();
        String packaged = System.getProperty("jpackage.app-path");
        if (Files.notExists(java) && packaged != null) {
            // A packaged program brings no java command; its launcher knows Java, class path and flags.
            start.add(packaged);
        } else {
            start.add(java.toString());
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(flag -> !ownFlag(flag))
                    .forEach(start::add);
            start.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        }
        start.add(command);
        return new WorkerProgram(start);
    }

    /**
     * Starts a worker that trains a run.
     *
     * @param threads of its tensor library
     */
    Process launch(Submission submission, DeviceChoice device, int threads) throws IOException {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(submission.run().toString(), "--device", device.label(), "--threads",
                Integer.toString(threads)));
        command.addAll(submission.options());
        ProcessBuilder process = new ProcessBuilder(command);
        Compute.foreignVariables().forEach(process.environment()::remove);
        // With it, inherited, a packaged program's launcher takes its arguments for those of Java.
        process.environment().remove("_JPACKAGE_LAUNCHER");
        // What it complains of belongs where this process's own complaints go.
        return process.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static Path java() {
        @Nullable
        String system = System.getProperty("os.name");
        boolean windows = system != null && system.startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    /** A debugger listens on one port, which is taken. */
    private static boolean ownFlag(String flag) {
        return flag.startsWith("-agentlib:jdwp") || flag.startsWith("-Xrunjdwp")
                || flag.startsWith("-D" + ENDS_WITH_PARENT);
    }
}
