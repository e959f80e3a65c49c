package org.grokscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.study.slurm.JobArray;
import org.grokscope.study.slurm.LoginNode;
import org.grokscope.study.slurm.Resources;
import org.grokscope.study.slurm.Slurm;
import org.grokscope.study.slurm.Submission;
import org.grokscope.training.ProgramVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grokscope submit}. */
@Command(name = "submit", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Hands a plan to Slurm: an array for the runs from scratch, and one for the forks that waits for it. Submitted again, it "
                + "trains what is missing: a task whose runs are finished ends at once."})
final class SubmitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of the plan")
    private Path folder = Path.of("");

    @Option(names = "--host", paramLabel = "HOST", description = "where sbatch is, as ssh takes it; default: this machine")
    private @Nullable String host;

    @Option(names = "--host-dir", paramLabel = "DIR", description = "the plan's folder as the cluster calls it; default: as here")
    private @Nullable String hostFolder;

    @Option(names = "--program", paramLabel = "PATH", defaultValue = "grokscope", description = "how Grokscope is called on the cluster; default: ${DEFAULT-VALUE}")
    private String program = "";

    @Option(names = "--per-task", paramLabel = "N", defaultValue = "1", description = "runs that one task trains, one after the other; default: ${DEFAULT-VALUE}")
    private int perTask;

    @Option(names = "--at-once", paramLabel = "N", description = "tasks that may run at the same time; default: as many as the cluster gives")
    private @Nullable Integer atOnce;

    @Option(names = "--cpus", paramLabel = "N", defaultValue = "1", description = "processors of a task, and threads of its run, which decide its last bits; default: ${DEFAULT-VALUE}")
    private int cpus;

    @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "2G", description = "memory of a task; default: ${DEFAULT-VALUE}")
    private String memory = "";

    @Option(names = "--time", paramLabel = "LIMIT", defaultValue = "02:00:00", description = "time limit of a task, which stops with a checkpoint two minutes before and goes back to the queue; default: ${DEFAULT-VALUE}")
    private String time = "";

    @Option(names = "--partition", paramLabel = "NAME", description = "default: the cluster's")
    private @Nullable String partition;

    @Option(names = "--account", paramLabel = "NAME", description = "default: yours")
    private @Nullable String account;

    @Option(names = "--constraint", paramLabel = "FEATURES", description = "features of a node; one kind of processor gives equal bits")
    private @Nullable String constraint;

    @Option(names = "--dry-run", description = "submit nothing: print the commands")
    private boolean dryRun;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Slurm slurm = new Slurm(new LoginNode(Optional.ofNullable(host)), program,
                new Resources(perTask, Optional.ofNullable(atOnce), cpus, memory, time, Optional.ofNullable(partition),
                        Optional.ofNullable(account), Optional.ofNullable(constraint)));
        PlanFolder place = PlanFolder.open(folder);
        Plan plan = place.plan();
        Console console = output.console();
        String there = hostFolder == null ? place.path().toString() : hostFolder;
        List<JobArray> arrays = slurm.arrays(plan, slurm.mostTasks());
        if (dryRun) {
            printCommands(slurm, there, arrays, console);
            return 0;
        }
        slurm.checkVersion(ProgramVersion.text());
        slurm.submit(there, arrays, job -> {
            note(place, job);
            console.print("Job %s: lines %d to %d, %d tasks%s".formatted(job.id(),
                    job.array().first(), job.array().last(), job.array().tasks(),
                    job.array().forks() ? ", after the runs from scratch" : ""));
        });
        return 0;
    }

    /** Keeps with the plan which task trains which lines. */
    private void note(PlanFolder place, Slurm.Job job) {
        try {
            new Submission(job.id(), Optional.ofNullable(host), job.array().first(), job.array().last(), perTask)
                    .note(place);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void printCommands(Slurm slurm, String folder, List<JobArray> arrays, Console console) {
        List<String> before = arrays.stream().filter(array -> !array.forks())
                .map(array -> "JOB_OF_LINE_" + array.first()).toList();
        for (JobArray array : arrays) {
            console.print(slurm.typed(slurm.command(folder, array, array.forks() ? before : List.of())));
        }
    }
}
