package org.grokscope.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.GiniCoefficient;
import org.grokscope.measure.Median;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.measure.WeightNorm;
import org.grokscope.model.ForwardOutputs;
import org.grokscope.model.HookPoint;
import org.grokscope.model.Network;
import org.grokscope.model.NetworkPasses;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Task;

/**
 * What each measure costs at an evaluation of a bundled run, in milliseconds on the processor: the forward pass over all pairs, which
 * most need and all share, and what each takes beside it. Stands in the package of what it times. Argument: rounds.
 */
final class Costs {
    private static final Path RUN = Path.of("sample-runs", "add-97-seed-123");
    private static final int STEP = 2800;

    private final RunConfiguration configuration;
    private final Task task;
    private final Network network;
    private final NetworkPasses passes;
    private final boolean[] training;
    private final List<int[]> chunks = new ArrayList<>();
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private Costs(RunConfiguration configuration, Checkpoint checkpoint, NDManager manager) {
        this.configuration = configuration;
        this.task = configuration.learnedTask();
        this.network = Network.of(manager, configuration.model(), configuration.task().p(), checkpoint.parameters());
        this.passes = network.passes(configuration.optimizer().lossPrecision(), configuration.optimizer().precision());
        this.training = new boolean[task.pairs()];
        for (int pair : Trainer.split(configuration).train()) {
            training[pair] = true;
        }
        for (int start = 0; start < task.pairs(); start += BatchedForward.CHUNK) {
            chunks.add(IntStream.range(start, Math.min(start + BatchedForward.CHUNK, task.pairs())).toArray());
        }
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        int rounds = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
        Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        RunDirectory run = RunDirectory.open(RUN);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Costs costs = new Costs(run.head().configuration(), run.checkpoint(STEP), manager);
            for (int round = 0; round < rounds; round++) {
                costs.round();
            }
            costs.print();
        }
    }

    private void time(String what, Runnable work) {
        long began = System.nanoTime();
        work.run();
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add((System.nanoTime() - began) / 1e6);
    }

    private void round() {
        time("forward pass over all pairs", () -> chunks.forEach(chunk -> look(chunk, _ -> {})));
        SumConditionedActivation.Accumulator means = new SumConditionedActivation.Accumulator(
                HookPoint.standard(configuration.model()).neurons(configuration.model()), task.answerCount());
        chunks.forEach(chunk -> look(chunk, outputs -> {
            int[] answers = Arrays.stream(chunk).map(task::answer).toArray();
            float[] values = outputs.standardSite().toFloatArray();
            time("mean activations", () -> means.add(values, answers));
        }));
        SumConditionedActivation activation = means.finish();
        FrequencySynchronization[] neurons = new FrequencySynchronization[1];
        time("FSD for every K, median rank", () -> {
            neurons[0] = FrequencySynchronization.of(activation, task.basis());
            neurons[0].degreeIfAny(1);
        });
        try (NullBand band = NullBand.of(network.newScope(), task.basis())) {
            time("null band of the FSD", () -> band.point95(activation, neurons[0], PermutationTest.LIVE_SHUFFLES,
                    PermutationTest.randomOf(1, STEP)));
        }
        losses(activation);
        representation();
        CommutatorDefect defect = new CommutatorDefect(configuration, network, passes);
        time("commutator defect", defect::median);
        time("weight norm", () -> WeightNorm.of(values()));
        time("embedding power and its Gini coefficient", () -> {
            float[] embedding = network.parameters().get("token_embedding.weight").toFloatArray();
            GiniCoefficient.of(EmbeddingPower.of(embedding, task.basis(), configuration.model().width()).shares());
        });
    }

    private Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.parameters().tensors().forEach((name, tensor) -> values.put(name, tensor.values()));
        return values;
    }

    private void losses(SumConditionedActivation activation) {
        try (Readout readout = new Readout(network, configuration.model());
                KeyFrequencyPass pass = new KeyFrequencyPass(network, readout, task.basis(),
                        configuration.model().blocks() - 1)) {
            SumConditionedActivation.Accumulator hidden = new SumConditionedActivation.Accumulator(
                    configuration.model().mlpWidth(), task.answerCount());
            List<Readout.Pairs> kept = new ArrayList<>();
            DoubleStream.Builder margins = DoubleStream.builder();
            for (int[] chunk : chunks) {
                int[] answers = Arrays.stream(chunk).map(task::answer).toArray();
                int[] trained = IntStream.range(0, chunk.length).filter(i -> training[chunk[i]]).toArray();
                Readout.Pairs pairs = readout.pairs(answers, trained);
                kept.add(pairs);
                look(chunk, outputs -> {
                    time("loss, accuracy and margin", () -> {
                        double[] scores = readout.score(outputs.logits(), pairs);
                        for (int i = 2 * chunk.length; i < scores.length; i++) {
                            margins.add(scores[i]);
                        }
                    });
                    hidden.add(outputs.lastMlp().hidden().toFloatArray(), answers);
                    time("restricted and excluded loss", () -> pass.keep(outputs.lastMlp(), pairs));
                });
            }
            SumConditionedActivation finished = hidden.finish();
            time("restricted and excluded loss", () -> pass.finish(finished));
            time("loss, accuracy and margin", () -> Median.of(margins.build().toArray()));
            kept.forEach(Readout.Pairs::close);
        }
    }

    private void representation() {
        try (RepresentationPass pass = new RepresentationPass(network, task, configuration.model().width(), training)) {
            chunks.forEach(chunk -> look(chunk, outputs -> pass.keep(chunk[0], outputs.representation())));
            time("spectral entropy", pass::spectralEntropy);
            time("ILDR", pass::distanceRatio);
            time("symmetry violation", pass::symmetryViolation);
        }
    }

    private void look(int[] chunk, Consumer<ForwardOutputs> listener) {
        passes.look(Arrays.stream(chunk).map(task::first).toArray(), Arrays.stream(chunk).map(task::second).toArray(),
                listener::accept);
    }

    /** A part that is timed chunk by chunk counts once a round. */
    private void print() {
        int rounds = times.get("forward pass over all pairs").size();
        System.out.println("| at an evaluation | ms | lowest to highest |\n|---|--:|--:|");
        times.forEach((what, all) -> {
            int parts = all.size() / rounds;
            double[] sums = IntStream.range(rounds / 3, rounds)
                    .mapToDouble(round -> all.subList(round * parts, (round + 1) * parts).stream()
                            .mapToDouble(Double::doubleValue).sum())
                    .sorted().toArray();
            System.out.printf("| %s | %.2f | %.2f to %.2f |%n", what, sums[sums.length / 2], sums[0],
                    sums[sums.length - 1]);
        });
    }
}
