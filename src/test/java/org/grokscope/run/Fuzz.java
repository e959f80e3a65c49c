package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.grokscope.file.FileProblem;
import org.grokscope.text.InvalidSetting;

/**
 * Damaged inputs that are others at each run of the tests: {@code -Dgrokscope.inputs=10000} says how many of each kind,
 * {@code -Dgrokscope.fuzz.seed=7} has them come again. What is found becomes a test.
 */
public final class Fuzz {
    private static final int INPUTS = Integer.getInteger("grokscope.inputs", 200);
    private static final long SEED = Long.getLong("grokscope.fuzz.seed", System.nanoTime());

    private Fuzz() {}

    /** Takes an input. */
    @FunctionalInterface
    public interface Reading {
        /** Reads it, or refuses it in a sentence. */
        void read(byte[] input) throws IOException;
    }

    /** Has damaged copies of an input read; each is read or refused in one sentence. */
    public static void damage(byte[] sound, Reading reading) throws IOException {
        for (int input = 0; input < INPUTS; input++) {
            byte[] damaged = new Damage(SEED + input).of(sound);
            try {
                reading.read(damaged);
            } catch (FileProblem | InvalidSetting refused) {
                assertThat(refused.getMessage()).as("seed %d", SEED + input).isNotBlank().doesNotContain("\n");
            } catch (RuntimeException | Error crash) {
                throw new AssertionError("Seed " + (SEED + input) + " (-Dgrokscope.fuzz.seed): "
                        + new String(damaged, StandardCharsets.UTF_8), crash);
            }
        }
    }

    /** The same for text. */
    public static void damage(String sound, Reading reading) throws IOException {
        damage(sound.getBytes(StandardCharsets.UTF_8), reading);
    }
}
