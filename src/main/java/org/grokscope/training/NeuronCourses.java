package org.grokscope.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.grokscope.measure.NeuronCourse;
import org.grokscope.measure.NeuronSpectrum;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.HookPoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Basis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the frequencies fared inside every neuron of the last block's MLP, from checkpoint to checkpoint
 * (src/site/markdown/science.md, section 4).
 */
public final class NeuronCourses {
    private static final Logger LOG = LoggerFactory.getLogger(NeuronCourses.class);
    /** Numbers to be kept, 32 MB of them: 340 checkpoints at p = 97. Of a longer run some checkpoints are left out. */
    private static final int MOST_NUMBERS = 8_000_000;

    private final String site;
    private final List<Integer> steps = new ArrayList<>();
    /** By step, neuron and frequency, one after the other. */
    private final List<float[]> shares = new ArrayList<>();
    private final int neurons;
    private final int frequencies;

    private NeuronCourses(String site, int neurons, int frequencies) {
        this.site = site;
        this.neurons = neurons;
        this.frequencies = frequencies;
    }

    /**
     * Takes the network through all pairs at every checkpoint: some tenths of a second each.
     *
     * @param checkpoints ascending; damaged ones are passed over
     * @param wanted asked every few milliseconds; once it says no, reading ends with a
     *        {@link java.util.concurrent.CancellationException}
     * @return empty where there is no MLP, or no checkpoint could be read
     */
    public static Optional<NeuronCourses> read(RunDirectory run, List<Integer> checkpoints, BooleanSupplier wanted) {
        RunConfiguration configuration = run.head().configuration();
        ModelSettings model = configuration.model();
        HookPoint site = new HookPoint(model.blocks() - 1, HookPoint.Kind.MLP_HIDDEN);
        if (!model.kind().mlp()) {
            return Optional.empty();
        }
        Basis basis = configuration.learnedTask().simplestBasis();
        NeuronCourses courses = new NeuronCourses(site.toString(), site.neurons(model), basis.frequencies());
        for (int step : thinned(checkpoints, Math.max(2, MOST_NUMBERS / (courses.neurons * courses.frequencies)))) {
            try (CheckpointProbe probe = CheckpointProbe.open(configuration, run.checkpoint(step), wanted)) {
                courses.add(step, probe.sumConditioned(site), basis);
            } catch (IOException | IllegalArgumentException damaged) {
                LOG.debug("The checkpoint {} of {} is passed over", step, run.path(), damaged);
            }
        }
        return courses.steps.isEmpty() ? Optional.empty() : Optional.of(courses);
    }

    /** Returns some of the steps at even distances, the first and the last among them. */
    static List<Integer> thinned(List<Integer> steps, int most) {
        return steps.size() <= most
                ? steps
                : IntStream.range(0, most)
                        .mapToObj(i -> steps.get((int) Math.round((double) i * (steps.size() - 1) / (most - 1))))
                        .toList();
    }

    private void add(int step, SumConditionedActivation activation, Basis basis) {
        float[] all = new float[neurons * frequencies];
        for (int neuron = 0; neuron < neurons; neuron++) {
            NeuronSpectrum spectrum = NeuronSpectrum.of(activation.byAnswer(neuron), basis);
            for (int k = 1; !spectrum.inactive() && k <= frequencies; k++) {
                all[neuron * frequencies + k - 1] = (float) spectrum.share(k);
            }
        }
        steps.add(step);
        shares.add(all);
    }

    /** Returns how many neurons there are. */
    public int neurons() {
        return neurons;
    }

    /**
     * Returns how the frequencies fared inside one.
     *
     * @param neuron index in the layer
     */
    public NeuronCourse of(int neuron) {
        List<double[]> its = new ArrayList<>();
        for (float[] all : shares) {
            double[] at = new double[frequencies];
            for (int k = 0; k < frequencies; k++) {
                at[k] = all[neuron * frequencies + k];
            }
            its.add(at);
        }
        return new NeuronCourse(site, neuron, steps, its);
    }

    /** Returns the neuron that one frequency holds most of in the end. */
    public int clearest() {
        float[] last = shares.getLast();
        int clearest = 0;
        float most = -1;
        for (int i = 0; i < last.length; i++) {
            if (last[i] > most) {
                most = last[i];
                clearest = i / frequencies;
            }
        }
        return clearest;
    }
}
