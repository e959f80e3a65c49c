import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokscope.foreign.CopyFormat;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.CheckpointProbe;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;

/** Writes a run's last network for each of the other programs, and its logits beside them, for interchange.py to compare. */
final class Interchange {
    private Interchange() {}

    public static void main(String[] arguments) throws IOException {
        RunDirectory run = RunDirectory.open(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        int step = run.checkpointSteps().getLast();
        RunConfiguration of = run.head().configuration();
        int p = of.task().p();
        Compute.load(DeviceChoice.CPU, 1);
        for (CopyFormat format : CopyFormat.values()) {
            try {
                format.write(folder, format.label(), of.model(), p, run.checkpoint(step).parameters(), Map.of());
            } catch (IllegalArgumentException none) {
                System.out.println(none.getMessage());
            }
        }
        try (CheckpointProbe probe = CheckpointProbe.open(of, run.checkpoint(step))) {
            StringBuilder text = new StringBuilder();
            for (float logit : probe.logits(IntStream.range(0, p * p).toArray())) {
                text.append(logit).append('\n');
            }
            Files.writeString(folder.resolve("logits.txt"), text);
        }
    }
}
