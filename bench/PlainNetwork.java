import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.weights.InitialWeights;
import org.grokscope.settings.Sequence;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.DataOrder;
import org.grokscope.task.Task;
import org.grokscope.task.Split;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;

/**
 * The network of textbook.py, written with DJL as plainly as there with PyTorch: every position through every layer,
 * autograd, one optimizer call a parameter. What is compared with where PyTorch cannot be had.
 */
final class PlainNetwork {
    private static final RunConfiguration PAPER = RunConfiguration.PAPER;
    private static final int POSITIONS = Sequence.EQUALS.positions();
    private static final int P = PAPER.task().p();
    private static final int WIDTH = PAPER.model().width();
    private static final int HEADS = PAPER.model().heads();

    private final NDManager manager;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, NDList> moments = new LinkedHashMap<>();
    private final Task task = PAPER.learnedTask();
    private final DataOrder order = new DataOrder(Split.of(P, PAPER.task().trainFraction(), 42).train(),
            PAPER.optimizer().batch(), 42);
    private final NDArray scale;
    private int steps;

    PlainNetwork(NDManager manager) {
        this.manager = manager;
        // Kept: a temporary array over a Java number may be gone before the backward pass reads it.
        this.scale = manager.create((float) (1 / Math.sqrt((double) WIDTH / HEADS)));
        InitialWeights.draw(PAPER.model(), P, 42).forEach((name, weights) -> {
            long[] shape = Arrays.stream(weights.shape()).asLongStream().toArray();
            NDArray parameter = manager.create(weights.values(), new Shape(shape));
            parameter.setRequiresGradient(true);
            parameters.put(name, parameter);
            moments.put(name, new NDList(parameter.zerosLike(), parameter.zerosLike()));
        });
    }

    public static void main(String[] arguments) throws Exception {
        Compute compute = Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        try (NDManager manager = NDManager.newBaseManager(compute.device())) {
            PlainNetwork network = new PlainNetwork(manager);
            Heat.of(2, network::step);
            Heat.answer(seconds -> Heat.of(seconds, network::step));
        }
    }

    /** Returns the batch's mean cross-entropy before the update, in nats. */
    double step() {
        int[] pairs = order.batch(steps++);
        try (NDManager scope = manager.newSubManager()) {
            long[] tokens = new long[POSITIONS * pairs.length];
            int[] answers = new int[pairs.length];
            for (int i = 0; i < pairs.length; i++) {
                tokens[POSITIONS * i] = task.first(pairs[i]);
                tokens[POSITIONS * i + 1] = task.second(pairs[i]);
                tokens[POSITIONS * i + 2] = P;
                answers[i] = task.answer(pairs[i]);
            }
            NDArray target = scope.create(answers).oneHot(P, DataType.FLOAT32).mul(-1f / pairs.length);
            double mean;
            try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
                NDArray logits = logits(scope.create(tokens, new Shape(pairs.length, POSITIONS)));
                NDArray loss = logits.logSoftmax(1).mul(target).sum();
                collector.backward(loss);
                mean = loss.getFloat();
            }
            parameters.forEach((name, parameter) -> update(scope, parameter, moments.get(name)));
            return mean;
        }
    }

    private void update(NDManager scope, NDArray parameter, NDList moment) {
        double correction = Math.sqrt(1 - Math.pow(0.999, steps));
        NDArray gradient = parameter.getGradient();
        gradient.attach(scope);
        parameter.getNDArrayInternal().adamUpdate(new NDList(parameter, gradient, moment.get(0), moment.get(1)),
                new NDList(parameter), 1e-3f, (float) (1e-3 * correction / (1 - Math.pow(0.9, steps))), 1, 1, -1, 0.9f,
                0.999f, (float) (1e-8 * correction), false, true);
    }

    private NDArray logits(NDArray tokens) {
        NDArray x = tokens.oneHot(P + 1, DataType.FLOAT32).matMul(parameters.get("token_embedding.weight"))
                .add(parameters.get("position_embedding.weight"));
        for (int block = 0; block < PAPER.model().blocks(); block++) {
            String name = "blocks." + block;
            x = x.add(attention(norm(x, name + ".ln1"), name + ".attention"));
            NDArray hidden = linear(norm(x, name + ".ln2"), name + ".mlp.up").getNDArrayInternal().gelu();
            x = x.add(linear(hidden, name + ".mlp.down"));
        }
        return linear(norm(x.get(new NDIndex(":, {}", POSITIONS - 1)), "final_norm"), "head");
    }

    private NDArray attention(NDArray x, String name) {
        long pairs = x.getShape().get(0);
        NDArray split = linear(x, name + ".qkv").reshape(pairs, POSITIONS, 3, HEADS, WIDTH / HEADS)
                .transpose(2, 0, 3, 1, 4);
        NDArray weights = split.get(0).matMul(split.get(1).transpose(0, 1, 3, 2)).mul(scale).softmax(-1);
        NDArray heard = weights.matMul(split.get(2)).transpose(0, 2, 1, 3).reshape(pairs, POSITIONS, WIDTH);
        return linear(heard, name + ".output");
    }

    private NDArray norm(NDArray x, String name) {
        return LayerNorm.layerNorm(x, new Shape(WIDTH), parameters.get(name + ".weight"),
                parameters.get(name + ".bias"), 1e-5f).head();
    }

    private NDArray linear(NDArray x, String name) {
        return Linear.linear(x, parameters.get(name + ".weight"), parameters.get(name + ".bias")).head();
    }
}
