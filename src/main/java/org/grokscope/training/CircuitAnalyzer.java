package org.grokscope.training;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.grokscope.measure.AttentionPattern;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.NeuronPhases;
import org.grokscope.measure.PairLogits;
import org.grokscope.measure.PairMargins;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.measure.TokenEmbedding;
import org.grokscope.model.HookPoint;
import org.grokscope.run.Checkpoint;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Basis;
import org.grokscope.task.Task;
import org.grokscope.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Finds out about a network what the charts of the circuit show. */
public final class CircuitAnalyzer {
    /** The parameter that a reading without a forward pass is made from. */
    public static final String EMBEDDING = "token_embedding.weight";

    private final CheckpointProbe probe;
    private final ModelSettings model;
    private final Task task;

    /** @param probe stays open as long as the exam goes on */
    public CircuitAnalyzer(CheckpointProbe probe) {
        this.probe = probe;
        this.model = probe.configuration().model();
        this.task = probe.configuration().learnedTask();
    }

    /**
     * Reads what needs no forward pass.
     *
     * @throws IllegalArgumentException when the checkpoint is of another network
     */
    public static CircuitReading embedding(RunConfiguration configuration, Checkpoint checkpoint) {
        return embedding(configuration, checkpoint.parameters().get(EMBEDDING));
    }

    /**
     * The same from the one parameter that it needs.
     *
     * @param embedding the parameter {@link #EMBEDDING}
     * @throws IllegalArgumentException when it is missing or of another network
     */
    public static CircuitReading embedding(RunConfiguration configuration, @Nullable Tensor embedding) {
        Basis basis = configuration.learnedTask().basis();
        int width = configuration.model().width();
        int tokens = ParameterLayout.tokens(configuration.model(), basis.size());
        if (embedding == null || embedding.values().length != tokens * width) {
            throw new IllegalArgumentException("The token embedding is missing or has another shape.");
        }
        return CircuitReading.of(new TokenEmbedding(embedding.values(), basis, width));
    }

    /** Watches the network answer all pairs. */
    public CircuitActivity activity() {
        HookPoint neurons = HookPoint.standard(model);
        HookPoint last = new HookPoint(model.blocks() - 1, neurons.kind());
        Set<HookPoint> sites = new HashSet<>(Set.of(neurons));
        sites.add(last);
        int attending = model.kind().attention() ? model.blocks() : 0;
        IntStream.range(0, attending)
                .forEach(block -> sites.add(new HookPoint(block, HookPoint.Kind.ATTENTION_WEIGHTS)));
        int width = neurons.neurons(model);
        SumConditionedActivation.Accumulator means = new SumConditionedActivation.Accumulator(width,
                task.answerCount());
        SumConditionedActivation.Accumulator lastMeans = last.equals(neurons)
                ? means
                : new SumConditionedActivation.Accumulator(width, task.answerCount());
        AttentionPattern.Accumulator attention = new AttentionPattern.Accumulator(attending, model.heads(),
                model.sequence().signs());
        int[] answers = task.answers();
        PairMargins.Accumulator margins = new PairMargins.Accumulator(task.tokens(), answers);
        probe.watch(sites, (site, pairs, activations) -> {
            if (site.kind() == HookPoint.Kind.ATTENTION_WEIGHTS) {
                attention.add(site.block(), activations);
            } else {
                (site.equals(neurons) ? means : lastMeans).add(activations,
                        IntStream.of(pairs).map(pair -> answers[pair]).toArray());
            }
        }, margins::add);
        BitSet training = new BitSet();
        IntStream.of(Trainer.split(probe.configuration()).train()).forEach(training::set);
        SumConditionedActivation seen = means.finish();
        return new CircuitActivity(neurons.toString(), FrequencySynchronization.of(seen, task.basis()),
                attention.finish(), margins.finish(training),
                phases(last, last.equals(neurons) ? seen : lastMeans.finish()));
    }

    /** Neurons of the last block alone reach the logits on a straight way and no other. */
    private Optional<NeuronPhases> phases(HookPoint last, SumConditionedActivation activation) {
        Basis basis = task.simplestBasis();
        return last.kind() == HookPoint.Kind.MLP_HIDDEN && basis.circular()
                ? Optional.of(NeuronPhases.of(last.toString(), activation, basis, probe.directEffects(last.block())))
                : Optional.empty();
    }

    /** Asks the network a pair. */
    public PairLogits answer(int a, int b) {
        return new PairLogits(a, b, task.answer(a, b), probe.logits(a * task.tokens() + b));
    }
}
