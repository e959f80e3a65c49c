package org.grokscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.NeuronLook;
import org.grokscope.figure.export.CircuitContent;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.PairLogits;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.CheckpointSteps;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunNames;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.CheckpointProbe;
import org.grokscope.training.CircuitAnalyzer;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.NeuronCourses;
import org.jspecify.annotations.Nullable;

/**
 * The network that a figure of the circuit is about.
 *
 * @param step with a checkpoint; null for the newest
 * @param frequency to look along; null for the strongest
 * @param neuron to follow; null for the one that one frequency holds most of in the end
 * @param pair to ask, as {@code a,b}; null for a usual one
 */
record CircuitSubject(CircuitChart chart, List<RunDirectory> runs, @Nullable Integer step,
        @Nullable Integer frequency, @Nullable String pair, @Nullable Integer neuron) {
    private static final Pattern PAIR = Pattern.compile("\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*");
    private static final String USUAL_PAIR = "3,4";

    /** Reads as much of the checkpoint as the chart shows. */
    FigureContent read(RunNames names) throws IOException {
        InvalidSetting.unless(runs.size() == 1, "runs", "A figure of the circuit shows one run; name only one.");
        RunDirectory run = runs.getFirst();
        RunConfiguration configuration = run.head().configuration();
        CheckpointSteps checkpoints = CheckpointSteps.of(run);
        int at = step == null ? checkpoints.last() : checkpoints.at(step);
        int[] asked = pair(configuration.task().p());
        Checkpoint checkpoint = run.checkpoint(at);
        try {
            CircuitReading reading = CircuitAnalyzer.embedding(configuration, checkpoint);
            Optional<PairLogits> answer = Optional.empty();
            if (chart != CircuitChart.EMBEDDING_POWER && chart != CircuitChart.CIRCLE) {
                Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
                try (CheckpointProbe probe = CheckpointProbe.open(configuration, checkpoint)) {
                    CircuitAnalyzer exam = new CircuitAnalyzer(probe);
                    answer = chart == CircuitChart.LOGITS ? Optional.of(exam.answer(asked[0], asked[1])) : answer;
                    reading = look(reading, exam, probe);
                }
            }
            CircuitScene scene = new CircuitScene(configuration.learnedTask(), reading,
                    frequency(configuration, reading), configuration.thresholds().ceilingFsd(), answer, false);
            return new CircuitContent(chart, names.named(run.history(), run.path()), at,
                    chart == CircuitChart.LOTTERY ? scene.following(followed(run, checkpoints.steps(), at)) : scene);
        } catch (InvalidSetting e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new FileProblem("The checkpoint at step " + at + " is of another network than run.json says.", e);
        }
    }

    private CircuitReading look(CircuitReading reading, CircuitAnalyzer exam, CheckpointProbe probe) {
        return switch (chart) {
            case NEURONS, RANKS, PHASES, ATTENTION, PAIRS -> reading.with(exam.activity());
            case ABLATION -> reading.with(probe.ablation());
            case EMBEDDING_POWER, CIRCLE, LOGITS, LOTTERY -> reading;
        };
    }

    private NeuronLook followed(RunDirectory run, List<Integer> checkpoints, int at) {
        NeuronCourses courses = NeuronCourses.read(run, checkpoints, () -> true)
                .orElseThrow(
                        () -> new InvalidSetting("figure", "The network has no MLP whose neurons could be followed."));
        int followed = neuron == null ? courses.clearest() : neuron;
        InvalidSetting.unless(followed >= 0 && followed < courses.neurons(), "neuron",
                "--neuron must lie between 0 and "
                        + (courses.neurons() - 1) + ", and " + followed + " does not.");
        return new NeuronLook(OptionalInt.of(followed), Optional.of(courses.of(followed)), at);
    }

    private int frequency(RunConfiguration configuration, CircuitReading reading) {
        int frequencies = configuration.learnedTask().basis().frequencies();
        int k = frequency == null ? reading.embedding().power().strongest() : frequency;
        InvalidSetting.unless(k >= 1 && k <= frequencies, "frequency",
                "--frequency must lie between 1 and " + frequencies + ", and " + k + " does not.");
        return k;
    }

    private int[] pair(int p) {
        String typed = pair != null ? pair : p > 4 ? USUAL_PAIR : "0,1";
        Matcher numbers = PAIR.matcher(typed);
        boolean valid = numbers.matches() && Integer.parseInt(numbers.group(1)) < p
                && Integer.parseInt(numbers.group(2)) < p;
        InvalidSetting.unless(valid, "pair", "--pair takes two numbers from 0 to " + (p - 1)
                + " with a comma between, and '" + typed + "' is not that.");
        return new int[]{Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))};
    }
}
