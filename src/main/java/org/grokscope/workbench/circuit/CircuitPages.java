package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.grokscope.figure.CircuitScene;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.PairLogits;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.StepLabel;
import org.grokscope.training.TokenPaths;

/** Makes pages of what is known of checkpoints. */
final class CircuitPages {
    private final CircuitSource source;
    private final TrainingPairs trainingPairs = new TrainingPairs();

    CircuitPages(CircuitSource source) {
        this.source = source;
    }

    /**
     * Returns the page of a run at a checkpoint; empty while that is read.
     *
     * @param cursor the step that a person asked for; under 0 for the newest
     */
    Optional<CircuitPage> of(RunHistory run, int step, CircuitLook look, int cursor) {
        return switch (source.result(address(run, step)).orElse(null)) {
            case null -> Optional.empty();
            case CircuitResult.Damaged(String sentence) ->
                Optional.of(page(run, step, Optional.empty(), sentence, cursor));
            case CircuitResult.Read(CircuitReading reading) ->
                Optional.of(page(run, step, Optional.of(scene(run, step, reading, look)), "", cursor));
        };
    }

    /** Returns the page of a checkpoint that is being read. */
    CircuitPage reading(RunHistory run, int step, int cursor) {
        return page(run, step, Optional.empty(), "", cursor);
    }

    /** Returns the page where there is no run, or one that has no checkpoint. */
    static CircuitPage without(Optional<RunHistory> run) {
        return CircuitPage.empty(run.isEmpty()
                ? "Choose a run to look into its network."
                : run.get().evaluations().isEmpty()
                        ? "This run has no checkpoint yet. The first is written when it starts."
                        : run.get().head().imported() == null
                                ? "This run's checkpoints were not kept, so its network cannot be looked into."
                                : "Only curves of this run were imported, and no network to look into.");
    }

    private static CheckpointAddress address(RunHistory run, int step) {
        return new CheckpointAddress(run.head().id(), step);
    }

    private CircuitScene scene(RunHistory run, int step, CircuitReading reading, CircuitLook look) {
        RunConfiguration configuration = run.head().configuration();
        Optional<CircuitRequest.Pair> pair = look.pair().filter(it -> it.in(configuration));
        Optional<PairLogits> said = pair
                .flatMap(it -> source.answer(new PairQuestion(address(run, step), it.a(), it.b())));
        int settled = TokenPaths.settledFrequency(run);
        return new CircuitScene(configuration.learnedTask(), reading,
                look.frequency().orElse(settled > 0 ? settled : reading.embedding().power().strongest()),
                configuration.thresholds().ceilingFsd(), said, pair.isPresent(), look.table(), look.part(),
                look.neuron(), Optional.empty());
    }

    private CircuitPage page(RunHistory run, int step, Optional<CircuitScene> scene, String obstacle, int cursor) {
        OptionalInt grokked = run.milestones().step(Milestone.GROKKED);
        return new CircuitPage(Optional.of(address(run, step)), run.head().name() + " at step " + StepLabel.of(step),
                place(run, step, cursor), scene, obstacle, grokked.isPresent() && grokked.getAsInt() <= step,
                scene.flatMap(CircuitScene::pair)
                        .filter(said -> trainingPairs.contain(run.head().configuration(), said.a(), said.b()))
                        .isPresent());
    }

    private static String place(RunHistory run, int step, int cursor) {
        int index = run.checkpoints().indexOf(step);
        String milestones = run.milestones().reached().entrySet().stream().filter(it -> it.getValue() == step)
                .map(it -> " \u00b7 " + it.getKey().title()).collect(Collectors.joining());
        String cursorIsElsewhere = cursor >= 0 && cursor != step
                ? " \u00b7 nearest to the cursor at " + StepLabel.of(cursor)
                : "";
        boolean newest = index == run.checkpoints().size() - 1;
        return "checkpoint " + (index + 1) + " of " + run.checkpoints().size()
                + (newest && cursor < 0 ? ", the newest" : "") + milestones + cursorIsElsewhere;
    }
}
