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
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.grokscope.file.FileProblem;

/** Tables of text with a delimiter and names in the first line (RFC 4180), and what programs write almost so. */
final class DelimitedCurves {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** What stands between columns where numbers have commas in them. */
    private static final char SEMICOLON = ';';

    private final char delimiter;

    private DelimitedCurves(char delimiter) {
        this.delimiter = delimiter;
    }

    /** @param delimiter as the file's name says; a table whose names have semicolons between them has its own */
    static Curves read(Path file, char delimiter) throws IOException {
        try {
            return new DelimitedCurves(meant(file, delimiter)).read(file);
        } catch (UncheckedIOException e) {
            throw problem(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    private static IOException problem(Path file, IOException e) {
        return switch (e) {
            case CharacterCodingException it -> new FileProblem(file.getFileName() + " is not text in UTF-8.", it);
            case CSVException it ->
                new FileProblem(file.getFileName() + " is no table: a quotation mark is never closed.", it);
            default -> e;
        };
    }

    private static char meant(Path file, char delimiter) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String names = text.readLine();
            boolean another = names != null && names.indexOf(delimiter) < 0 && names.indexOf(SEMICOLON) >= 0;
            return another ? SEMICOLON : delimiter;
        }
    }

    private Curves read(Path file) throws IOException {
        Curves.Builder curves = new Curves.Builder();
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setTrailingData(true).get();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.builder().setReader(text).setFormat(format).get()) {
            List<String> names = List.of();
            for (CSVRecord fields : rows) {
                if (names.isEmpty()) {
                    names = fields.stream().map(name -> name.replace(BYTE_ORDER_MARK, "").strip()).toList();
                } else {
                    long within = fields.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
                    curves.row(Math.toIntExact(rows.getCurrentLineNumber() - within), row(names, fields));
                }
            }
        }
        return curves.build();
    }

    private Map<String, Double> row(List<String> names, CSVRecord fields) {
        Map<String, Double> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            String name = names.get(i);
            number(fields.get(i)).ifPresent(value -> row.put(name, value));
        }
        return row;
    }

    /** Returns a number as programs write them, NaN for what is none, and nothing for an empty field. */
    private OptionalDouble number(String field) {
        if (field.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble((delimiter == SEMICOLON ? field.replace(',', '.') : field).strip());
            return OptionalDouble.of(Double.isFinite(value) ? value : Double.NaN);
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.of(Double.NaN);
        }
    }
}
