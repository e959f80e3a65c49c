package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two real runs and a fork; then something is wrong with them. */
@Timeout(180)
class VerifyCommandTest {
    private static final String RUN = "add-7-seed-1";
    private static final String FORK = "add-7-seed-1-fork-20-wd-3";

    @TempDir
    Path runs;
    private Path run;

    @BeforeEach
    void train() {
        assertThat(Call.grokscope("train", "--runs", runs, "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12,
                "--seed", "1,2", "--steps", 40, "--eval-every", 10, "--checkpoint-every", 20, "--device", "cpu",
                "--workers", 1).exitCode()).isZero();
        assertThat(Call.grokscope("fork", RUN, "--runs", runs, "--at", 20, "--weight-decay", 3, "--no-control",
                "--steps", 40, "--device", "cpu", "--workers", 1).exitCode()).isZero();
        run = runs.resolve(RUN);
    }

    @Test
    void aSoundRunAndASoundForkAreFoundSo() throws IOException {
        Call json = Call.grokscope("verify", RUN, "--runs", runs, "--json");
        assertThat(json.exitCode()).isZero();
        JsonNode result = new ObjectMapper().readTree(json.out());
        assertThat(result.get("findings")).isEmpty();
        assertThat(result.get("evaluations").asInt()).isEqualTo(5);
        assertThat(result.get("measuredAgain").asInt()).isEqualTo(3);
        assertThat(verify(FORK)).satisfies(it -> {
            assertThat(it.exitCode()).isZero();
            assertThat(it.out()).contains("all is well");
        });
    }

    @Test
    void aFlippedBitInACheckpointIsFound() throws IOException {
        Path file = run.resolve("checkpoints/step-00000020.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatItIsFound(RUN, "step-00000020.safetensors is damaged: its checksum");
    }

    @Test
    void aCheckpointOfAnotherRunIsFound() throws IOException {
        Files.copy(runs.resolve("add-7-seed-2/checkpoints/step-00000020.safetensors"),
                run.resolve("checkpoints/step-00000020.safetensors"), StandardCopyOption.REPLACE_EXISTING);
        assertThatItIsFound(RUN, "step 20 was written under another configuration");
        assertThatItIsFound(RUN, "metrics.jsonl says at step 20 trainLoss");
    }

    @Test
    void aNumberThatTheNetworkDoesNotGiveIsFound() throws IOException {
        replace(run.resolve("metrics.jsonl"), "(?<=\"step\":40,.{0,40}\"trainLoss\":)[^,]*", "0.5");
        assertThatItIsFound(RUN, "metrics.jsonl says at step 40 trainLoss 0.500000, its checkpoint gives ");
    }

    @Test
    void aMissingLineIsFound() throws IOException {
        replace(run.resolve("metrics.jsonl"), "\\{\"step\":30,[^\n]*\n", "");
        assertThatItIsFound(RUN, "metrics.jsonl lacks 1 evaluation, the first at step 30.");
    }

    @Test
    void aTornLineIsFound() throws IOException {
        Files.writeString(run.resolve("events.jsonl"), "{\"event\":", StandardOpenOption.APPEND);
        assertThatItIsFound(RUN, "events.jsonl ends within a line");
    }

    @Test
    void aChangedConfigurationIsFound() throws IOException {
        replace(run.resolve("run.json"), "(?<=\"learningRate\" : )[^,]*", "0.5");
        assertThatItIsFound(RUN, "run.json: the configuration is not the one its hash was made of");
    }

    @Test
    void whatAForkInheritedMustBeItsParents() throws IOException {
        replace(runs.resolve(FORK).resolve("inherited/metrics.jsonl"), "(?<=\"step\":10,.{0,40}\"trainLoss\":)[^,]*",
                "0.5");
        assertThatItIsFound(FORK, "inherited/metrics.jsonl differs from the parent's log from step 10 on.");
        Files.delete(runs.resolve(FORK).resolve("inherited/run.json"));
        assertThatItIsFound(FORK, "There is no inherited/run.json");
    }

    @Test
    void aForkWithoutItsParentIsSound() throws IOException {
        Files.move(run, runs.resolve("elsewhere"));
        assertThat(verify(FORK).exitCode()).isZero();
    }

    private void assertThatItIsFound(String which, String finding) {
        Call call = verify(which);
        assertThat(call.out()).contains(finding);
        assertThat(call.exitCode()).isEqualTo(1);
        List<String> lines = new ArrayList<>(call.out().lines().toList());
        assertThat(lines.removeLast()).containsPattern("thing(s are| is) wrong");
        assertThat(lines).allSatisfy(line -> assertThat(line).endsWith("."));
    }

    private Call verify(String which) {
        return Call.grokscope("verify", which, "--runs", runs);
    }

    private static void replace(Path file, String pattern, String by) throws IOException {
        String text = Files.readString(file);
        String changed = Pattern.compile(pattern).matcher(text).replaceFirst(by);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }
}
