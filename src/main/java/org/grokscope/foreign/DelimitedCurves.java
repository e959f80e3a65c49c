package org.grokscope.foreign;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.file.FileProblem;

/** Tables of text with a delimiter and names in the first line (RFC 4180). */
final class DelimitedCurves {
    private DelimitedCurves() {}

    static Curves read(Path file, char delimiter) throws IOException {
        Curves.Builder curves = new Curves.Builder();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<String> names = fields(lines, delimiter);
            if (!names.isEmpty() && names.getFirst().startsWith("\ufeff")) {
                names.set(0, names.getFirst().substring(1));
            }
            for (List<String> fields = fields(lines, delimiter); !fields.isEmpty(); fields = fields(lines, delimiter)) {
                Map<String, Double> row = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
                    String name = names.get(i).strip();
                    number(fields.get(i)).ifPresent(value -> row.put(name, value));
                }
                curves.row(row);
            }
        } catch (CharacterCodingException e) {
            throw new FileProblem(file.getFileName() + " is not text in UTF-8.", e);
        }
        return curves.build();
    }

    /** Returns a number as programs write them; Python's {@code nan} is none. */
    static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Reads the fields of a row, which may go over several lines within quotes; none at the end. */
    private static List<String> fields(BufferedReader lines, char delimiter) throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (quoted) {
                quoted = c != '"';
                if (quoted) {
                    field.append((char) c);
                }
            } else if (c == '"') {
                // A quote within quotes is written twice.
                if (!field.isEmpty()) {
                    field.append('"');
                }
                quoted = true;
            } else if (c == delimiter || c == '\n') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    return fields;
                }
            } else if (c != '\r') {
                field.append((char) c);
            }
        }
        if (!field.isEmpty() || !fields.isEmpty()) {
            fields.add(field.toString());
        }
        return fields;
    }
}
