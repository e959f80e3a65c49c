package org.grokscope.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.SequencedMap;
import org.grokscope.model.InitialWeights;
import org.grokscope.model.NamedArrays;
import org.grokscope.model.ParameterLayout;
import org.grokscope.model.Tap;
import org.grokscope.model.Transformer;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.RunConfiguration;
import org.grokscope.task.DataOrder;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Split;

/**
 * A network in training: its weights, its moments and its step. Knows nothing of files, milestones or turns. One thread
 * at a time.
 */
public final class Trainer implements AutoCloseable {
    private final RunConfiguration configuration;
    private final ModularTask task;
    private final DataOrder order;
    private final NDManager manager;
    private final Transformer network;
    private final AdamW optimizer;
    private int step;
    private double weightDecay;

    private Trainer(RunConfiguration configuration, NDManager manager, Transformer network, AdamW optimizer,
            int step) {
        this.configuration = configuration;
        this.task = configuration.modularTask();
        this.order = new DataOrder(split(configuration).train(), configuration.optimizer().batch(),
                configuration.seeds().dataSeed());
        this.manager = manager;
        this.network = network;
        network.parameters().all().forEach(parameter -> parameter.setRequiresGradient(true));
        this.optimizer = optimizer;
        this.step = step;
        this.weightDecay = configuration.optimizer().weightDecay();
    }

    /** Begins at step 0 with freshly drawn weights. */
    public static Trainer begin(RunConfiguration configuration, Device device) {
        int p = configuration.task().p();
        NDManager manager = NDManager.newBaseManager(device);
        Transformer network = new Transformer(manager, configuration.model(), p,
                InitialWeights.draw(configuration.model(), p, configuration.seeds().seed()));
        SequencedMap<String, int[]> shapes = ParameterLayout.of(configuration.model(), p);
        return new Trainer(configuration, manager, network, new AdamW(configuration.optimizer(), network.parameters(),
                NamedArrays.zeros(manager, shapes), NamedArrays.zeros(manager, shapes)), 0);
    }

    /**
     * Goes on from a checkpoint, as if there had been no pause.
     *
     * @throws IllegalArgumentException when the checkpoint has no moments or is of another network
     */
    public static Trainer resume(RunConfiguration configuration, Checkpoint checkpoint, Device device) {
        SequencedMap<String, int[]> shapes = ParameterLayout.of(configuration.model(), configuration.task().p());
        NDManager manager = NDManager.newBaseManager(device);
        try {
            Transformer network = new Transformer(manager, configuration.model(), configuration.task().p(),
                    checkpoint.parameters());
            return new Trainer(configuration, manager, network,
                    new AdamW(configuration.optimizer(), network.parameters(),
                            NamedArrays.copyOf(manager, shapes, checkpoint.firstMoments()),
                            NamedArrays.copyOf(manager, shapes, checkpoint.secondMoments())),
                    checkpoint.step());
        } catch (IllegalArgumentException e) {
            manager.close();
            throw e;
        }
    }

    /** Returns the split a configuration trains with. */
    static Split split(RunConfiguration configuration) {
        return Split.of(configuration.task().p(), configuration.task().trainFraction(), configuration.seeds().seed());
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
        try (NDManager scope = manager.newSubManager()) {
            NDArray loss;
            try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
                loss = meanCrossEntropy(scope, network, task, pairs);
                collector.backward(loss);
            }
            optimizer.update(scope, step + 1, weightDecay);
            step++;
            return loss.getFloat();
        }
    }

    /** Returns the mean cross-entropy of pairs, in nats, as an array that gradients can be taken of. */
    static NDArray meanCrossEntropy(NDManager scope, Transformer network, ModularTask task, int[] pairs) {
        int[] first = new int[pairs.length];
        int[] second = new int[pairs.length];
        int[] answers = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            first[i] = task.first(pairs[i]);
            second[i] = task.second(pairs[i]);
            answers[i] = task.answer(pairs[i]);
        }
        NDArray logits = network.logits(scope, first, second, Tap.NONE);
        NDArray share = scope.create(answers).oneHot(task.p(), DataType.FLOAT32).mul(-1f / pairs.length);
        return logits.logSoftmax(1).mul(share).sum();
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
    public Transformer network() {
        return network;
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
                optimizer.secondMoments().tensors(), ConfigurationHash.of(configuration), wallMillis);
    }

    /** Returns how many arrays are alive in this trainer, to see that a step leaves none behind. */
    int openArrays() {
        return manager.getManagedArrays().size();
    }

    /** Frees the network and the moments. */
    @Override
    public void close() {
        manager.close();
    }
}
