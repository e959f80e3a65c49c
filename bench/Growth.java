import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.grokscope.file.FolderTree;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.TaskSettings;

/**
 * What a larger task, network or batch costs: steps a second as people run it, evaluations and checkpoints included, the
 * most memory that the process ever held, a checkpoint's size, and what a run of 8,000 steps with its milestones takes on
 * the disk. Argument: {@code seconds} for each.
 */
final class Growth {
    private static final int[] MODULI = {53, 71, 97, 113, 131, 197, 257};
    private static final int[] BLOCKS = {1, 2, 3, 4};
    private static final int[] BATCHES = {128, 256, 512, 1024, 2048};

    /** Of 8,000 steps, step 0 included, and at each of the milestones that keep one. */
    private static final int CHECKPOINTS = 8000 / EvaluationSettings.DEFAULT.checkpointEvery() + 1 + 3;

    private final int seconds;
    private final Table table = new Table("p", "blocks", "batch", "steps/s", "memory, MB", "checkpoint, MB",
            "run, MB");

    private Growth(int seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Growth growth = new Growth(Settings.of(arguments).number("seconds", 10));
        int p = TaskSettings.PAPER.p();
        int blocks = ModelSettings.PAPER.blocks();
        int batch = OptimizerSettings.PAPER.batch();
        for (int other : MODULI) {
            growth.measure(other, blocks, batch);
        }
        for (int other : BLOCKS) {
            growth.measure(p, other, batch);
        }
        for (int other : BATCHES) {
            growth.measure(p, blocks, other);
        }
        growth.table.print();
    }

    private void measure(int p, int blocks, int batch) throws IOException {
        Path folder = Files.createTempDirectory("grokscope-growth");
        try (Contender contender = Contender.start("p %d, blocks %d, batch %d".formatted(p, blocks, batch),
                Programs.java("Training", "p=" + p, "blocks=" + blocks, "batch=" + batch, "evaluate=100",
                        "checkpoint=500", "folder=" + folder))) {
            contender.heat(seconds);
            table.row(Integer.toString(p), Integer.toString(blocks), Integer.toString(batch),
                    "%.1f".formatted(contender.speeds().median()), memory(contender.pid()),
                    "%.1f".formatted(checkpoint(folder) / 1e6), "%.0f".formatted(CHECKPOINTS * checkpoint(folder) / 1e6));
        } finally {
            new FolderTree(folder).delete();
        }
    }

    /** Returns the most memory that a process held so far, where the system tells. */
    private static String memory(long pid) throws IOException {
        OptionalLong most = ProcessStatus.mostResident(pid);
        return most.isPresent() ? Long.toString(most.getAsLong() / 1_000_000) : "unknown";
    }

    private static long checkpoint(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".safetensors")).map(Path::toFile)
                    .mapToLong(File::length).max().orElse(0);
        }
    }
}
