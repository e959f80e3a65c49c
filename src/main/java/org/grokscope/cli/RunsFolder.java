package org.grokscope.cli;

import java.nio.file.Path;
import org.grokscope.run.RunLibrary;
import picocli.CommandLine.Option;

/** The option that every command has: where the runs are. */
final class RunsFolder {
    @Option(names = "--runs", paramLabel = "DIR", defaultValue = "${env:GROKSCOPE_RUNS:-${sys:grokscope.runs:-runs}}", description = "the folder of runs; default: runs, or GROKSCOPE_RUNS")
    private Path path = Path.of("runs");

    /** Returns the folder; a ~ at its beginning, which no shell replaced, is the home folder. */
    Path path() {
        return path.startsWith("~")
                ? Path.of(System.getProperty("user.home")).resolve(Path.of("~").relativize(path))
                : path;
    }

    RunLibrary library() {
        return new RunLibrary(path());
    }
}
