package org.grokscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources of the program as text. */
class SourcesTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    /** So many lines that stand twice would be one thing written twice. */
    private static final int RUN = 8;

    private record Line(String place, String text) {}

    @Test
    void noEightLinesStandTwice() throws IOException {
        Map<String, String> first = new HashMap<>();
        List<String> twice = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(MAIN)) {
            files = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
        for (Path file : files) {
            List<Line> lines = lines(file);
            for (int i = 0; i + RUN <= lines.size(); i++) {
                String text = String.join("\n", lines.subList(i, i + RUN).stream().map(Line::text).toList());
                String before = first.putIfAbsent(text, lines.get(i).place());
                if (before != null) {
                    twice.add(before + " and " + lines.get(i).place());
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(twice).isEmpty();
    }

    /** Lines of code: without blanks, comments, imports and lone punctuation. */
    private static List<Line> lines(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> all = Files.readAllLines(file);
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i).strip();
            boolean code = text.chars().anyMatch(Character::isLetterOrDigit) && !text.startsWith("//")
                    && !text.startsWith("*") && !text.startsWith("/*") && !text.startsWith("import ");
            if (code) {
                lines.add(new Line(file.getFileName() + ":" + (i + 1), text));
            }
        }
        return lines;
    }
}
