package org.grokscope.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;

/** JSON lines: an object a row. The fields of objects within are named with a slash, {@code train/loss}. */
final class JsonCurves {
    private JsonCurves() {}

    static Curves read(Path file) throws IOException {
        Curves.Builder curves = new Curves.Builder();
        int left = 0;
        int number = 0;
        int first = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    Map<String, Double> row = new LinkedHashMap<>();
                    numbers("", Json.LINES.readTree(line.replace("\ufeff", "")), row);
                    curves.row(number, row);
                } catch (JsonProcessingException noJson) {
                    first = left++ == 0 ? number : first;
                }
            }
        } catch (CharacterCodingException e) {
            throw new FileProblem(file.getFileName() + " is not text in UTF-8.", e);
        }
        if (left > 0) {
            curves.remark("%s: %s not JSON and left out, the first of them line %,d.".formatted(file.getFileName(),
                    left == 1 ? "1 line is" : "%,d lines are".formatted(left), first));
        }
        return curves.build();
    }

    private static void numbers(String prefix, JsonNode node, Map<String, Double> row) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                numbers(prefix + field.getKey() + "/", value, row);
            } else if (value.isNumber()) {
                double it = value.asDouble();
                row.put(prefix + field.getKey(), Double.isFinite(it) ? it : Double.NaN);
            }
        }
    }
}
