package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Milestone;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.GrokPrediction.Moment;
import org.grokscope.run.GrokPredictor;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;

/** How well the archived runs are predicted, each from those of other tasks and seeds alone. */
@SharesNothing
class PredictionRecordTest {
    private static final Path STUDIES = Path.of("sample-runs/studies");
    private static final Path RESULTS = Path.of("src/site/markdown/results.md");

    @Test
    void isWhatTheResultsSay() throws IOException {
        List<RunHistory> scratch = new ArrayList<>(runs("leads"));
        scratch.addAll(runs("architectures"));
        String results = Files.readString(RESULTS);
        assertThat(results).contains(row("memorised", said(scratch, Moment.MEMORISED)))
                .contains(row("FSD ceiling", said(scratch, Moment.ALARM)))
                .contains(row("every evaluation from memorising to grokking", everyEvaluation(scratch)))
                .contains(row("fork, \u03bb 1 to 5", said(runs("fork-law"), Moment.FORK)));
    }

    @Test
    void countsWhatWasKeptAndWhatCouldHaveBeenSaid() throws IOException {
        PredictionRecord before = PredictionRecord.of(runs("leads"));
        assertThat(before.kept()).as("trained by a version that kept none").isZero();
        assertThat(before.held()).isPositive().isLessThanOrEqualTo(before.judged());
        List<RunHistory> forks = runs("fork-law");
        PredictionRecord since = PredictionRecord.of(forks);
        assertThat(since.kept()).isEqualTo(since.judged()).isGreaterThanOrEqualTo(forks.size());
    }

    @Test
    void narrowsWhileTheRunTrains() throws IOException {
        RunHistory run = RunDirectory.open(STUDIES.resolve("leads/add-97-seed-123")).history();
        int grokked = run.milestones().step(Milestone.GROKKED).orElseThrow();
        GrokPrediction early = GrokPredictor.of(run, 500).orElseThrow();
        GrokPrediction late = GrokPredictor.of(run, grokked - 200).orElseThrow();
        assertThat(late.high() - late.low()).isLessThan((early.high() - early.low()) / 4);
        assertThat(early.holds(grokked) && late.holds(grokked)).isTrue();
    }

    private static String row(String when, int[] heldAndJudged) {
        return "| %s | %d of %d |".formatted(when, heldAndJudged[0], heldAndJudged[1]);
    }

    private static int[] said(List<RunHistory> runs, Moment moment) {
        return count(runs.stream().flatMap(run -> PredictionRecord.afterwards(run).stream()
                .filter(it -> it.moment() == moment).map(it -> PredictionRecord.verdict(run, it.prediction()))));
    }

    private static int[] everyEvaluation(List<RunHistory> runs) {
        return count(runs.stream().flatMap(run -> run.evaluations().stream()
                .filter(it -> it.step() < run.milestones().step(Milestone.GROKKED).orElse(Integer.MAX_VALUE))
                .flatMap(it -> GrokPredictor.of(run, it.step()).stream())
                .map(it -> PredictionRecord.verdict(run, it))));
    }

    private static int[] count(Stream<Optional<Boolean>> verdicts) {
        List<Boolean> known = verdicts.flatMap(Optional::stream).toList();
        return new int[]{(int) known.stream().filter(it -> it).count(), known.size()};
    }

    private static List<RunHistory> runs(String study) throws IOException {
        List<RunHistory> all = new ArrayList<>();
        try (Stream<Path> directories = Files.list(STUDIES.resolve(study))) {
            for (Path directory : directories.sorted().toList()) {
                all.add(RunDirectory.open(directory).history());
            }
        }
        return all;
    }
}
