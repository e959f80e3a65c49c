package org.grokscope.training;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;

/**
 * What there is to compute on.
 *
 * @param cpu the processor's model
 * @param processors available to this process
 * @param cudaLibrary whether the tensor library that was loaded can use CUDA
 * @param gpus CUDA GPUs that the driver shows
 */
public record DeviceReport(String cpu, int processors, boolean cudaLibrary, int gpus) {
    /** Loads the tensor library and looks. */
    public static DeviceReport probe() {
        Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        return of(Engine.getEngine("PyTorch"));
    }

    static DeviceReport of(Engine engine) {
        return new DeviceReport(Compute.processorName(), Runtime.getRuntime().availableProcessors(),
                engine.hasCapability(StandardCapabilities.CUDA), engine.getGpuCount());
    }

    /** Returns whether a GPU can be trained on. */
    public boolean usable() {
        return cudaLibrary && gpus > 0;
    }

    /** Returns in one sentence's end whether a GPU can be used, and if not, why. */
    public String verdict() {
        if (usable()) {
            return gpus == 1 ? "there is one CUDA GPU." : "there are " + gpus + " CUDA GPUs.";
        }
        if (gpus > 0) {
            return "the tensor library that is installed here was built for the CPU.";
        }
        return cudaLibrary
                ? "the driver shows no CUDA GPU."
                : "no CUDA GPU was found, and the tensor library that is installed here was built for the CPU.";
    }
}
