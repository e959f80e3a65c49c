package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.grokscope.file.FileProblem;
import org.grokscope.tensor.SafetensorsFile;
import org.grokscope.tensor.Tensor;

/**
 * A network at one step, and all that is needed to go on from there.
 *
 * @param step updates taken
 * @param parameters by name
 * @param firstMoments AdamW's m by parameter name; empty when the checkpoint was kept without
 * @param secondMoments AdamW's v by parameter name; empty when the checkpoint was kept without
 * @param configurationHash of the run that wrote it, see {@link ConfigurationHash}
 * @param wallMillis training time up to this step
 * @param updates how many updates the moments have seen: as many as there were, but where another program counts otherwise,
 *        or a fork began anew
 * @param heldNorm the weight norm that each update is scaled back to; empty where nothing holds it
 */
public record Checkpoint(int step, Map<String, Tensor> parameters, Map<String, Tensor> firstMoments,
        Map<String, Tensor> secondMoments, String configurationHash, long wallMillis, int updates,
        OptionalDouble heldNorm) {
    /** A checkpoint whose moments have seen every update. */
    public Checkpoint(int step, Map<String, Tensor> parameters, Map<String, Tensor> firstMoments,
            Map<String, Tensor> secondMoments, String configurationHash, long wallMillis) {
        this(step, parameters, firstMoments, secondMoments, configurationHash, wallMillis, step,
                OptionalDouble.empty());
    }

    static final String FIRST = "adam.m.";
    static final String SECOND = "adam.v.";
    private static final String UPDATES = "updates";
    private static final String HELD_NORM = "heldNorm";

    /** Returns whether training can go on from here: the moments are there. */
    public boolean resumable() {
        return !firstMoments.isEmpty() && !secondMoments.isEmpty();
    }

    /**
     * Returns the same weights with moments that are zero.
     *
     * @param counted how many updates the moments are taken to have seen, which AdamW corrects them by
     */
    Checkpoint cold(int counted) {
        return new Checkpoint(step, parameters, zeros(parameters), zeros(parameters), configurationHash, wallMillis,
                counted, heldNorm);
    }

    private static Map<String, Tensor> zeros(Map<String, Tensor> like) {
        Map<String, Tensor> zeros = new LinkedHashMap<>(like);
        zeros.replaceAll((_, tensor) -> new Tensor(tensor.shape(), new float[tensor.values().length]));
        return zeros;
    }

    /** Returns whether no number in it is infinite or NaN. */
    public boolean finite() {
        return parameters.values().stream().allMatch(Tensor::finite)
                && firstMoments.values().stream().allMatch(Tensor::finite)
                && secondMoments.values().stream().allMatch(Tensor::finite);
    }

    /** Writes a safetensors file, whole or not at all. */
    void write(Path file) throws IOException {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(parameters);
        firstMoments.forEach((name, moment) -> tensors.put(FIRST + name, moment));
        secondMoments.forEach((name, moment) -> tensors.put(SECOND + name, moment));
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt");
        metadata.put("step", Integer.toString(step));
        metadata.put("configurationHash", configurationHash);
        metadata.put("wallMillis", Long.toString(wallMillis));
        if (updates != step) {
            metadata.put(UPDATES, Integer.toString(updates));
        }
        heldNorm.ifPresent(norm -> metadata.put(HELD_NORM, Double.toString(norm)));
        SafetensorsFile.write(file, tensors, metadata);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws FileProblem when the file is absent or damaged
     */
    static Checkpoint read(Path file) throws IOException {
        SafetensorsFile contents = SafetensorsFile.read(file);
        SequencedMap<String, Tensor> parameters = new LinkedHashMap<>();
        SequencedMap<String, Tensor> first = new LinkedHashMap<>();
        SequencedMap<String, Tensor> second = new LinkedHashMap<>();
        contents.tensors().forEach((name, tensor) -> {
            if (name.startsWith(FIRST)) {
                first.put(name.substring(FIRST.length()), tensor);
            } else if (name.startsWith(SECOND)) {
                second.put(name.substring(SECOND.length()), tensor);
            } else {
                parameters.put(name, tensor);
            }
        });
        Map<String, String> metadata = contents.metadata();
        try {
            int step = Integer.parseInt(metadata.getOrDefault("step", ""));
            return new Checkpoint(step, parameters, first, second, metadata.getOrDefault("configurationHash", ""),
                    Long.parseLong(metadata.getOrDefault("wallMillis", "0")),
                    Integer.parseInt(metadata.getOrDefault(UPDATES, Integer.toString(step))), heldNorm(metadata));
        } catch (NumberFormatException e) {
            throw new FileProblem(file + " does not say which step it holds.", e);
        }
    }

    private static OptionalDouble heldNorm(Map<String, String> metadata) {
        String norm = metadata.get(HELD_NORM);
        return norm == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(norm));
    }

    /** Returns whether a file holds moments, from its header alone. */
    static boolean hasMoments(Path file) throws IOException {
        return SafetensorsFile.readHeader(file).tensors().keySet().stream().anyMatch(name -> name.startsWith(FIRST));
    }
}
