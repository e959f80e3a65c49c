package org.grokscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grokscope.figure.export.FigureName;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.EvaluationLine;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read first: short where it should be, and every link leads somewhere. */
@SharesNothing
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");
    private static final Path BENCH = Path.of("bench", "README.md");
    private static final Path PAGES = Path.of("src", "site", "markdown");
    private static final int LINES_OF_A_PAGE = 120;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CITATION = Pattern.compile("science\\.md,?[\\s*]+sections? (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `(\\w+)` \\| .+ \\| .+ \\|$");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return Stream.concat(Stream.of(README, CONTRIBUTING), pages.sorted().toList().stream());
        }
    }

    static Stream<Path> documentsAndBench() throws IOException {
        return Stream.concat(documents(), Stream.of(BENCH));
    }

    @Test
    void theReadmeIsAPage() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(LINES_OF_A_PAGE);
    }

    @ParameterizedTest
    @MethodSource("documentsAndBench")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        List<String> links = found(LINK, CODE.matcher(Files.readString(document)).replaceAll(""));
        assertThat(links.stream().filter(link -> !link.matches("https?:.*"))).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
            assertThat(target).exists();
            if (parts.length == 2) {
                assertThat(found(HEADING, Files.readString(target)).stream().map(DocumentsTest::anchor))
                        .contains(parts[1]);
            }
        });
    }

    @Test
    void theReadmeLeadsToEveryPage() throws IOException {
        List<String> links = found(LINK, Files.readString(README));
        assertThat(documents().skip(1).map(page -> page.toString().replace('\\', '/'))).allMatch(links::contains);
    }

    @Test
    void everySectionThatTheCodeCitesIsThere() throws IOException {
        List<String> sections = found(HEADING, Files.readString(PAGES.resolve("science.md")));
        List<String> cited;
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            cited = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> found(CITATION, text(file)).stream()).toList();
        }
        assertThat(cited).hasSizeGreaterThan(15);
        assertThat(Stream.concat(cited.stream(), Stream.of(Measure.values()).map(Measure::section)).distinct())
                .allMatch(section -> sections.stream().anyMatch(heading -> heading.startsWith(section + ". ")));
    }

    @Test
    void theManualNamesEveryFigureAndEverySetting() throws IOException {
        String manual = Files.readString(PAGES.resolve("manual.md"));
        assertThat(Stream.concat(FigureName.all().stream().map(FigureName::key),
                Settings.offered().stream().map(Setting::option))).allSatisfy(
                        word -> assertThat(manual).contains("`" + word + "`"));
    }

    @Test
    void everyKeyOfAnEvaluationIsExplained() throws IOException {
        String files = Files.readString(PAGES.resolve("files.md"));
        assertThat(EvaluationLine.write(Evaluation.at(0).build()).properties().stream().map(Map.Entry::getKey))
                .allSatisfy(key -> assertThat(files).contains("`" + key + "`"));
    }

    @Test
    void theTableOfPackagesIsTheOrderOfTheHouse() throws IOException {
        assertThat(found(PACKAGE, Files.readString(CONTRIBUTING))).isEqualTo(HouseTest.ORDER);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read.", unreadable);
        }
    }

    /** Returns what GitHub makes of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }
}
