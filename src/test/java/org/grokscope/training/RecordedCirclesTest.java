package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.TokenEmbedding;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.LogCheck;
import org.grokscope.run.RecordedCircles;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** circles.bin of runs that were really trained. */
class RecordedCirclesTest {
    @TempDir
    Path runs;

    @Test
    void eachEvaluationRecordsWhereTheTokensLie() throws IOException {
        RunDirectory run = finished(50);
        for (int k = 1; k <= 3; k++) {
            assertThat(new RecordedCircles(run).on(k).keySet()).containsExactly(0, 10, 20, 30, 40, 50);
        }
    }

    @Test
    void theyLieWhereTheCheckpointOfTheStepHasThemToTheSizeOfTheGrid() throws IOException {
        RunDirectory run = finished(40);
        TokenPlanes recorded = new RecordedCircles(run).at(40).orElseThrow();
        TokenEmbedding embedding = CircuitAnalyzer.embedding(run.head().configuration(), run.checkpoint(40))
                .embedding();
        assertThat(recorded.planes()).hasSize(3);
        for (TokenPlanes.Plane plane : recorded.planes()) {
            EmbeddingCircle there = embedding.circle(plane.frequency());
            EmbeddingCircle here = plane.circle(run.head().configuration().learnedTask().basis());
            double grid = plane.scale() / 2 * 1.01;
            for (int token = 0; token < 7; token++) {
                assertThat(here.x(token)).isBetween(there.x(token) - grid, there.x(token) + grid);
                assertThat(here.y(token)).isBetween(there.y(token) - grid, there.y(token) + grid);
            }
            assertThat(grid).isLessThan(there.radius() / 10_000);
        }
        assertThat(new CheckpointCheck(run, run.history()).findings(40)).isEmpty();
    }

    @Test
    void thePeakComesFirst() throws IOException {
        RunDirectory run = finished(20);
        Evaluation evaluation = run.history().evaluations().getLast();
        TokenPlanes recorded = new RecordedCircles(run).at(20).orElseThrow();
        assertThat(recorded.peak()).isEqualTo(evaluation.peakFrequency());
        assertThat(recorded.planes().getFirst().frequency()).isEqualTo(evaluation.peakFrequency());
    }

    @Test
    void aRunThatWasInterruptedHasTheSameBytesInTheEnd() throws IOException {
        RunDirectory whole = finished(60);
        RunDirectory interrupted = TinyRun.create(runs, TinyRun.configuration(60));
        try (RunSession session = RunSession.open(interrupted, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 37);
        }
        Files.write(file(interrupted), new byte[]{1, 2, 3}, StandardOpenOption.APPEND);
        TinyRun.finish(interrupted);
        assertThat(file(interrupted)).hasSameBinaryContentAs(file(whole));
    }

    @Test
    void anExtendedRunHasTheSameBytesAsALongOne() throws IOException {
        RunDirectory extended = finished(37);
        extended.extend(60);
        TinyRun.finish(extended);
        assertThat(file(extended)).hasSameBinaryContentAs(file(finished(60)));
    }

    @Test
    void aTornLastRecordIsLeftOutAndSaid() throws IOException {
        RunDirectory run = finished(30);
        byte[] all = Files.readAllBytes(file(run));
        Files.write(file(run), Arrays.copyOf(all, all.length - 5));
        assertThat(new RecordedCircles(run).on(1).keySet()).containsExactly(0, 10, 20);
        assertThat(LogCheck.of(run, run.history())).containsExactly(
                "circles.bin ends within a record; resuming the run cuts it off.");
    }

    @Test
    void aDamagedRecordIsLeftOutAndSaid() throws IOException {
        RunDirectory run = finished(30);
        byte[] all = Files.readAllBytes(file(run));
        all[all.length - 20]++;
        Files.write(file(run), all);
        assertThat(new RecordedCircles(run).on(1).keySet()).containsExactly(0, 10, 20);
        assertThat(LogCheck.of(run, run.history()))
                .containsExactly("circles.bin: 1 of its records is damaged and left out.");
    }

