package org.grokscope.training;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What NVIDIA's driver says of itself, asked directly (CUDA driver API), so that no toolkit need be installed.
 *
 * @param version the newest CUDA it can serve, 1000 · major + 10 · minor
 * @param gpus the names of the GPUs it shows to this process
 */
public record CudaDriver(int version, List<String> gpus) {
    private static final int LONGEST_NAME = 256;

    public CudaDriver {
        gpus = List.copyOf(gpus);
    }

    /** Asks the driver of this machine, if it has one. */
    static Optional<CudaDriver> find() {
        String system = System.getProperty("os.name", "");
        return find(system.startsWith("Windows") ? "nvcuda.dll" : "libcuda.so.1");
    }

    /**
     * Asks a driver.
     *
     * @param library its name, or where it is
     */
    @SuppressWarnings("restricted")
    static Optional<CudaDriver> find(String library) {
        try {
            // Never unloaded: the tensor library may use it, too.
            return Optional.of(ask(SymbolLookup.libraryLookup(library, Arena.global())));
        } catch (IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    private static CudaDriver ask(SymbolLookup driver) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
            MemorySegment name = arena.allocate(LONGEST_NAME);
            int version = call(driver, "cuDriverGetVersion", number) ? number.get(ValueLayout.JAVA_INT, 0) : 0;
            List<String> gpus = new ArrayList<>();
            if (call(driver, "cuInit", 0) && call(driver, "cuDeviceGetCount", number)) {
                int count = number.get(ValueLayout.JAVA_INT, 0);
                for (int gpu = 0; gpu < count; gpu++) {
                    // A device's handle is its number.
                    gpus.add(call(driver, "cuDeviceGetName", name, LONGEST_NAME, gpu)
                            ? name.getString(0)
                            : "NVIDIA GPU");
                }
            }
            return new CudaDriver(version, gpus);
        }
    }

    /** Calls a function of pointers and ints; returns whether it said that all is well. */
    @SuppressWarnings("restricted")
    private static boolean call(SymbolLookup driver, String function, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] = arguments[i] instanceof Integer ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS;
        }
        Optional<MemorySegment> address = driver.find(function);
        if (address.isEmpty()) {
            return false;
        }
        try {
            return (int) Linker.nativeLinker()
                    .downcallHandle(address.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts))
                    .invokeWithArguments(arguments) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("The driver's " + function + " could not be called.", e);
        }
    }
}
