package org.grokscope.cli;

import java.io.IOException;
import org.grokscope.run.RunDirectory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The run that a command is about, and where it is looked for. */
final class RunArgument {
    @Parameters(paramLabel = "RUN", description = "an id, a name if it is the only one, or a directory")
    private String run = "";

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    /** Returns the run that is meant. */
    RunDirectory find() throws IOException {
        return runsFolder.library().find(run);
    }

    /** Returns the folder of runs. */
    RunsFolder runsFolder() {
        return runsFolder;
    }
}
