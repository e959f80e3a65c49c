package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.run.EventLine;
import org.grokscope.run.GrokPrediction.Moment;
import org.grokscope.run.PredictionLog;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;

/** What a run keeps of the predictions of its grokking. */
@SharesNothing
class KeptPredictionsTest {
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void arePredictedWhenMemorisedAndAtTheAlarmAndJudgedWhenItGroks() throws IOException {
        RunHistory run = run();
        List<RunEvent> events = replayed(run, run.milestones().step(Milestone.GROKKED).orElseThrow());
        PredictionLog log = PredictionLog.of(run.head(), events);
        assertThat(log.said()).extracting(RunEvent.Predicted::moment).containsExactly(Moment.MEMORISED, Moment.ALARM);
        assertThat(log.judged()).hasSize(2).allMatch(RunEvent.PredictionJudged::held);
        assertThat(log.open()).isEmpty();
    }

    @Test
    void stayOpenUntilTheRunGroks() throws IOException {
        RunHistory run = run();
        List<RunEvent> events = replayed(run, run.milestones().step(Milestone.GROKKED).orElseThrow() - 100);
        assertThat(PredictionLog.of(run.head(), events).open()).hasSize(2);
    }

    @Test
    void areMissedWhereTheRunGoesOnBeyondThem() throws IOException {
        RunHistory run = run();
        RunEvent.Predicted said = (RunEvent.Predicted) replayed(run, 1000).getFirst();
        KeptPredictions kept = new KeptPredictions(run.head().configuration(), List.of(said));
        List<Evaluation> later = List.of(Evaluation.at(said.prediction().high() + 1).build());
        assertThat(kept.after(later, Milestones.of(later, run.alarms()), Set.of(), NOW)).singleElement()
                .isInstanceOfSatisfying(RunEvent.PredictionJudged.class, it -> assertThat(it.held()).isFalse());
    }

    @Test
    void standInTheEventsWithTheirInterval() throws IOException {
        assertThat(EventLine.write(replayed(run(), 1000).getFirst()).toString())
                .matches("\\{\"event\":\"predicted\",\"step\":200,.*\"moment\":\"memorised\",\"low\":\\d+,"
                        + "\"expected\":\\d+,\"high\":\\d+\\}");
    }

    private static RunHistory run() throws IOException {
        return RunDirectory.open(Path.of("sample-runs/add-97-seed-123")).history();
    }

    private static List<RunEvent> replayed(RunHistory run, int lastStep) {
        KeptPredictions kept = new KeptPredictions(run.head().configuration(), List.of());
        List<RunEvent> events = new ArrayList<>();
        Set<Milestone> before = Set.of();
        for (int i = 0; i < run.evaluations().size() && run.evaluations().get(i).step() <= lastStep; i++) {
            List<Evaluation> known = run.evaluations().subList(0, i + 1);
            Milestones milestones = Milestones.of(known, run.alarms());
            events.addAll(kept.after(known, milestones, before, NOW));
            before = milestones.reached().keySet();
        }
        return events;
    }
}
