package org.grokscope.training;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import org.grokscope.file.AtomicFile;

/**
 * A tensor library for CUDA that lies on the class path (Maven's profile {@code gpu} puts it there).
 *
 * @param flavor for example {@code cu124}: it wants a driver for CUDA 12.4
 * @param runtime where CUDA's runtime lies in it, as a resource's name; empty when it has none of its own
 */
record CudaLibrary(String flavor, Optional<String> runtime) {
    /** Returns the one there is, if any. */
    static Optional<CudaLibrary> onClassPath() {
        try {
            for (URL url : Collections.list(CudaLibrary.class.getClassLoader()
                    .getResources("native/lib/pytorch.properties"))) {
                Properties about = new Properties();
                try (InputStream in = url.openStream()) {
                    about.load(in);
                }
                String flavor = about.getProperty("flavor", "");
                if (flavor.startsWith("cu")) {
                    String folder = "pytorch/" + flavor + "/" + about.getProperty("classifier") + "/";
                    return Optional.of(new CudaLibrary(flavor,
                            Arrays.stream(about.getProperty("libraries", "").split(","))
                                    .filter(name -> name.startsWith("libcudart")).findFirst().map(folder::concat)));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the CUDA it wants, 1000 · major + 10 · minor; 0 when its name does not tell. */
    int version() {
        return flavor.matches("cu\\d{3}")
                ? 1000 * Integer.parseInt(flavor.substring(2, 4)) + 10 * Integer.parseInt(flavor.substring(4))
                : 0;
    }

    /**
     * Lets DJL find GPUs where a driver is, but no toolkit: it counts them with CUDA's runtime under the name that a
     * toolkit gives it, and has its own copy under another. Must come before DJL loads anything.
     */
    void offerRuntime() throws IOException {
        if (runtime.isEmpty() || System.getProperty("jna.library.path") != null) {
            return;
        }
        Path folder = Files.createDirectories(Utils.getEngineCacheDir("pytorch").resolve("cudart-" + flavor));
        Path file = folder.resolve("libcudart.so");
        if (Files.notExists(file)) {
            try (InputStream in = CudaLibrary.class.getClassLoader().getResourceAsStream(runtime.get())) {
                if (in == null) {
                    return;
                }
                AtomicFile.write(file, ByteBuffer.wrap(in.readAllBytes()));
            }
        }
        System.setProperty("jna.library.path", folder.toString());
    }

    /** Returns whether the library in a folder is one for CUDA. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(System.mapLibraryName("torch_cuda")));
    }
}