    @Test
    void anotherFileInItsPlaceIsSaidAndStaysAsItIs() throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(20));
        Files.writeString(file(run), "this is something else");
        TinyRun.finish(run);
        assertThat(file(run)).hasContent("this is something else");
        assertThat(new RecordedCircles(run).on(1)).isEmpty();
        assertThat(LogCheck.of(run, run.history())).hasSize(1);
    }

    @Test
    void movedTokensAreFound() throws IOException {
        RunDirectory run = finished(20);
        RunDirectory other = TinyRun.create(runs, TinyRun.configuration(20)
                .with(Settings.SEED, 5L));
        TinyRun.finish(other);
        Files.write(file(run), Files.readAllBytes(file(other)));
        assertThat(new CheckpointCheck(run, run.history()).findings(20)).singleElement().asString()
                .contains("circles.bin has the tokens elsewhere at step 20");
    }

    @Test
    void aForkInheritsThoseUpToItsStepAndAForkOfAForkAllOfThem() throws IOException {
        RunDirectory parent = finished(60);
        RunDirectory fork = fork(parent, 20);
        assertThat(new RecordedCircles(fork).on(2).keySet()).containsExactly(0, 10, 20);
        TinyRun.finish(fork);
        RunDirectory grandchild = fork(fork, 40);
        assertThat(new RecordedCircles(grandchild).on(2).keySet()).containsExactly(0, 10, 20, 30, 40);
        assertThat(LogCheck.of(grandchild, grandchild.history())).isEmpty();
    }

    @Test
    void aCopyHasThemAndOneOfTheLogsAloneHasNot() throws IOException {
        RunDirectory run = finished(20);
        RunDirectory copy = new RunCopy(Set.of(), Set.of()).make(run, runs.resolve("copies"));
        assertThat(file(copy)).hasSameBinaryContentAs(file(run));
        RunDirectory light = RunCopy.logs().make(run, runs.resolve("archive"));
        assertThat(file(light)).doesNotExist();
        assertThat(light.history().evaluations()).isEqualTo(run.history().evaluations());
        assertThat(LogCheck.of(light, light.history())).isEmpty();
    }

    @Test
    void noEvaluationTakesMoreThan25Kilobytes() {
        assertThat(TokenPlanes.count(97, 48)).isEqualTo(48);
        assertThat(TokenPlanes.count(997, 498)).isEqualTo(6);
        for (int p : List.of(5, 97, 113, 131, 499, 997)) {
            assertThat(12 + TokenPlanes.count(p, p / 2) * (8 + 4 * p)).isLessThanOrEqualTo(25_000);
        }
    }

    /** The manual's own lines, by a Python that has NumPy, where there is one. */
    @Test
    void theManualReadsThemFromPythonInFiveLines() throws IOException, InterruptedException {
        RunDirectory run = finished(30);
        Matcher shown = Pattern.compile("(?s)```python\\n(import numpy as np\\n\\ntokens, planes = .*?)```")
                .matcher(Files.readString(Path.of("src/site/markdown/files.md")));
        assertThat(shown.find()).isTrue();
        List<String> lines = new ArrayList<>(shown.group(1).lines().filter(line -> !line.isBlank()).toList());
        assertThat(lines).hasSizeLessThanOrEqualTo(6);
        assumeTrue(python("import numpy") == 0, "No Python with NumPy is at hand.");
        EmbeddingCircle there = new RecordedCircles(run).at(30).orElseThrow().planes().getFirst()
                .circle(run.head().configuration().learnedTask().basis());
        String program = String.join("\n", lines).replaceAll("\"[^\"]*circles.bin\"", "\"" + file(run) + "\"")
                + "\nassert list(log['step']) == [0, 10, 20, 30]"
                + "\nassert abs(xy[3, 0, 2, 0] - (%s)) < 1e-6".formatted(there.x(2))
                + "\nassert abs(xy[3, 0, 2, 1] - (%s)) < 1e-6".formatted(there.y(2));
        assertThat(python(program)).isZero();
    }

    private static int python(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", program).inheritIO()
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException none) {
            return -1;
        }
    }

    private RunDirectory fork(RunDirectory parent, int step) throws IOException {
        return Fork.create(parent, ForkRequest.of(step, List.of(2.0)), _ -> TinyRun.COMPUTE.environment())
                .getFirst();
    }

    private RunDirectory finished(int steps) throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(steps));
        TinyRun.finish(run);
        return run;
    }

    private static Path file(RunDirectory run) {
        return run.path().resolve("circles.bin");
    }
}
