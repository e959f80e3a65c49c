package org.grokscope.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.TokenEmbedding;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.measure.Tolerance;
import org.grokscope.model.HookPoint;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.CheckpointFlaws;
import org.grokscope.run.Lineage;
import org.grokscope.run.RecordedCircles;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Task;

/**
 * Looks for what is wrong with a run's checkpoints: whether each is whole and of this run, and whether its network gives
 * the numbers that were logged at its step. Computes on the CPU; load {@link Compute} first.
 */
public final class CheckpointCheck {
    private final RunDirectory run;
    private final RunHistory history;
    private final RunConfiguration configuration;
    private int measured;

    /** @param history of the run, as it stands */
    public CheckpointCheck(RunDirectory run, RunHistory history) {
        this.run = run;
        this.history = history;
        this.configuration = run.head().configuration();
    }

    /** Returns how many checkpoints were measured again and compared with the log. */
    public int measured() {
        return measured;
    }

    /** Returns a sentence for each thing that is wrong with a step's checkpoint; none when all is well. */
    public List<String> findings(int step) throws IOException {
        Checkpoint checkpoint;
        try {
            checkpoint = run.checkpoint(step);
        } catch (FileProblem damaged) {
            return List.of(String.valueOf(damaged.getMessage()));
        }
        String name = "The checkpoint at step " + step;
        List<String> findings = new ArrayList<>();
        List<String> flaws = CheckpointFlaws.of(checkpoint, run.head());
        flaws.forEach(flaw -> findings.add(name + " " + flaw + "."));
        Lineage lineage = run.head().lineage();
        if (!flaws.stream().allMatch(CheckpointFlaws.ANOTHER_CONFIGURATION::equals)) {
            // What it would compute says nothing.
            return findings;
        }
        if (lineage != null && step == lineage.step() && !lineage.interventions().own().isEmpty()) {
            // The log has the parent's network there, before the fork did something to it.
            return findings;
        }
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, checkpoint)) {
            circles(findings, checkpoint);
            history.evaluations().stream().filter(it -> it.step() == step).findFirst()
                    .ifPresent(logged -> compare(findings, logged, probe));
        } catch (IllegalArgumentException anotherNetwork) {
            findings.add(name + " is of another network than run.json says.");
        }
        return findings;
    }

    private void compare(List<String> findings, Evaluation logged, CheckpointProbe probe) {
        Task task = configuration.learnedTask();
        int training = Trainer.split(configuration).train().length;
        Tolerance agreement = new Tolerance(training, task.pairs() - training,
                HookPoint.standard(configuration.model()).neurons(configuration.model()), task.basis().frequencies());
        agreement.differences(logged, probe.evaluate()).forEach(
                difference -> findings.add("metrics.jsonl says at step " + logged.step() + " " + difference + "."));
        measured++;
    }

    /** The tokens must lie where the log has them, to the size of its grid. */
    private void circles(List<String> findings, Checkpoint checkpoint) throws IOException {
        Optional<TokenPlanes> logged = new RecordedCircles(run).at(checkpoint.step());
        if (logged.isPresent()) {
            TokenEmbedding embedding = CircuitAnalyzer.embedding(configuration, checkpoint).embedding();
            logged.get().planes().stream().filter(plane -> !plane.near(embedding.circle(plane.frequency())))
                    .map(TokenPlanes.Plane::frequency).findFirst()
                    .ifPresent(k -> findings.add("circles.bin has the tokens elsewhere at step " + checkpoint.step()
                            + " than the checkpoint, the first on the plane of frequency " + k + "."));
        }
    }
}
