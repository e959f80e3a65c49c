import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a process of Grokscope holds of memory: a default run alone, four and a hundred seeds queued in one process, and the
 * open workbench on the sample runs at its start and later. Argument: {@code seconds} of each; the workbench has twenty times
 * as long. Linux alone: it reads what the system says of the process.
 */
final class Memory {
    private static final int MEGABYTE = 1024 * 1024;

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
        delete(runs);
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
                table.row(name, moment + " s", status(process.pid(), "VmRSS:"), status(process.pid(), "VmHWM:"));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private static String status(long pid, String line) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(it -> it.startsWith(line))
                    .map(it -> Long.toString(Long.parseLong(it.replaceAll("\\D", "")) * 1024 / MEGABYTE)).findFirst()
                    .orElseThrow();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> contents = Files.walk(folder)) {
            for (Path path : contents.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
