package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.run.Environment;
import org.grokscope.run.RunConfiguration;
import org.grokscope.run.RunHistory;

/** What the window does with the folder of runs. */
public interface RunsFolder {
    /** Returns the folder. */
    Path path();

    /** Returns the directories of the runs that are there now; a run's id is the name of its directory. */
    List<Path> runs() throws IOException;

    /** Opens a run to be followed. */
    Feed follow(Path run) throws IOException;

    /** Makes a run and returns its directory. */
    Path create(String name, RunConfiguration configuration, Environment environment) throws IOException;

    /** Gives a run another name. */
    void rename(Path run, String name) throws IOException;

    /** Gives a run another last step. */
    void extend(Path run, int steps) throws IOException;

    /** A run that is followed. */
    interface Feed {
        /** Reads what is new; returns whether anything is. */
        boolean poll() throws IOException;

        /** Returns the run as last read. */
        RunHistory history();
    }
}
