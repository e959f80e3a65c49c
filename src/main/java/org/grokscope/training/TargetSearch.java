package org.grokscope.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokscope.measure.NeuronSpectrum;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.HookPoint;
import org.grokscope.run.ForkInterventions;
import org.grokscope.run.ForkPlan;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Basis;
import org.grokscope.task.RandomStream;
import org.grokscope.text.InvalidSetting;
import org.grokscope.weights.Intervention;

/**
 * Looks into the network at a fork step for what a fork is to act on: which neurons a frequency dominates, and on what its shams
 * act. A sham does the same to a target of the same size that is drawn from a seed: frequencies on which no neuron has settled, or
 * where there are too few of these, on which the fewest have; and as many neurons, whichever they are.
 */
public final class TargetSearch implements AutoCloseable {
    private final CheckpointProbe probe;
    private final RunConfiguration configuration;
    /** The dominant frequency of each neuron of a site; 0 of a silent one. */
    private final Map<HookPoint, int[]> dominant = new HashMap<>();

    private TargetSearch(CheckpointProbe probe) {
        this.probe = probe;
        this.configuration = probe.configuration();
    }

    /**
     * Returns a request that says of every branch what it acts on; waits for the tensor library where the network must be
     * looked at.
     *
     * @param executor loads it, and chooses its threads
     * @throws InvalidSetting when the parent cannot be forked like this, or has no checkpoint to look into
     */
    public static ForkRequest settle(RunDirectory parent, ForkRequest request, RunExecutor executor)
            throws IOException {
        if (request.interventions().open()) {
            executor.environment();
        }
        return settle(parent, request);
    }

    /**
     * Returns a request that says of every branch what it acts on. Load the tensor library first, see {@link CheckpointProbe}.
     *
     * @throws InvalidSetting when the parent cannot be forked like this, or has no checkpoint to look into
     */
    static ForkRequest settle(RunDirectory parent, ForkRequest request) throws IOException {
        ForkPlan.of(parent.history(), request);
        ForkInterventions asked = request.interventions();
        if (!asked.open()) {
            return request;
        }
        List<Integer> steps = parent.checkpointSteps();
        InvalidSetting.unless(steps.contains(request.step()), "step",
                "What neurons have settled on is seen in a checkpoint, and step %,d has none; fork at one of %s, or"
                        .formatted(request.step(), steps) + " name neurons by their numbers and leave the sham out.");
        long seed = asked.seed().orElse(parent.head().configuration().seeds().seed());
        try (TargetSearch search = new TargetSearch(CheckpointProbe.open(parent.head().configuration(),
                parent.checkpoint(request.step())))) {
            List<Intervention> wanted = asked.wanted().stream().map(search::named).toList();
            List<List<Intervention>> shams = new ArrayList<>();
            for (int draw = 1; asked.shams() && draw <= request.draws(); draw++) {
                RandomGenerator random = RandomStream.of(seed, "sham", draw);
                shams.add(wanted.stream().map(it -> search.sham(it, random)).toList());
            }
            return request.doing(new ForkInterventions(wanted, asked.sham(), asked.seed(), shams));
        }
    }

    private Intervention named(Intervention intervention) {
        if (!(intervention instanceof Intervention.AblateDominant it)) {
            return intervention;
        }
        int[] frequencies = dominant(new HookPoint(it.block(), HookPoint.Kind.MLP_HIDDEN));
        return new Intervention.AblateNeurons(it.block(), IntStream.range(0, frequencies.length)
                .filter(neuron -> frequencies[neuron] == it.frequency()).boxed().toList(), it.frequency());
    }

    private Intervention sham(Intervention intervention, RandomGenerator random) {
        return switch (intervention) {
            case Intervention.RemoveFrequencies it ->
                new Intervention.RemoveFrequencies(unsettled(it.frequencies(), random));
            case Intervention.KeepFrequencies it ->
                new Intervention.KeepFrequencies(unsettled(it.frequencies(), random));
            case Intervention.AblateNeurons it -> new Intervention.AblateNeurons(it.block(), any(it, random), 0);
            default -> intervention;
        };
    }

    private List<Integer> unsettled(List<Integer> wanted, RandomGenerator random) {
        Basis basis = configuration.learnedTask().basis();
        int[] settled = new int[basis.frequencies() + 1];
        for (int frequency : dominant(HookPoint.standard(configuration.model()))) {
            settled[frequency]++;
        }
        int[] order = RandomStream.shuffled(IntStream.rangeClosed(1, basis.frequencies())
                .filter(k -> !wanted.contains(k)).toArray(), random);
        InvalidSetting.unless(order.length >= wanted.size(), "sham",
                "There are too few other frequencies for a sham; leave it out.");
        return Arrays.stream(order).boxed().sorted((one, other) -> Integer.compare(settled[one], settled[other]))
                .limit(wanted.size()).toList();
    }

    private List<Integer> any(Intervention.AblateNeurons wanted, RandomGenerator random) {
        // Of a synchronised network most neurons are meant: too few others are left to draw from.
        int[] order = RandomStream.shuffled(IntStream.range(0, configuration.model().mlpWidth()).toArray(), random);
        return Arrays.stream(order).limit(wanted.neurons().size()).boxed().toList();
    }

    private int[] dominant(HookPoint site) {
        return dominant.computeIfAbsent(site, it -> {
            SumConditionedActivation activation = probe.sumConditioned(it);
            Basis basis = configuration.learnedTask().basis();
            return IntStream.range(0, activation.neurons()).map(neuron -> {
                NeuronSpectrum spectrum = NeuronSpectrum.of(activation.byAnswer(neuron), basis);
                return spectrum.inactive() ? 0 : spectrum.dominant();
            }).toArray();
        });
    }

    @Override
    public void close() {
        probe.close();
    }
}
