package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokscope.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks drivers that are compiled for the occasion; skipped where there is no C compiler. */
class CudaDriverTest {
    @TempDir
    Path folder;

    @Test
    void itTellsItsVersionAndItsGpus() throws Exception {
        assertThat(CudaDriver.find(driver("two", """
                #include <string.h>
                int cuDriverGetVersion(int *version) { *version = 12020; return 0; }
                int cuInit(unsigned flags) { return flags != 0; }
                int cuDeviceGetCount(int *count) { *count = 2; return 0; }
                int cuDeviceGetName(char *name, int size, int gpu) {
                    strncpy(name, gpu ? "NVIDIA Two" : "NVIDIA One", size);
                    return 0;
                }
                """))).hasValueSatisfying(driver -> {
            assertThat(driver.version()).isEqualTo(12020);
            assertThat(driver.gpus()).containsExactly("NVIDIA One", "NVIDIA Two");
        });
    }

    @Test
    void aDriverThatCannotBeginShowsNoGpu() throws Exception {
        assertThat(CudaDriver.find(driver("none", """
                int cuDriverGetVersion(int *version) { *version = 12020; return 0; }
                int cuInit(unsigned flags) { return 100; }
                int cuDeviceGetCount(int *count) { *count = 7; return 0; }
                """))).hasValueSatisfying(driver -> assertThat(driver.gpus()).isEmpty());
    }

    @Test
    void whereThereIsNoneNothingIsTold() {
        assertThat(CudaDriver.find(folder.resolve("absent.so").toString())).isEmpty();
    }

    /** Compiles a library; returns where it is. */
    private String driver(String name, String source) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name + ".c"), source);
        Path library = folder.resolve(System.mapLibraryName(name));
        int code;
        try {
            code = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), file.toString()).inheritIO()
                    .start().waitFor();
        } catch (IOException noCompiler) {
            code = -1;
        }
        Needs.that(code == 0, "There is no C compiler here.");
        return library.toString();
    }
}
