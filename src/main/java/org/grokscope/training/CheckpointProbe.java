package org.grokscope.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.Hook;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.model.HookPoint;
import org.grokscope.model.Network;
import org.grokscope.model.NetworkPasses;
import org.grokscope.run.Checkpoint;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Task;
import org.grokscope.tensor.Tensor;

/**
 * A checkpoint opened for looking: what the network does inside, as plain arrays. Computes on the CPU with a copy of its
 * own and takes no gradients, so any thread may look while the executor trains; one thread at a time for each probe.
 *
 * <p>
 * Whoever loads the tensor library first chooses its threads. Where there is an executor, wait for
 * {@link LocalExecutor#environment()} before the first look; else call {@link Compute#load}.
 */
public final class CheckpointProbe implements AutoCloseable {
    private final RunConfiguration configuration;
    private final int step;
    private final long wallMillis;
    private final Map<String, Tensor> parameters;
    private final Task task;
    private final NDManager manager;
    private final Network network;
    private final BatchedForward sweep;

    private CheckpointProbe(RunConfiguration configuration, Checkpoint checkpoint, NDManager manager,
            Network network, BooleanSupplier wanted) {
        this.configuration = configuration;
        this.step = checkpoint.step();
        this.wallMillis = checkpoint.wallMillis();
        this.parameters = checkpoint.parameters();
        this.task = configuration.learnedTask();
        this.manager = manager;
        this.network = network;
        this.sweep = new BatchedForward(network, task, wanted);
    }

    /**
     * Opens a checkpoint; it need not have moments.
     *
     * @param configuration of the run that wrote it
     * @throws IllegalArgumentException when the checkpoint is of another network
     */
    public static CheckpointProbe open(RunConfiguration configuration, Checkpoint checkpoint) {
        return open(configuration, checkpoint, () -> true);
    }

    /**
     * Opens a checkpoint for a person who may look elsewhere meanwhile; it need not have moments.
     *
     * @param configuration of the run that wrote it
     * @param wanted asked every few milliseconds; once it says no, looks end with a
     *        {@link java.util.concurrent.CancellationException}
     * @throws IllegalArgumentException when the checkpoint is of another network
     */
    public static CheckpointProbe open(RunConfiguration configuration, Checkpoint checkpoint, BooleanSupplier wanted) {
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        try {
            return new CheckpointProbe(configuration, checkpoint, manager, Network.of(manager,
                    configuration.model(), configuration.task().p(), checkpoint.parameters()), wanted);
        } catch (IllegalArgumentException e) {
            manager.close();
            throw e;
        }
    }

    /** Returns the configuration of the run. */
    public RunConfiguration configuration() {
        return configuration;
    }

    /** Returns the step the checkpoint was written at. */
    public int step() {
        return step;
    }

