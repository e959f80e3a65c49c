package org.grokscope.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SampleSettings;
import org.grokscope.tensor.Tensor;

/** A tiny network computed in float64 by another program: p 7, width 8, two heads, MLP 12, two blocks. */
public final class GoldenNetwork {
    private static final JsonNode JSON = read();

    public static final RunConfiguration CONFIGURATION = SampleSettings
            .run(7, SampleSettings.model(ModelKind.FULL, 2, 8, 2, 12), 0.01, 16).ending(4, 0);

    private GoldenNetwork() {}

    /** The tensors under a key: initial, firstGradient or final. */
    public static SequencedMap<String, Tensor> tensors(String key) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : JSON.get(key).properties()) {
            JsonNode rows = entry.getValue();
            int[] shape = rows.get(0).isArray() ? new int[]{rows.size(), rows.get(0).size()} : new int[]{rows.size()};
            List<Double> values = numbers(rows);
            float[] floats = new float[values.size()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = values.get(i).floatValue();
            }
            tensors.put(entry.getKey(), new Tensor(shape, floats));
        }
        return tensors;
    }

    /** All numbers under a key, row by row. */
    public static double[] numbers(String key) {
        return numbers(JSON.get(key)).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The pair indices of each step's batch. */
    public static int[][] batches() {
        int[][] batches = new int[JSON.get("batches").size()][];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = numbers(JSON.get("batches").get(i)).stream().mapToInt(Double::intValue).toArray();
        }
        return batches;
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(child -> numbers.addAll(numbers(child)));
        } else {
            numbers.add(node.asDouble());
        }
        return numbers;
    }

    private static JsonNode read() {
        try (InputStream in = GoldenNetwork.class.getResourceAsStream("transformer.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
