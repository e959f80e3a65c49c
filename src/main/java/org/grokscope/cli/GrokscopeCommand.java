package org.grokscope.cli;

import java.util.concurrent.Callable;
import org.grokscope.workbench.NoDisplay;
import org.grokscope.workbench.WorkbenchApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grokscope} alone: the workbench. */
@Command(name = "grokscope", mixinStandardHelpOptions = true, versionProvider = Versions.class, subcommands = {
        TrainCommand.class, ForkCommand.class, ResumeCommand.class, ListCommand.class, ShowCommand.class,
        MeasureCommand.class, ExportCommand.class,
        DevicesCommand.class,
        WorkerCommand.class}, description = "Watches a small transformer grok. Without a command, opens the workbench.", footer = {
                "", "Exit codes: 0 done; 2 what you named is wrong or absent; 1 failed while working."})
final class GrokscopeCommand implements Callable<Integer> {
    @Mixin
    private LaneOptions laneOptions = new LaneOptions();

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Override
    public Integer call() throws NoDisplay {
        WorkbenchApplication.open(runsFolder.path(), laneOptions.openInBackground(workerOptions.workers()));
        return 0;
    }
}
