package org.grokscope.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grokscope.model.NativeTransformer;
import org.grokscope.model.Processor;
import org.grokscope.model.Products;
import org.grokscope.run.Environment;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.InvalidSetting;

/**
 * What training runs on.
 *
 * @param device the tensor library's device
 * @param environment the same for people and for run.json
 */
public record Compute(Device device, Environment environment) {
    /** Threads of the tensor library unless said otherwise: a network this small gains little from more. */
    public static final int DEFAULT_THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    /** The program's own library is the one it was tried with, and the one that its bits come from. */
    private static final List<String> FOREIGN = List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_EXTRA_LIBRARY_PATH",
            "PYTORCH_VERSION", "PYTORCH_FLAVOR", "PYTORCH_PRECXX11");
    private static final String THREADS_PROPERTY = "ai.djl.pytorch.num_threads";

    /**
     * Loads the tensor library, once a process, and chooses a device.
     *
     * @param threads of the tensor library; only the first call in a process can choose
     * @throws InvalidSetting when a GPU is asked for and there is none
     */
    public static Compute load(DeviceChoice choice, int threads) {
        InvalidSetting.unless(valid(threads), "threads",
                "The number of threads must lie between 1 and 1024, and " + threads + " does not.");
        if (System.getProperty(THREADS_PROPERTY) == null) {
            System.setProperty(THREADS_PROPERTY, Integer.toString(threads));
            System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        }
        NativeSettings.prepare();
        if (choice != DeviceChoice.CPU) {
            letGpusBeFound();
        }
        Engine engine = UnpackedLibrary.load();
        DeviceReport found = DeviceReport.of(engine);
        if (choice == DeviceChoice.CUDA && !found.usable()) {
            throw new InvalidSetting("device", "A GPU was asked for, but " + found.verdict());
        }
        boolean gpu = choice != DeviceChoice.CPU && found.usable();
        Device device = gpu ? Device.gpu(0) : Device.cpu();
        return new Compute(device, new Environment(gpu ? "cuda:0" : "cpu", gpu ? found.gpu() : found.cpu(),
                Integer.getInteger(THREADS_PROPERTY, threads), versions(engine, device)));
    }

    /**
     * Refuses a run that cannot be computed on something, before it is made; to be asked when the library is loaded.
     *
     * @throws InvalidSetting when its products are not to be had there
     */
    static void require(RunConfiguration run, Environment environment) {
        if (run.optimizer().precision() == ProductPrecision.BF16) {
            Products.requireNarrow(environment.gpu());
        }
    }

    /**
     * Returns what {@link #load} will choose, where that is certain without loading anything: a processor, since there is no
     * other library. It names no versions but the processor.
     */
    static Optional<Environment> foreseen(DeviceChoice choice, int threads) {
        boolean processor = choice == DeviceChoice.CPU
                || choice == DeviceChoice.AUTO && CudaLibrary.onClassPath().isEmpty() && FOREIGN.stream()
                        .noneMatch(name -> System.getenv(name) != null || System.getProperty(name) != null);
        return processor && valid(threads)
                ? Optional.of(new Environment("cpu", Processor.here().name(),
                        Integer.getInteger(THREADS_PROPERTY, threads),
                        new TreeMap<>(Map.of("processor", Processor.here().model()))))
                : Optional.empty();
    }

    private static boolean valid(int threads) {
        return threads >= 1 && threads <= 1024;
    }

    /** Returns the variables of this process that lead DJL to another PyTorch than the program's own. */
    public static List<String> foreignVariables() {
        return FOREIGN.stream().filter(System.getenv()::containsKey).toList();
    }

    private static void letGpusBeFound() {
        if (CudaDriver.find().filter(driver -> !driver.gpus().isEmpty()).isPresent()) {
            CudaLibrary.onClassPath().ifPresent(library -> {
                try {
                    library.offerRuntime();
                } catch (IOException e) {
                    // Then a GPU may not be found, and the report says why.
                }
            });
        }
    }

    private static SortedMap<String, String> versions(Engine engine, Device device) {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("grokscope", ProgramVersion.text());
        versions.put("java", Runtime.version().toString());
        versions.put("djl", Engine.getDjlVersion());
        versions.put("pytorch", engine.getVersion());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        Processor processor = Processor.here();
        versions.put("processor", processor.model());
        if (!processor.instructions().isEmpty()) {
            versions.put("instructions", processor.instructions());
        }
        LoadedLibrary.find("libtorch_cpu").ifPresent(library -> versions.put("libtorch", library.text()));
        if (!device.isGpu() && Products.on(device) == Products.USUAL) {
            // Only since there are two; runs that do not say were computed by oneDNN.
            versions.put("products", "usual operators");
        }
        versions.put("passesVersion", NativeTransformer.VERSION);
        versions.putAll(NativeSettings.acting());
        return versions;
    }
}
