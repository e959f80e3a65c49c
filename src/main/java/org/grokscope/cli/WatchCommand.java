package org.grokscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.grokscope.cli.watch.WatchLines;
import org.grokscope.cli.watch.WatchReader;
import org.grokscope.cli.watch.WatchScreen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code grokscope watch}. */
@Command(name = "watch", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Watches the runs of a folder, or of a plan, in a terminal: a table with the curves of validation accuracy and FSD. "
                + "Where there is no terminal it prints a line for each run and each piece of news, until nothing trains or is to be trained any more."})
final class WatchCommand implements Callable<Integer> {
    private static final long PERIOD_MILLIS = 500;

    @Parameters(paramLabel = "DIR", description = "a folder of runs, or of a plan")
    private Path folder = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        WatchReader reader = WatchReader.open(folder);
        Console console = output.console();
        if (Terminal.isScreen()) {
            new WatchScreen(reader).show();
            return 0;
        }
        WatchLines lines = new WatchLines(reader, console::print);
        while (lines.tell()) {
            TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
        }
        return 0;
    }
}