    /** Sees the activations of one chunk of pairs after the other. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * Called for each site as the pairs come by.
         *
         * @param pairs pair indices
         * @param activations at the last position, row by row: (pairs, neurons), and (pairs, heads, 3) for attention
         *        weights
         */
        void see(HookPoint site, int[] pairs, float[] activations);
    }

    /** Takes all p² pairs through the network once and shows what the sites do. */
    public void watch(Set<HookPoint> sites, Watcher watcher) {
        watch(sites, watcher, (_, _) -> {});
    }

    /** Hears what the network says to one chunk of pairs after the other. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called as the pairs come by.
         *
         * @param pairs pair indices
         * @param logits (pairs, p), row by row
         */
        void hear(int[] pairs, float[] logits);
    }

    /** The same for somebody who also wants to hear the answers. */
    public void watch(Set<HookPoint> sites, Watcher watcher, Listener listener) {
        sweep.overAll(pairs -> tap(sites, pairs, watcher), listener::hear);
    }

    /** Returns φ, the mean activation of each neuron for each answer over all p² pairs, for several sites at once. */
    public Map<HookPoint, SumConditionedActivation> sumConditioned(Set<HookPoint> sites) {
        Map<HookPoint, SumConditionedActivation.Accumulator> accumulators = new LinkedHashMap<>();
        sites.forEach(site -> accumulators.put(site,
                new SumConditionedActivation.Accumulator(site.neurons(configuration.model()), task.answerCount())));
        int[] answers = task.answers();
        watch(sites, (site, pairs, activations) -> {
            int[] right = new int[pairs.length];
            for (int i = 0; i < pairs.length; i++) {
                right[i] = answers[pairs[i]];
            }
            Objects.requireNonNull(accumulators.get(site)).add(activations, right);
        });
        Map<HookPoint, SumConditionedActivation> means = new LinkedHashMap<>();
        accumulators.forEach((site, accumulator) -> means.put(site, accumulator.finish()));
        return means;
    }

    /** Returns φ of one site. */
    public SumConditionedActivation sumConditioned(HookPoint site) {
        return sumConditioned(Set.of(site)).values().iterator().next();
    }

    /**
     * Returns the logits of pairs.
     *
     * @param pairs pair indices, a·p + b
     * @return (pairs, p), row by row
     */
    public float[] logits(int... pairs) {
        float[] all = new float[pairs.length * task.answerCount()];
        int[] filled = {0};
        sweep.over(pairs, _ -> Hook.NONE, (_, logits) -> {
            System.arraycopy(logits, 0, all, filled[0], logits.length);
            filled[0] += logits.length;
        });
        return all;
    }

    /**
     * Returns the activations of pairs at a site, at the last position.
     *
     * @param pairs pair indices, a·p + b
     * @return (pairs, neurons), row by row; (pairs, heads, 3) for attention weights
     */
    public float[] activations(HookPoint site, int... pairs) {
        float[] all = new float[pairs.length * site.neurons(configuration.model())];
        int[] filled = {0};
        sweep.over(pairs, chunk -> tap(Set.of(site), chunk, (_, _, seen) -> {
            System.arraycopy(seen, 0, all, filled[0], seen.length);
            filled[0] += seen.length;
        }), (_, _) -> {});
        return all;
    }

    /**
     * Measures all that a run's evaluation at this step measures; λ and speed are NaN. The numbers are the same to
     * rounding: the tensor library sums in another order where no gradient can be asked for.
     */
    public Evaluation evaluate() {
        // Whatever it trained with: measures are of float32 numbers, on processors that lack others, too.
        try (NetworkPasses passes = network.passes(configuration.optimizer().lossPrecision(),
                ProductPrecision.FLOAT32);
                Evaluator evaluator = new Evaluator(configuration, network, passes)) {
            return evaluator.evaluate(step, wallMillis, Double.NaN, Double.NaN);
        }
    }

    /** Returns the accuracy over all p² pairs without each block's attention and without each block's MLP. */
    public Ablation ablation() {
        return new ZeroAblation(sweep, configuration.model(), task).measure();
    }

    /**
     * Returns what a unit of each neuron's activity adds to each answer's logit on the straight way to the head.
     *
     * @param block whose MLP's neurons
     * @return (answers, neurons), row by row
     */
    public float[] directEffects(int block) {
        return DirectEffects.of(configuration.model(), parameters, block, task.answerCount());
    }

    private static Hook tap(Set<HookPoint> sites, int[] pairs, Watcher watcher) {
        return (site, activation) -> {
            if (sites.contains(site)) {
                watcher.see(site, pairs, lastPosition(site, activation));
            }
            return activation;
        };
    }

    /** Returns the activation at the last position, row by row. */
    static float[] lastPosition(HookPoint site, NDArray activation) {
        return activation.get(new NDIndex(site.kind() == Kind.ATTENTION_WEIGHTS ? ":, :, -1" : ":, -1"))
                .toFloatArray();
    }

    /** Frees the network. */
    @Override
    public void close() {
        manager.close();
    }
}
