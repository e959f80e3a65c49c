package org.grokscope.training;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.grokscope.training.TrainingRun.Phase;

/**
 * How long it takes until runs end that wait for each other: of those of one process a few take turns of equal length
 * and the next begins when one of them ends; those in workers begin one after the other, as there is room.
 */
final class TimeLeft {
    private final List<TrainingRun> runs;
    private final ToDoubleFunction<TrainingRun> lastStep;
    private final boolean workersTrain;
    private final double usualSpeed;

    /** @param lastStep the step at which a run is expected to end */
    TimeLeft(List<TrainingRun> runs, ToDoubleFunction<TrainingRun> lastStep) {
        this.runs = runs;
        this.lastStep = lastStep;
        this.workersTrain = runs.stream().anyMatch(wanting().and(it -> it.worker().isPresent()));
        this.usualSpeed = mean(TrainingRun::stepsPerSecond);
    }

    /** Returns the seconds until a run that trains or waits will have ended; NaN before that is known. */
    double until(TrainingRun run) {
        return run.worker().isEmpty() && !inLine(run) ? byTurns(run) : inWorkers(run);
    }

    /** A run in line behind workers that train has no process yet and never had a turn. */
    private boolean inLine(TrainingRun run) {
        return run.phase() == Phase.QUEUED && workersTrain;
    }

    private double byTurns(TrainingRun run) {
        Queue<TrainingRun> waiting = new ArrayDeque<>(
                runs.stream().filter(wanting().and(it -> it.worker().isEmpty() && !inLine(it)))
                        .sorted(Comparator.comparing((TrainingRun it) -> it.phase() == Phase.QUEUED)).toList());
        Map<TrainingRun, Double> atTurns = new LinkedHashMap<>();
        double passed = 0;
        while (true) {
            while (atTurns.size() < LocalExecutor.AT_TURNS && !waiting.isEmpty()) {
                atTurns.put(waiting.element(), alone(waiting.remove()));
            }
            if (atTurns.isEmpty()) {
                return Double.NaN;
            }
            Map.Entry<TrainingRun, Double> first = Collections.min(atTurns.entrySet(), Map.Entry.comparingByValue());
            double its = first.getValue();
            passed += its * atTurns.size();
            if (first.getKey().path().equals(run.path())) {
                return passed;
            }
            atTurns.remove(first.getKey());
            atTurns.replaceAll((_, left) -> left - its);
        }
    }

    private double inWorkers(TrainingRun run) {
        List<TrainingRun> queue = runs.stream().filter(wanting().and(it -> it.worker().isPresent() || inLine(it)))
                .sorted(Comparator.comparing((TrainingRun it) -> it.worker().isEmpty())).toList();
        long atOnce = queue.stream().filter(it -> it.worker().isPresent()).count();
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (TrainingRun next : queue) {
            double begins = free.size() < atOnce ? 0 : free.remove();
            double ends = begins + alone(next);
            if (next.path().equals(run.path())) {
                return ends;
            }
            free.add(ends);
        }
        return Double.NaN;
    }

    /** A run that had no turn yet is taken to be as fast as the others, and as long where its length is not known. */
    private double alone(TrainingRun run) {
        return run.lastStep() > 0 ? seconds(run) : mean(this::seconds);
    }

    private double seconds(TrainingRun run) {
        double speed = Double.isNaN(run.stepsPerSecond()) ? usualSpeed : run.stepsPerSecond();
        return Math.max(0, lastStep.applyAsDouble(run) - run.step()) / speed;
    }

    /** Of the runs whose speed is known. */
    private double mean(ToDoubleFunction<TrainingRun> value) {
        return runs.stream().filter(wanting().and(run -> run.lastStep() > 0 && !Double.isNaN(run.stepsPerSecond())))
                .mapToDouble(value).average().orElse(Double.NaN);
    }

    private static Predicate<TrainingRun> wanting() {
        return run -> run.phase().wantsToTrain();
    }
}
