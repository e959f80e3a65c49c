package org.grokscope.workbench.runs;

/** What can be asked of a run from its line in the tree. */
public interface RunCommands {
    /** Asks for another name and gives it to the run. */
    void rename(String id);

    /** Asks for a last step and trains the run on to it. */
    void continueTo(String id);

    /** Returns whether {@link #continueTo} can do anything for the run now. */
    boolean canContinue(String id);

    /** Puts the command that would make this run on the clipboard. */
    void copyCommandLine(String id);

    /** Puts the path of the run's folder on the clipboard. */
    void copyPath(String id);
}
