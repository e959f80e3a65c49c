package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritableCopyTest {
    @TempDir
    Path samples;
    @TempDir
    Path own;
    private RunDirectory sample;

    @BeforeEach
    void make() throws IOException {
        sample = Samples.interrupted(samples, 400);
    }

    @Test
    void aCopyHasTheSameLogsAndCheckpoints() throws IOException {
        RunDirectory copy = WritableCopy.into(own, sample);
        assertThat(copy.path().getParent()).isEqualTo(own.toRealPath());
        assertThat(copy.history().evaluations()).isEqualTo(sample.history().evaluations());
        assertThat(copy.checkpoint(400)).isEqualTo(sample.checkpoint(400));
        assertThat(copy.owner()).isEmpty();
    }

    @Test
    void aRunIsCopiedOnceAlsoWhenItsCopyHasGoneOn() throws IOException {
        RunDirectory copy = WritableCopy.into(own, sample);
        try (RunWriter writer = RunWriter.open(copy)) {
            writer.append(Samples.evaluation(500));
        }
        assertThat(WritableCopy.into(own, sample).path()).isEqualTo(copy.path());
    }

    @Test
    void aCopyBesideAnotherRunOfItsIdHasAnIdOfItsOwn() throws IOException {
        Samples.create(own);
        assertThat(WritableCopy.into(own, sample).head().id()).isEqualTo("add-97-seed-42-2");
    }
}
