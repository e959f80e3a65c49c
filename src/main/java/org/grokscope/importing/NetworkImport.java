package org.grokscope.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import org.grokscope.file.FileProblem;
import org.grokscope.foreign.ForeignNetwork;
import org.grokscope.foreign.SavedMoments;
import org.grokscope.foreign.SavedRun;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.Environment;
import org.grokscope.run.Imported;
import org.grokscope.run.ImportedRun;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.tensor.Tensor;
import org.grokscope.training.CheckpointProbe;

/**
 * Networks that another program saved, about to become a run: everything is known and checked, and nothing is made yet.
 *
 * @param saved where the networks are
 * @param configuration of the run
 * @param imported what run.json will say of its source
 * @param found what the files say, a phrase for each setting
 */
public record NetworkImport(SavedRun saved, RunConfiguration configuration, Imported imported,
        SequencedMap<String, String> found) {
    /** Told of each step that was measured. */
    @FunctionalInterface
    public interface Progress {
        /** Tells how many of how many steps are measured. */
        void measured(int steps, int of);
    }

    /** Returns the settings that files leave open and that a person must say. */
    public static List<Setting<?>> asked(SavedRun saved) {
        return ImportedSettings.asked(saved);
    }

    /**
     * Puts together the configuration of what the files say and what a person says.
     *
     * @param called what a sentence calls a setting, for example {@code --p}
     * @throws org.grokscope.text.InvalidSetting when something is not known or contradicts the files
     */
    public static RunConfiguration configuration(SavedRun saved, Map<Setting<?>, String> typed,
            Function<Setting<?>, String> called) {
        return ImportedSettings.of(saved, typed, called).configuration();
    }

    /**
     * Puts together what the files say and what a person says.
     *
     * @param files at least one
     * @param typed what the person says, by setting
     * @param called what a sentence calls a setting, for example {@code --p}
     * @throws FileProblem when the files do not go together, or hold a network that this program cannot be
     * @throws org.grokscope.text.InvalidSetting when something is not known or contradicts the files
     */
    public static NetworkImport plan(List<Path> files, SavedRun saved, Map<Setting<?>, String> typed,
            Function<Setting<?>, String> called) throws IOException {
        ImportedSettings settings = ImportedSettings.of(saved, typed, called);
        RunConfiguration configuration = settings.configuration();
        NetworkImport plan = new NetworkImport(saved, configuration, new Imported(saved.names(),
                files.stream().map(file -> String.valueOf(file.getFileName())).toList(), settings.assumed()),
                settings.found());
        for (int step : saved.places().keySet()) {
            plan.checkpoint(step);
        }
        return plan;
    }

    /**
     * Reads the network of a step as a checkpoint of the run.
     *
     * @throws FileProblem when it does not have the parameters that the configuration asks for
     */
    Checkpoint checkpoint(int step) throws IOException {
        SavedRun.Saved read = saved.read(step);
        SequencedMap<String, int[]> layout = ParameterLayout.of(configuration.model(), configuration.task().p());
        String file = read.file();
        Map<String, Tensor> parameters = fitted(file, read.network().withPlainNorms(layout), layout);
        SavedMoments moments = read.moments();
        if (moments == null) {
            return new Checkpoint(step, parameters, Map.of(), Map.of(), ConfigurationHash.of(configuration), 0);
        }
        return new Checkpoint(step, parameters, fitted(file, moments.first(), layout),
                fitted(file, moments.second(), layout), ConfigurationHash.of(configuration), 0, moments.updates(),
                OptionalDouble.empty());
    }

    private static Map<String, Tensor> fitted(String file, Map<String, Tensor> parameters,
            SequencedMap<String, int[]> layout) throws FileProblem {
        Map<String, Tensor> fitted = new LinkedHashMap<>();
        for (Map.Entry<String, int[]> entry : layout.entrySet()) {
            Tensor tensor = parameters.get(entry.getKey());
            if (tensor == null || !Arrays.equals(tensor.shape(), entry.getValue())) {
                throw new FileProblem(file + (tensor == null ? " has no " : " has another shape of ") + entry.getKey()
                        + ", and the network that was named asks for it.");
            }
            if (!tensor.finite()) {
                throw new FileProblem(file + " has numbers in " + entry.getKey() + " that are not finite.");
            }
            fitted.put(entry.getKey(), tensor);
        }
        for (Map.Entry<String, Tensor> entry : parameters.entrySet()) {
            if (!layout.containsKey(entry.getKey()) && !ForeignNetwork.zero(entry.getValue())) {
                throw new FileProblem(file + " has " + entry.getKey()
                        + ", and the network that was named has none.");
            }
        }
        return fitted;
    }

    /**
     * Measures each step and makes the run. Load {@link org.grokscope.training.Compute} first.
     *
     * @param name what people will call it
     * @param environment what it is measured on
     * @throws IOException when the run cannot be written
     */
    public RunDirectory make(Path runsFolder, String name, Environment environment, Progress progress)
            throws IOException {
        List<Integer> steps = List.copyOf(saved.places().keySet());
        List<Evaluation> evaluations = new ArrayList<>();
        for (int step : steps) {
            try (CheckpointProbe probe = CheckpointProbe.open(configuration, checkpoint(step))) {
                evaluations.add(probe.evaluate());
            }
            progress.measured(evaluations.size(), steps.size());
        }
        RunHead head = new RunHead("", name, Instant.EPOCH, configuration, null, environment, imported);
        return new ImportedRun(head, evaluations).make(runsFolder, sink -> {
            for (int step : steps) {
                sink.keep(checkpoint(step));
            }
        });
    }
}
