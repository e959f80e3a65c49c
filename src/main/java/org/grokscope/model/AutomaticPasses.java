package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.grokscope.model.ForwardOutputs.LastMlp;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;

/**
 * The plain network, trained by the tensor library's automatic gradients: whatever a {@link Transformer} can be, at the
 * price of speed. {@link NativeTransformer} is quicker where it serves. One thread at a time.
 */
final class AutomaticPasses implements NetworkPasses {
    /** The tensor library collects gradients for one caller a process. */
    private static final ReentrantLock COLLECTING = new ReentrantLock();
    private static final NDIndex ALL = new NDIndex("...");

    private final Transformer network;
    private final DataType lossType;
    private final NDManager manager;
    private final NamedArrays gradients;

    /** @param network lends its parameters, and must live longer */
    AutomaticPasses(Transformer network, LossPrecision precision) {
        this.network = network;
        this.lossType = precision == LossPrecision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
        this.manager = network.newScope();
        this.gradients = NamedArrays.zeros(manager, ParameterLayout.of(network.settings(), network.p()));
    }

    @Override
    public NamedArrays gradients() {
        return gradients;
    }

    @Override
    public double exactLossAndGradients(int[] first, int[] second, int[] answers) {
        return lossAndGradients(first, second, answers);
    }

    @Override
    public double lossAndGradients(int[] first, int[] second, int[] answers) {
        COLLECTING.lock();
        try (NDManager scope = network.newScope()) {
            network.parameters().all().forEach(parameter -> parameter.setRequiresGradient(true));
            double loss = backward(scope, first, second, answers);
            for (String name : gradients.names()) {
                try (NDArray gradient = network.parameters().get(name).getGradient()) {
                    gradients.get(name).set(ALL, gradient);
                    // It would add up from pass to pass.
                    gradient.set(ALL, 0);
                }
            }
            return loss;
        } finally {
            network.parameters().all().forEach(parameter -> parameter.setRequiresGradient(false));
            COLLECTING.unlock();
        }
    }

    private double backward(NDManager scope, int[] first, int[] second, int[] answers) {
        // Made before anything is collected: the mean of the right answers' logarithms is a sum of products with it.
        NDArray right = scope.create(answers).oneHot(network.p(), lossType).muli(-1.0 / answers.length);
        // Widens what it is multiplied by; a change of type would lose the way back to the parameters.
        NDArray one = scope.ones(new Shape(1, 1), lossType);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray logits = network.logits(scope, first, second, Hook.NONE);
            NDArray loss = logits.mul(one).logSoftmax(1).mul(right).sum();
            collector.backward(loss);
            return loss.toType(DataType.FLOAT64, false).getDouble();
        }
    }

    @Override
    public void look(int[] first, int[] second, Consumer<ForwardOutputs> viewer) {
        ModelSettings settings = network.settings();
        HookPoint standard = HookPoint.standard(settings);
        int last = settings.blocks() - 1;
        HookPoint hidden = new HookPoint(last, Kind.MLP_HIDDEN);
        HookPoint stream = new HookPoint(last, Kind.MLP_RESIDUAL);
        HookPoint output = new HookPoint(last, Kind.MLP_OUTPUT);
        Map<HookPoint, NDArray> seen = new HashMap<>();
        try (NDManager scope = network.newScope()) {
            NDArray residual = network.residual(scope, first, second, (site, activation) -> {
                if (site.equals(standard) || site.block() == last && site.kind() != Kind.ATTENTION_WEIGHTS) {
                    seen.put(site, activation.get(new NDIndex(":, -1")));
                }
                return activation;
            });
            NDArray representation = network.representation(residual);
            viewer.accept(new ForwardOutputs(network.head(representation), Objects.requireNonNull(seen.get(standard)),
                    representation,
                    settings.kind().mlp()
                            ? new LastMlp(Objects.requireNonNull(seen.get(hidden)),
                                    Objects.requireNonNull(seen.get(stream)),
                                    Objects.requireNonNull(seen.get(stream))
                                            .add(Objects.requireNonNull(seen.get(output))))
                            : null));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
