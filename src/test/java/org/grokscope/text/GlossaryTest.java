package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {
    private static final Path MANUAL = Path.of("src", "site", "markdown", "glossary.md");

    @Test
    void everyMilestoneAndEveryChartOfTheTimelineIsExplained() {
        assertThat(Milestone.values()).allSatisfy(it -> assertThat(Glossary.of(it.title())).isPresent());
        assertThat(Arrays.stream(Panel.values()).flatMap(it -> it.terms().stream()))
                .allSatisfy(term -> assertThat(Glossary.of(term)).as(term).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FSD", "null band", "lead", "median Fourier rank", "draws", "control", "\u03bb",
            "other \u03bb",
            "norm at grok", "peak frequency", "weight norm", "ceiling", "val. accuracy", "train loss", "seed",
            "stop after grok", "restricted sync", "\u03bb schedule"})
    void theLabelsOfTheWindowAreExplained(String label) {
        assertThat(Glossary.of(label)).isPresent();
    }

    @Test
    void aWordThatIsNoTermIsNot() {
        assertThat(Glossary.of("state")).isEmpty();
    }

    @Test
    void aTextIsOneOrMoreWholeSentences() {
        assertThat(Glossary.terms().values()).hasSizeGreaterThan(20).allMatch(text -> text.endsWith("."));
    }

    @Test
    void theManualPrintsTheSameTexts() throws IOException {
        if (Files.exists(MANUAL)) {
            List<String> printed = Files.readAllLines(MANUAL).stream()
                    .map(line -> line.replaceFirst("^[-*] (?=\\*\\*)", ""))
                    .filter(line -> line.startsWith("**")).toList();
            assertThat(printed).containsExactlyInAnyOrderElementsOf(Glossary.terms().entrySet().stream()
                    .map(term -> "**" + term.getKey() + "** \u2014 " + term.getValue()).toList());
        }
    }
}
