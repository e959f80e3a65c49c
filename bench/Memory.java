import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grokscope.file.FolderTree;

/**
 * What a process of Grokscope holds of memory: a default run alone, four and a hundred seeds queued in one process, and the
 * open workbench on the sample runs at its start and later. Argument: {@code seconds} of each; the workbench has twenty times
 * as long. Linux alone: it reads what the system says of the process.
 */
final class Memory {
    private static final int MEBIBYTE = 1 << 20;

    private final int seconds;
    private final Table table = new Table("process", "after", "resident, MiB", "most so far, MiB");

    private Memory(int seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Memory memory = new Memory(Settings.of(arguments).number("seconds", 30));
        memory.train("a default run", 1);
        memory.train("4 seeds queued in one process", 4);
        memory.train("100 seeds queued in one process", 100);
        memory.watch();
        memory.table.print();
    }

    private void train(String name, int count) throws Exception {
        String seeds = IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Path runs = Files.createTempDirectory("grokscope-memory");
        // Evaluations and checkpoints are part of it.
        follow(name, Programs.java("org.grokscope.cli.Main", "train", "--device", "cpu", "--workers", "1", "--seed", seeds,
                "--runs", runs.toString()), List.of(seconds, 3 * seconds));
        new FolderTree(runs).delete();
    }

    private void watch() throws Exception {
        Path preferences = Files.createTempDirectory("grokscope-memory").resolve("preferences.json");
        List<String> command = new ArrayList<>(Programs.java("org.grokscope.cli.Main", "--runs", "sample-runs"));
        command.add(1, "-Dgrokscope.preferences=" + preferences);
        follow("the workbench on sample-runs", command, List.of(seconds, 4 * seconds, 20 * seconds));
    }

    private void follow(String name, List<String> command, List<Integer> moments) throws Exception {
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            int passed = 0;
            for (int moment : moments) {
                if (process.waitFor(moment - passed, TimeUnit.SECONDS)) {
                    throw new IOException(name + " ended early, exit code " + process.exitValue());
                }
                passed = moment;
                table.row(name, moment + " s", mebibytes(ProcessStatus.resident(process.pid())),
                        mebibytes(ProcessStatus.mostResident(process.pid())));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private static String mebibytes(OptionalLong bytes) {
        return Long.toString(bytes.orElseThrow() / MEBIBYTE);
    }
}
