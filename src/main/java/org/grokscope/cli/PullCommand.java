package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grokscope.run.RunLibrary;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.study.slurm.Mirror;
import org.grokscope.text.InvalidSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grokscope pull}. */
@Command(name = "pull", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Copies a folder of runs or of a plan from another machine with rsync, which may be training meanwhile: only what is new, "
                + "in an order that leaves every copy readable. Call it again to follow."})
final class PullCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "HOST:DIR", description = "the folder, as rsync takes it")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "the folder of the copy")
    private Path to = Path.of("");

    @Option(names = "--checkpoints", description = "copy the checkpoints as well, to look into the networks and to fork")
    private boolean checkpoints;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        InvalidSetting.unless(!from.isBlank() && !from.startsWith("-"), "from", "Name the folder to copy from.");
        InvalidSetting.unless(!to.toString().isBlank(), "to", "Name the folder to copy to.");
        Path copy = Files.createDirectories(to.toAbsolutePath().normalize());
        new Mirror(from, copy.toString(), checkpoints).copy();
        Path runs = PlanFolder.isPlan(copy) ? PlanFolder.open(copy).runs() : copy;
        output.console().print("%d runs are in %s.".formatted(new RunLibrary(runs).runs().size(), runs));
        return 0;
    }
}
