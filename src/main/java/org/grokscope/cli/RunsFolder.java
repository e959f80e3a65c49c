package org.grokscope.cli;

import java.nio.file.Path;
import org.grokscope.run.RunLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that every command has: where the runs are. */
final class RunsFolder {
    @Option(names = "--runs", paramLabel = "DIR", defaultValue = "${env:GROKSCOPE_RUNS:-${sys:grokscope.runs:-runs}}", description = "the folder of runs; default: runs, or GROKSCOPE_RUNS")
    private Path path = Path.of("runs");

    /** Returns the folder; a ~ at its beginning, which no shell replaced, is the home folder. */
    Path path() {
        if (path.toString().isEmpty()) {
            // An empty GROKSCOPE_RUNS is none.
            return Path.of(System.getProperty("grokscope.runs", "runs"));
        }
        return path.startsWith("~")
                ? Path.of(System.getProperty("user.home")).resolve(Path.of("~").relativize(path))
                : path;
    }

    /**
     * Returns the folder, or the preferred one where neither the command line nor the environment names one.
     *
     * @param preferred empty for no preference
     */
    Path path(String preferred, @Nullable CommandSpec command) {
        String environment = System.getenv("GROKSCOPE_RUNS");
        boolean free = !named(command) && (environment == null || environment.isEmpty());
        return free && !preferred.isEmpty() ? Path.of(preferred) : path();
    }

    /** Returns whether the caller named the folder on the command line. */
    boolean named(@Nullable CommandSpec command) {
        return command != null && command.commandLine().getParseResult().hasMatchedOption("--runs");
    }

    RunLibrary library() {
        return new RunLibrary(path());
    }
}
