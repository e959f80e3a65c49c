package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

/** Starts this program's evaluation in processes of other environments. */
@SharesNothing
class NativeSettingsTest {
    /** Prints the loss of a freshly drawn network after three steps on two threads. */
    static final class Losses {
        public static void main(String[] arguments) {
            Compute.load(DeviceChoice.CPU, 2);
            try (Trainer trainer = Trainer.begin(org.grokscope.settings.RunConfiguration.PAPER,
                    ai.djl.Device.cpu())) {
                System.out.println("losses " + trainer.step() + " " + trainer.step() + " " + trainer.step());
            }
        }
    }

    @Test
    void variablesThatMakeProductsWrongAreTakenAway() throws IOException, InterruptedException {
        String usual = losses(Map.of());
        assertThat(usual).startsWith("losses ").doesNotContain("NaN");
        assertThat(losses(Map.of("OMP_DYNAMIC", "true", "OMP_THREAD_LIMIT", "1", "OMP_MAX_ACTIVE_LEVELS", "0")))
                .isEqualTo(usual);
    }

    private static String losses(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dai.djl.offline=true",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Losses.class.getName()));
        variables.forEach(builder.environment()::put);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return text.lines().filter(line -> line.startsWith("losses")).findFirst().orElse(text);
    }
}
