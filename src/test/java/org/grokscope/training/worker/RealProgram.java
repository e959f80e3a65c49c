package org.grokscope.training.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.grokscope.cli.Main;
import org.grokscope.run.RunDirectory;

/** This program as a process of its own. */
final class RealProgram {
    private RealProgram() {}

    static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true", "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Waits for something that a process does. */
    static void await(Process process, Callable<Boolean> condition) throws Exception {
        while (process.isAlive() && !condition.call()) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("The process ended with exit code " + process.exitValue() + ".");
        }
    }

    static boolean reached(Path run, int step) throws IOException {
        return Files.exists(run.resolve("run.json")) && RunDirectory.open(run).history().lastStep() >= step;
    }
}
