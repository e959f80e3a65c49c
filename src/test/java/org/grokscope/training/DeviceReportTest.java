package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.grokscope.training.DeviceReport.Library;
import org.junit.jupiter.api.Test;

class DeviceReportTest {
    private static final Optional<CudaDriver> ONE = Optional.of(new CudaDriver(12040, List.of("NVIDIA One")));

    @Test
    void aGpuThatCanBeUsedIsNamed() {
        assertThat(report(Library.CUDA, ONE).usable()).isTrue();
        assertThat(report(Library.CUDA, ONE).verdict()).isEqualTo("there is a GPU that can be used: NVIDIA One.");
        assertThat(report(Library.CUDA, ONE).fallback()).isEmpty();
    }

    @Test
    void withoutADriverItSaysSo() {
        assertThat(report(Library.CPU_ONLY, Optional.empty()).verdict()).isEqualTo(
                "no NVIDIA driver was found, and the tensor library that is installed here was built for the CPU.");
        assertThat(report(Library.CUDA_IDLE, Optional.empty()).verdict())
                .isEqualTo("no NVIDIA driver was found; the tensor library is ready for one.");
        assertThat(report(Library.CPU_INSTEAD, Optional.of(new CudaDriver(12040, List.of()))).verdict())
                .startsWith("NVIDIA's driver shows no GPU");
    }

    @Test
    void itSaysWhyAGpuIsNotUsed() {
        assertThat(report(Library.CPU_ONLY, ONE).verdict())
                .startsWith("there is a GPU, NVIDIA One, but the tensor library that is installed here was built for");
        assertThat(report(Library.CPU_INSTEAD, ONE).verdict()).contains("install CUDA 12.4");
        assertThat(report(Library.CUDA_IDLE, ONE).verdict()).contains("the tensor library cannot use it");
        assertThat(report(Library.CPU_INSTEAD, Optional.of(new CudaDriver(11080, List.of("Old")))).verdict())
                .endsWith("its driver supports CUDA 11.8, and the tensor library needs 12.4; install a newer driver.");
    }

    @Test
    void whoBroughtALibraryForCudaIsToldOfTheCpu() {
        assertThat(report(Library.CPU_INSTEAD, Optional.empty()).fallback())
                .contains("Training on the CPU: no NVIDIA driver was found; the tensor library is ready for one.");
        assertThat(report(Library.CPU_ONLY, Optional.empty()).fallback()).isEmpty();
    }

    private static DeviceReport report(Library library, Optional<CudaDriver> driver) {
        return new DeviceReport("a processor", 2, false, library, driver, 12040);
    }
}
