package org.grokscope.training;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.LibUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.model.Processor;

/**
 * What there is to compute on.
 *
 * @param cpu the processor's model
 * @param processors available to this process
 * @param bfloat16 whether the processor has instructions that multiply bfloat16 numbers
 * @param library what the tensor library that was loaded can do
 * @param driver what NVIDIA's driver says, where there is one
 * @param cudaVersion of CUDA that the tensor library wants, 1000 · major + 10 · minor; 0 when that is not known
 */
public record DeviceReport(String cpu, int processors, boolean bfloat16, Library library, Optional<CudaDriver> driver,
        int cudaVersion) {
    /** Tensor libraries, by what they can do with a GPU. */
    public enum Library {
        /** It was built for the CPU, and there is no other. */
        CPU_ONLY,
        /** One for the CPU was loaded, though one for CUDA is on the class path. */
        CPU_INSTEAD,
        /** One for CUDA was loaded, but found no GPU that it can use. */
        CUDA_IDLE,
        /** It can use a GPU. */
        CUDA
    }

    /** Loads the tensor library and looks. */
    public static DeviceReport probe() {
        Compute.load(DeviceChoice.AUTO, Compute.DEFAULT_THREADS);
        return loaded();
    }

    /** Looks at a tensor library that is loaded already. */
    static DeviceReport loaded() {
        return of(Engine.getEngine("PyTorch"));
    }

    static DeviceReport of(Engine engine) {
        Optional<CudaLibrary> bundled = CudaLibrary.onClassPath();
        boolean cuda = CudaLibrary.isIn(Path.of(LibUtils.getLibtorchPath()));
        Library library;
        // The tensor library has this capability only when it found a GPU, whatever it was built for.
        if (engine.hasCapability(StandardCapabilities.CUDA)) {
            library = Library.CUDA;
        } else if (cuda) {
            library = Library.CUDA_IDLE;
        } else {
            library = bundled.isPresent() ? Library.CPU_INSTEAD : Library.CPU_ONLY;
        }
        Processor processor = Processor.here();
        return new DeviceReport(processor.name(), Runtime.getRuntime().availableProcessors(), processor.bfloat16(),
                library,
                CudaDriver.find(), bundled.map(CudaLibrary::version).orElse(0));
    }

    /** Returns whether a GPU can be trained on. */
    public boolean usable() {
        return library == Library.CUDA;
    }

    /** Returns whether a tensor library for CUDA is there, loaded or not. */
    public boolean cudaLibrary() {
        return library != Library.CPU_ONLY;
    }

    /** Returns what to tell somebody who brought a tensor library for CUDA and trains on the CPU all the same. */
    public Optional<String> fallback() {
        return cudaLibrary() && !usable() ? Optional.of("Training on the CPU: " + verdict()) : Optional.empty();
    }

    /** Returns the names of the GPUs that NVIDIA's driver shows. */
    public List<String> gpus() {
        return driver.map(CudaDriver::gpus).orElse(List.of());
    }

    /** Returns the name of the GPU that is trained on, where one can be. */
    String gpu() {
        return gpus().isEmpty() ? "CUDA GPU" : gpus().getFirst();
    }

    /** Returns in one sentence's end whether a GPU can be used, and if not, why. */
    public String verdict() {
        if (usable()) {
            return gpus().size() > 1
                    ? "there are %d GPUs, and the first, %s, can be used.".formatted(gpus().size(), gpu())
                    : "there is a GPU that can be used: " + gpu() + ".";
        }
        if (gpus().isEmpty()) {
            return (driver.isPresent() ? "NVIDIA's driver shows no GPU" : "no NVIDIA driver was found")
                    + (cudaLibrary()
                            ? "; the tensor library is ready for one."
                            : ", and the tensor library that is installed here was built for the CPU.");
        }
        String there = "there is a GPU, " + gpu() + ", but ";
        int served = driver.map(CudaDriver::version).orElse(0);
        if (!cudaLibrary()) {
            return there
                    + "the tensor library that is installed here was built for the CPU; the manual says how to install another.";
        }
        if (served > 0 && served / 1000 < cudaVersion / 1000) {
            return there + "its driver supports CUDA " + text(served) + ", and the tensor library needs "
                    + text(cudaVersion) + "; install a newer driver.";
        }
        return there + (library == Library.CPU_INSTEAD
                ? "CUDA's runtime could not be loaded to find it; install CUDA " + text(cudaVersion) + "."
                : "the tensor library cannot use it; its driver supports CUDA " + text(served)
                        + ", a newer one may help.");
    }

    private static String text(int version) {
        return String.format(Locale.ROOT, "%d.%d", version / 1000, version % 1000 / 10);
    }
}
