package org.grokscope.workbench.runs;

import java.util.List;
import org.grokscope.figure.export.SharedRun;

/** What can be asked of runs from their lines in the list. */
public interface RunCommands {
    /** Asks for another name and gives it to the run. */
    void rename(String id);

    /** Gives runs a star, or takes it from them when all have one. */
    void star(List<String> ids);

    /** Asks for a note on the run. */
    void note(String id);

    /** Asks for the tags of runs and gives them to all. */
    void tag(List<String> ids);

    /** Pins a run as the baseline, or lets it go. */
    void pin(String id);

    /** Asks for a last step and trains the run on to it. */
    void continueTo(String id);

    /** Returns whether {@link #continueTo} can do anything for the run now. */
    boolean canContinue(String id);

    /** Moves runs, and what cannot be opened, to the trash. */
    void delete(List<String> ids);

    /** Asks, and deletes for good what lies in the trash. */
    void emptyTrash();

    /** Says what is wrong with something that cannot be opened. */
    void explain(RunRow damaged);

    /** Puts the command that would make this run on the clipboard. */
    void copyCommandLine(String id);

    /** Asks for a file and writes the whole run there, for people who do not have the program. */
    void share(String id, SharedRun form);

    /** Puts the path of the run's folder on the clipboard. */
    void copyPath(String id);
}
