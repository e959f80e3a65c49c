package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.LogCheck;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.task.Operation;
import org.grokscope.task.group.GroupName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each task trained for a moment: its log, its checkpoints and what can be measured of it. */
class EveryTaskTest {
    @TempDir
    Path runs;

    static Stream<RunConfiguration> tasks() {
        RunConfiguration tiny = TinyRun.configuration(20).with(Settings.TRAIN_FRACTION, 0.5);
        return Stream.of(
                Stream.of(Operation.values()).filter(it -> it != Operation.COMPOSE)
                        .map(it -> tiny.with(Settings.OPERATION, it)),
                Stream.of(2, 3, 4, 6, 12).map(p -> tiny.with(Settings.P, p)),
                Stream.of(tiny.with(Settings.OPERATION, Operation.MULTIPLY).with(Settings.P, 6)),
                Stream.of("S2", "S3", "A3", "A4", "D4", "D5", "C2", "C6")
                        .map(it -> tiny.composing(GroupName.parse(it))))
                .flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void isTrainedMeasuredAndVerified(RunConfiguration configuration) throws IOException {
        RunDirectory run = TinyRun.create(runs, configuration);
        TinyRun.finish(run);
        RunDirectory read = RunDirectory.open(run.path());
        assertThat(read.head().configuration()).isEqualTo(configuration);
        List<Evaluation> evaluations = read.history().evaluations();
        assertThat(evaluations).extracting(Evaluation::step).containsExactly(0, 10, 20);
        int frequencies = configuration.learnedTask().basis().frequencies();
        assertThat(evaluations.getLast().embeddingPower().frequencies()).isEqualTo(frequencies);
        assertThat(Double.isNaN(evaluations.getLast().value(Measure.FSD))).isEqualTo(frequencies == 1);
        assertThat(new CheckpointCheck(read, read.history()).findings(20)).isEmpty();
        assertThat(LogCheck.of(read, read.history())).isEmpty();
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, read.checkpoint(20))) {
            new CircuitAnalyzer(probe).activity();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3", "A4", "D4"})
    void aGroupWithoutACycleStepsAsideWhereCirclesAreMeant(String group) throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(20).composing(GroupName.parse(group)));
        TinyRun.finish(run);
        Evaluation last = RunDirectory.open(run.path()).history().evaluations().getLast();
        assertThat(last.value(Measure.RESTRICTED_LOSS)).isNaN();
        assertThat(last.value(Measure.FSD_CYCLIC_ORDER)).isFinite();
        assertThat(run.path().resolve("circles.bin")).doesNotExist();
    }

    @Test
    void numbersHaveNoSecondCyclicOrderInTheirLog() throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(10));
        TinyRun.finish(run);
        assertThat(Files.readString(run.path().resolve("metrics.jsonl"))).doesNotContain("fsdCyclicOrder");
        assertThat(Files.readString(run.path().resolve("run.json"))).doesNotContain("group");
    }
}
