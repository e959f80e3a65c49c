import ai.djl.ndarray.NDManager;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.Trainer;

/** Whether Grokscope learns what the plain network learns: the first losses of the paper's run, batch by batch. */
final class LossCurve {
    private static final int STEPS = 200;

    public static void main(String[] arguments) {
        Compute compute = Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        double largest = 0;
        try (NDManager manager = NDManager.newBaseManager(compute.device());
                Trainer trainer = Trainer.begin(RunConfiguration.PAPER, compute.device())) {
            PlainNetwork plain = new PlainNetwork(manager);
            for (int step = 0; step < STEPS; step++) {
                largest = Math.max(largest, Math.abs(trainer.step() - plain.step()));
            }
        }
        System.out.printf("- Largest difference of the first %d losses from the plain network's: %.1e%n", STEPS, largest);
    }
}
