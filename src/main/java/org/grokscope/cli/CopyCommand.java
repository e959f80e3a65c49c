package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grokscope copy}. */
@Command(name = "copy", mixinStandardHelpOptions = true, sortOptions = false, description = "Makes a light copy of a run, with all it logged and some of its checkpoints, to share or to keep. WHEN is a step, or memorised, ceiling or grokked.")
final class CopyCommand implements Callable<Integer> {
    @Option(names = "--to", required = true, paramLabel = "DIR", description = "the folder of runs that the copy goes to")
    private Path to = Path.of("");

    @Option(names = "--checkpoints", split = ",", paramLabel = "WHEN", description = "checkpoints to keep without AdamW's moments, to look at")
    private List<String> weights = new ArrayList<>();

    @Option(names = "--moments", split = ",", paramLabel = "WHEN", description = "checkpoints to keep with AdamW's moments, to fork as well")
    private List<String> whole = new ArrayList<>();

    @Mixin
    private RunArgument run = new RunArgument();

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = run.find();
        RunHistory history = directory.history();
        new RunCopy(steps(history, "moments", whole), steps(history, "checkpoints", weights)).make(directory, to);
        return 0;
    }

    private static Set<Integer> steps(RunHistory history, String option, List<String> moments) {
        return moments.stream().map(when -> Moment.step(history, option, when)).collect(Collectors.toSet());
    }
}
