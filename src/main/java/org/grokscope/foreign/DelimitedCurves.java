package org.grokscope.foreign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.grokscope.file.FileProblem;

/** Tables of text with a delimiter and names in the first line (RFC 4180), and what programs write almost so. */
final class DelimitedCurves {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private DelimitedCurves() {}

    static Curves read(Path file, char delimiter) throws IOException {
        Curves.Builder curves = new Curves.Builder();
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setLenientEof(true)
                .setTrailingData(true).get();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.builder().setReader(text).setFormat(format).get()) {
            List<String> names = List.of();
            for (CSVRecord fields : rows) {
                if (names.isEmpty()) {
                    names = fields.stream().map(name -> name.replace(BYTE_ORDER_MARK, "").strip()).toList();
                } else {
                    curves.row(row(names, fields));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new FileProblem(file.getFileName() + " is not text in UTF-8.", e)
                    : e.getCause();
        }
        return curves.build();
    }

    private static Map<String, Double> row(List<String> names, CSVRecord fields) {
        Map<String, Double> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            String name = names.get(i);
            number(fields.get(i)).ifPresent(value -> row.put(name, value));
        }
        return row;
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
}
