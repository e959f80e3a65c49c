package org.grokscope.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.grokscope.weights.InitialWeights;
import org.grokscope.model.NamedArrays;
import org.grokscope.model.Network;
import org.grokscope.model.NetworkPasses;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.DataOrder;
import org.grokscope.task.Task;
import org.grokscope.task.Split;
import org.grokscope.tensor.Tensor;
import org.grokscope.weights.LastingInterventions;

/**
 * A network in training: its weights, its moments and its step. Knows nothing of files, milestones or turns. One thread
 * at a time.
 */
public final class Trainer implements AutoCloseable {
    private final RunConfiguration configuration;
    private final Task task;
    private final DataOrder order;
    private final NDManager manager;
    private final Network network;
    private final NetworkPasses passes;
    private final AdamW optimizer;
    private final OptionalDouble heldNorm;
    /** How many more updates the moments have seen than steps were taken. */
    private final int ahead;
    private int step;
    private double weightDecay;

    /**
     * @param moments both, by the names of {@link ParameterLayout}
     * @param lasting what acts at every update
     * @param heldNorm the norm that each update is scaled back to
     * @throws IllegalArgumentException when an array is missing or has another shape
     */
    private Trainer(RunConfiguration configuration, Device device, Map<String, Tensor> weights,
            BiFunction<NDManager, SequencedMap<String, int[]>, List<NamedArrays>> moments, int step, int updates,
            LastingInterventions lasting, OptionalDouble heldNorm) {
        int p = configuration.task().p();
        SequencedMap<String, int[]> shapes = ParameterLayout.of(configuration.model(), p);
        this.configuration = configuration;
        this.task = configuration.learnedTask();
        this.order = new DataOrder(split(configuration).train(), configuration.optimizer().batch(),
                configuration.seeds().dataSeed());
        this.step = step;
        this.heldNorm = heldNorm;
        this.ahead = updates - step;
        this.weightDecay = configuration.optimizer().weightDecay();
        this.manager = NDManager.newBaseManager(device);
        try {
            this.network = Network.of(manager, configuration.model(), p, weights);
            List<NamedArrays> both = moments.apply(manager, shapes);
            this.passes = network.passes(configuration.optimizer().lossPrecision(),
                    configuration.optimizer().precision());
            this.optimizer = new AdamW(manager, configuration.optimizer(), network.parameters(), passes.gradients(),
                    both.getFirst(), both.getLast(), lasting);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    /** Begins at step 0 with freshly drawn weights. */
    public static Trainer begin(RunConfiguration configuration, Device device) {
        return new Trainer(configuration, device,
                InitialWeights.draw(configuration.model(), configuration.task().p(), configuration.seeds().seed()),
                (manager, shapes) -> List.of(NamedArrays.zeros(manager, shapes), NamedArrays.zeros(manager, shapes)),
                0, 0, LastingInterventions.NONE, OptionalDouble.empty());
    }

    /**
     * Goes on from a checkpoint, as if there had been no pause.
     *
     * @throws IllegalArgumentException when the checkpoint has no moments or is of another network
     */
    public static Trainer resume(RunConfiguration configuration, Checkpoint checkpoint, Device device) {
        return resume(configuration, checkpoint, device, LastingInterventions.NONE);
    }

    /**
     * The same where something acts on the network at every update.
     *
     * @throws IllegalArgumentException when the checkpoint has no moments or is of another network
     */
    public static Trainer resume(RunConfiguration configuration, Checkpoint checkpoint, Device device,
            LastingInterventions lasting) {
        return new Trainer(configuration, device, checkpoint.parameters(),
                (manager, shapes) -> List.of(NamedArrays.copyOf(manager, shapes, checkpoint.firstMoments()),
                        NamedArrays.copyOf(manager, shapes, checkpoint.secondMoments())),
                checkpoint.step(), checkpoint.updates(), lasting, checkpoint.heldNorm());
    }

    /** Returns the split a configuration trains with. */
    static Split split(RunConfiguration configuration) {
        return configuration.split();
    }

    /**
     * Takes one gradient step on the batch that the data order names for it.
     *
     * @return the batch's mean cross-entropy before the update, in nats
     */
    public double step() {
        return step(order.batch(step));
    }

    /**
     * Takes one gradient step.
     *
     * @param pairs the batch, as pair indices
     * @return the batch's mean cross-entropy before the update, in nats
     */
    double step(int[] pairs) {
        double loss = passes.lossAndGradients(Arrays.stream(pairs).map(task::first).toArray(),
                Arrays.stream(pairs).map(task::second).toArray(), Arrays.stream(pairs).map(task::answer).toArray());
        optimizer.update(step + 1, step + 1 + ahead, weightDecay);
        heldNorm.ifPresent(norm -> network.parameters().scaleTo(norm));
        step++;
        return loss;
    }

    /** Returns how many updates were taken. */
    public int stepsTaken() {
        return step;
    }

    /** Returns λ of the next update. */
    double weightDecay() {
        return weightDecay;
    }

    /** Lets another λ act from the next update on. */
    void weightDecay(double other) {
        weightDecay = other;
    }

    /** Returns the network, to be looked at between steps. */
    public Network network() {
        return network;
    }

    /** Returns the network's passes as they are trained with, to look at many pairs between steps. */
    NetworkPasses passes() {
        return passes;
    }

    /** Returns the pairs trained on and those that validate. */
    public Split split() {
        return split(configuration);
    }

    /**
     * Copies out all that is needed to go on from here.
     *
     * @param wallMillis training time so far
     */
    public Checkpoint checkpoint(long wallMillis) {
        return new Checkpoint(step, network.parameters().tensors(), optimizer.firstMoments().tensors(),
                optimizer.secondMoments().tensors(), ConfigurationHash.of(configuration), wallMillis,
                step + ahead, heldNorm);
    }

    /** Returns how many arrays are alive in this trainer, to see that a step leaves none behind. */
    int openArrays() {
        return manager.getManagedArrays().size();
    }

    /** Frees the network and the moments. */
    @Override
    public void close() {
        optimizer.close();
        passes.close();
        manager.close();
    }
}
