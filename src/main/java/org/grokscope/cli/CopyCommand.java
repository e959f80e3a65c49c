package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.foreign.CopyFormat;
import org.grokscope.run.CheckpointSteps;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunParts;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.Choice;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grokscope copy}. */
@Command(name = "copy", mixinStandardHelpOptions = true, sortOptions = false, description = "Makes a light copy of a run, with all it logged and some of its checkpoints, to share or to keep; or writes its networks for another program. WHEN is a step, or memorised, ceiling or grokked.")
final class CopyCommand implements Callable<Integer> {
    @Option(names = "--to", required = true, paramLabel = "DIR", description = "the folder of runs that the copy goes to; with --as, the folder of the files")
    private Path to = Path.of("");

    @Option(names = "--checkpoints", split = ",", paramLabel = "WHEN", description = "checkpoints to keep without AdamW's moments, to look at; with --as, those to write, by default the last")
    private List<String> weights = new ArrayList<>();

    @Option(names = "--moments", split = ",", paramLabel = "WHEN", description = "checkpoints to keep with AdamW's moments, to fork as well")
    private List<String> whole = new ArrayList<>();

    @Option(names = "--as", paramLabel = "PROGRAM", description = "transformerlens or torch: writes safetensors with the names of that program, and the lines of Python that load them")
    private @Nullable String as;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private RunArgument run = new RunArgument();

    @Override
    public Integer call() throws IOException {
        InvalidSetting.unless(!to.toString().isEmpty(), "to", "--to names no folder.");
        RunDirectory directory = run.find();
        RunHistory history = directory.history();
        Set<Integer> kept = steps(history, "checkpoints", weights);
        if (as == null) {
            new RunCopy(steps(history, "moments", whole), kept).make(directory, to);
            return 0;
        }
        String program = as;
        CopyFormat format = Choice.find(CopyFormat.class, program).orElseThrow(() -> new InvalidSetting("as",
                "--as takes " + Choice.oneOf(CopyFormat.class) + ", not '" + program + "'."));
        InvalidSetting.unless(whole.isEmpty(), "moments", "Other programs are given weights without moments.");
        CheckpointSteps checkpoints = CheckpointSteps.of(directory);
        Set<Integer> steps = kept.isEmpty() ? Set.of(checkpoints.last()) : new TreeSet<>(kept);
        // Nothing is written before all that will be is known to be whole, and to have a place.
        if (RunParts.hold(to.resolve("network.safetensors"))) {
            throw new FileProblem(to + " belongs to a run; name another folder.");
        }
        for (int step : steps) {
            directory.checkpoint(checkpoints.at(step));
            format.check(to, name(directory, format, step), directory.head().configuration().model());
        }
        for (int step : steps) {
            output.console().print(write(directory, format, step).toString());
        }
        return 0;
    }

    private static String name(RunDirectory directory, CopyFormat format, int step) {
        return directory.head().id() + "-step-" + step + "-" + format.label();
    }

    private Path write(RunDirectory directory, CopyFormat format, int step) throws IOException {
        RunConfiguration configuration = directory.head().configuration();
        return format.write(to, name(directory, format, step), configuration.model(), configuration.task().p(),
                directory.checkpoint(step).parameters(),
                Map.of("format", "pt", "run", directory.head().id(), "step", Integer.toString(step)));
    }

    private static Set<Integer> steps(RunHistory history, String option, List<String> moments) {
        return moments.stream().map(when -> Moment.step(history, option, when)).collect(Collectors.toSet());
    }
}
