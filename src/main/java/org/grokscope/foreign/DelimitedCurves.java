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
import java.util.OptionalDouble;
import org.grokscope.file.FileProblem;

/** Tables of text with a delimiter and names in the first line (RFC 4180). */
final class DelimitedCurves {
    private final String file;
    private final BufferedReader text;
    private char delimiter;
    private int line = 1;

    private DelimitedCurves(String file, BufferedReader text, char delimiter) {
        this.file = file;
        this.text = text;
        this.delimiter = delimiter;
    }

    /** @param delimiter as the file's name says; where numbers have commas, semicolons stand between them */
    static Curves read(Path file, char delimiter) throws IOException {
        Curves.Builder curves = new Curves.Builder();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            DelimitedCurves table = new DelimitedCurves(String.valueOf(file.getFileName()), text, delimiter);
            List<String> names = table.names();
            int begins = table.line;
            for (List<String> fields = table.fields(); !fields.isEmpty(); fields = table.fields()) {
                Map<String, Double> row = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
                    String name = names.get(i).strip();
                    table.number(fields.get(i)).ifPresent(value -> row.put(name, value));
                }
                curves.row(begins, row);
                begins = table.line;
            }
        } catch (CharacterCodingException e) {
            throw new FileProblem(file.getFileName() + " is not text in UTF-8.", e);
        }
        return curves.build();
    }

    /** Returns a number as programs write them, NaN for what is none, and nothing for an empty field. */
    private static OptionalDouble read(String text) {
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.strip());
            return OptionalDouble.of(Double.isFinite(value) ? value : Double.NaN);
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.of(Double.NaN);
        }
    }

    private List<String> names() throws IOException {
        List<String> names = fields();
        if (names.size() == 1 && names.getFirst().contains(";")) {
            delimiter = ';';
            names = new ArrayList<>(List.of(names.getFirst().split(";")));
        }
        if (!names.isEmpty() && names.getFirst().startsWith("\ufeff")) {
            names.set(0, names.getFirst().substring(1));
        }
        return names;
    }

    /** Reads the fields of a row, which may go over several lines within quotes; none at the end. */
    private List<String> fields() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int opened = 0;
        for (int c = text.read(); c >= 0; c = text.read()) {
            line += c == '\n' ? 1 : 0;
            if (opened > 0) {
                if (c == '"') {
                    opened = 0;
                } else {
                    field.append((char) c);
                }
            } else if (c == '"') {
                // A quote within quotes is written twice.
                if (!field.isEmpty()) {
                    field.append('"');
                }
                opened = line;
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
        if (opened > 0) {
            throw new FileProblem(file + ": the quotation mark in line " + opened + " is never closed.");
        }
        if (!field.isEmpty() || !fields.isEmpty()) {
            fields.add(field.toString());
        }
        return fields;
    }

    private OptionalDouble number(String field) {
        // 1,5 where no comma stands between two numbers.
        return read(delimiter == ';' ? field.replace(',', '.') : field);
    }
}
