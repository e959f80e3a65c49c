package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunPartsTest {
    @TempDir
    Path runs;

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "notes.json", "metrics.jsonl", "events.jsonl", "writer.json", "writer.lock",
            "notes.lock", "checkpoints/figure.svg", "inherited/run.json", "inherited/inherited/metrics.jsonl"})
    void aRunHolds(String name) throws IOException {
        assertThat(RunParts.hold(Samples.create(runs).path().resolve(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"figure.svg", "figures/run.json", "../figure.svg", "../metrics.jsonl"})
    void aRunHoldsNot(String name) throws IOException {
        assertThat(RunParts.hold(Samples.create(runs).path().resolve(name))).isFalse();
    }

    @Test
    void whereThereIsNoRunNothingIsHeld() {
        assertThat(RunParts.hold(runs.resolve("checkpoints/run.json"))).isFalse();
    }
}
