package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Performance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFeedTest {
    @TempDir
    Path runs;

    @Test
    void newLinesArriveAsTheyAreWritten() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 100);
        RunFeed feed = new RunFeed(run.path());
        assertThat(feed.poll()).isTrue();
        assertThat(feed.poll()).isFalse();
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(Samples.evaluation(200));
        }
        assertThat(feed.poll()).isTrue();
        assertThat(steps(feed)).containsExactly(0, 100, 200);
    }

    @Test
    void aLogCutAtAnyByteIsReadAsFarAsItGoes() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 200);
        byte[] whole = Files.readAllBytes(run.metricsFile());
        for (int length = 0; length <= whole.length; length++) {
            Files.write(run.metricsFile(), Arrays.copyOf(whole, length));
            RunHistory history = run.history();
            long lines = new String(whole, 0, length, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
            boolean wholeButForItsLineFeed = length < whole.length && whole[length] == '\n';
            assertThat(history.evaluations()).hasSize((int) lines + (wholeButForItsLineFeed ? 1 : 0));
            assertThat(history.leftOut()).isEmpty();
        }
    }

    /** As a network file system may say for a moment. */
    @Test
    void aLogThatSeemsShorterForAMomentIsNotReadAnew() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 200);
        byte[] whole = Files.readAllBytes(run.metricsFile());
        RunFeed feed = new RunFeed(run.path());
        feed.poll();
        Files.write(run.metricsFile(), Arrays.copyOf(whole, whole.length / 2));
        feed.poll();
        assertThat(steps(feed)).containsExactly(0, 100, 200);
        Files.write(run.metricsFile(), whole);
        feed.poll();
        assertThat(steps(feed)).containsExactly(0, 100, 200);
    }

    @Test
    void aLogThatCouldNotBeReadIsSoundOnceItCan() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 100);
        byte[] whole = Files.readAllBytes(run.metricsFile());
        Files.delete(run.metricsFile());
        Files.createDirectory(run.metricsFile());
        RunFeed feed = new RunFeed(run.path());
        feed.poll();
        assertThat(feed.history().leftOut()).containsExactly("metrics.jsonl: it is not a readable file.");
        Files.delete(run.metricsFile());
        Files.write(run.metricsFile(), whole);
        assertThat(feed.poll()).isTrue();
        assertThat(steps(feed)).containsExactly(0, 100);
        assertThat(feed.history().leftOut()).isEmpty();
    }

    @Test
    void aTornLineIsTakenOnceItIsWhole() throws IOException {
        RunDirectory run = Samples.create(runs);
        String line = EvaluationLine.write(Samples.evaluation(0)) + "\n";
        Files.writeString(run.metricsFile(), line.substring(0, 20));
        RunFeed feed = new RunFeed(run.path());
        feed.poll();
        assertThat(steps(feed)).isEmpty();
        Files.writeString(run.metricsFile(), line.substring(20), StandardOpenOption.APPEND);
        feed.poll();
        assertThat(steps(feed)).containsExactly(0);
    }

    @Test
    void aLogThatShrinksIsReadAgain() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 500);
        RunFeed feed = new RunFeed(run.path());
        feed.poll();
        try (RunWriter writer = RunWriter.open(run)) {
            writer.cutBackTo(200);
        }
        feed.poll();
        assertThat(steps(feed)).containsExactly(0, 100, 200);
        assertThat(feed.history().checkpoints()).containsExactly(0, 200);
    }

    @Test
    void aLogThatWasCutBackAndHasGrownAgainIsReadAgain() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 300);
        RunFeed feed = new RunFeed(run.path());
        feed.poll();
        try (RunWriter writer = RunWriter.open(run)) {
            writer.cutBackTo(200);
            for (int step = 250; step <= 900; step += 50) {
                writer.append(Samples.evaluation(step));
            }
        }
        feed.poll();
        assertThat(steps(feed)).startsWith(0, 100, 200, 250, 300).endsWith(900).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeReadIsLeftOutAndSaid() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 100);
        Files.writeString(run.metricsFile(), "garbage\n[]\n{\"step\":\"x\"}\n", StandardOpenOption.APPEND);
        Files.writeString(run.metricsFile(), EvaluationLine.write(Samples.evaluation(100)) + "\n",
                StandardOpenOption.APPEND);
        Files.writeString(run.metricsFile(), EvaluationLine.write(Samples.evaluation(200)) + "\n",
                StandardOpenOption.APPEND);
        Files.writeString(run.eventsFile(), "{\"event\":\"danced\",\"step\":1,\"time\":\"2026-06-11T12:00:00Z\"}\n",
                StandardOpenOption.APPEND);
        RunHistory history = run.history();
        assertThat(history.evaluations()).extracting(Evaluation::step).containsExactly(0, 100, 200);
        assertThat(history.leftOut()).hasSize(5).anyMatch(it -> it.contains("comes again"))
                .anyMatch(it -> it.contains("danced"));
    }

    @Test
    void whatEditorsAndOtherProgramsDoToALogIsRead() throws IOException {
        RunDirectory run = Samples.create(runs);
        String nan = EvaluationLine.write(Samples.evaluation(300)).put("fsd", 1.5).toString().replace("1.5", "NaN");
        Files.writeString(run.metricsFile(), "\ufeff" + EvaluationLine.write(Samples.evaluation(0)) + "\r\n"
                + EvaluationLine.write(Samples.evaluation(200)) + "\n" + EvaluationLine.write(Samples.evaluation(100))
                + "\n" + nan + "\n" + EvaluationLine.write(Samples.evaluation(400)));
        RunHistory history = run.history();
        assertThat(history.leftOut()).isEmpty();
        assertThat(history.evaluations()).extracting(Evaluation::step).containsExactly(0, 100, 200, 300, 400);
        assertThat(history.evaluations().get(3).value(Measure.FSD)).isNaN();
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(Samples.evaluation(500));
        }
        assertThat(run.history().evaluations()).extracting(Evaluation::step).containsExactly(0, 100, 200, 300, 400,
                500);
    }

    @Test
    void aLineThatGrowsIsReadOnce() throws IOException {
        RunDirectory run = Samples.create(runs);
        RunFeed feed = new RunFeed(run.path());
        Files.writeString(run.metricsFile(), EvaluationLine.write(Samples.evaluation(0)).toString());
        feed.poll();
        assertThat(steps(feed)).containsExactly(0);
        Files.writeString(run.metricsFile(), "\n" + EvaluationLine.write(Samples.evaluation(100)) + "\n",
                StandardOpenOption.APPEND);
        feed.poll();
        assertThat(steps(feed)).containsExactly(0, 100);
        assertThat(feed.history().leftOut()).isEmpty();
    }

    @Test
    void everyComplaintNamesItsLine() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 100);
        Files.writeString(run.metricsFile(), "{\"step\":3000000000,\"wallMillis\":1}\ngarbage\n",
                StandardOpenOption.APPEND);
        assertThat(run.history().leftOut()).containsExactly(
                "metrics.jsonl, line 3: 'step' must be a whole number of at most 2,147,483,647.",
                "metrics.jsonl, line 4: it is not JSON.");
    }

    @Test
    void aNumberTooLargeToBeOneIsNoMeasure() throws IOException {
        RunDirectory run = Samples.create(runs);
        Files.writeString(run.metricsFile(), EvaluationLine.write(Samples.evaluation(0)).put("fsd", 1.5).toString()
                .replace("1.5", "1e400") + "\n");
        assertThat(run.history().evaluations().getFirst().value(Measure.FSD)).isNaN();
        assertThat(run.history().milestones().reached()).isEmpty();
    }

    @Test
    void aForkBeginsWithWhatItInherited() throws IOException {
        RunDirectory parent = Samples.interrupted(runs, 200);
        RunDirectory fork = Samples.create(runs);
        Files.createDirectory(fork.path().resolve("inherited"));
        Files.copy(parent.metricsFile(), fork.path().resolve("inherited/metrics.jsonl"));
        Files.copy(parent.eventsFile(), fork.path().resolve("inherited/events.jsonl"));
        try (RunWriter writer = RunWriter.open(fork)) {
            writer.append(Samples.evaluation(300));
        }
        assertThat(fork.history().evaluations()).extracting(Evaluation::step).containsExactly(0, 100, 200, 300);
        assertThat(fork.history().events()).hasSize(1);
    }

    @Test
    void everyKindOfEventIsReadAsItWasWritten() throws IOException {
        List<RunEvent> events = List.of(new RunEvent.Started(0, Samples.TIME, null),
                new RunEvent.MilestoneReached(100, Samples.TIME, Milestone.CEILING),
                new RunEvent.WeightDecayChanged(100, Samples.TIME, 1, 5),
                new RunEvent.Forked(100, Samples.TIME, "child"), new RunEvent.Paused(100, Samples.TIME, "Asked for."),
                new RunEvent.Resumed(100, Samples.TIME, null), new RunEvent.Diverged(100, Samples.TIME, "NaN."),
                new RunEvent.Failed(100, Samples.TIME, "Broke."), new RunEvent.Finished(100, Samples.TIME));
        RunDirectory run = Samples.create(runs);
        try (RunWriter writer = RunWriter.open(run)) {
            for (RunEvent event : events) {
                writer.append(event);
            }
        }
        assertThat(run.history().events()).isEqualTo(events);
        assertThat(run.history().state()).isEqualTo(RunState.FINISHED);
    }

    @Property(tries = 100)
    void everyNumberSurvivesItsLine(@ForAll double loss, @ForAll double fsd, @ForAll float norm) throws FileProblem {
        Evaluation before = Evaluation.at(7).wallMillis(8).performance(new Performance(loss, 0.5, 0, 1))
                .set(Measure.FSD, fsd).set(Measure.PEAK_FREQUENCY, 3).set(Measure.FSD_NULL_95, 0.1).set(Measure.RANK, 2)
                .set(Measure.RANK_ONE_SHARE, 0).set(Measure.WEIGHT_NORM, norm)
                .embeddingPower(new EmbeddingPower(new double[]{0.5, 0.5})).set(Measure.WEIGHT_DECAY, 1)
                .set(Measure.STEPS_PER_SECOND, 2).build();
        Evaluation after = EvaluationLine.read("metrics.jsonl, line 1",
                LogLine.of(EvaluationLine.write(before).toString()));
        assertThat(after.value(Measure.TRAIN_LOSS)).isEqualTo(finite(loss));
        assertThat(after.value(Measure.FSD)).isEqualTo(finite(fsd));
        assertThat(after.value(Measure.WEIGHT_NORM)).isEqualTo(finite(norm));
        assertThat(after.embeddingPower().shares()).containsExactly(new double[]{0.5, 0.5}, within(0.0));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static List<Integer> steps(RunFeed feed) {
        return feed.history().evaluations().stream().map(Evaluation::step).toList();
    }
}
