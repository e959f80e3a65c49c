package org.grokscope.study.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.file.OrdinaryFile;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.study.Catalogue;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SharesNothing
class PlanFolderTest {
    @TempDir
    Path folder;

    @Test
    void everyStudyIsReadAsItWasWritten() throws IOException {
        for (Study study : Catalogue.all()) {
            Plan plan = Plan.of(study.cells());
            PlanFolder made = PlanFolder.create(folder.resolve(study.name()), plan);
            assertThat(PlanFolder.open(made.path()).plan()).isEqualTo(plan);
            assertThat(plan.trials()).containsAll(study.cells());
        }
    }

    /** As {@code train --seed 0,1,...} writes it. */
    @Test
    void aPlanOfThousandsOfRunsIsReadAsItWasWritten() throws IOException {
        Plan plan = Plan.of(IntStream.range(0, 2500)
                .mapToObj(seed -> (Trial) new Trial.Trained("seed " + seed, RunConfiguration.PAPER.withSeed(seed)))
                .toList());
        PlanFolder made = PlanFolder.create(folder.resolve("many"), plan);
        assertThat(made.path().resolve("plan.jsonl")).isNotEmptyFile();
        assertThat(Files.size(made.path().resolve("plan.jsonl"))).isGreaterThan(OrdinaryFile.LARGEST_DOCUMENT);
        assertThat(PlanFolder.open(made.path()).plan()).isEqualTo(plan);
    }

    @Test
    void parentsComeFirstAndOnce() {
        Plan plan = Plan.of(Catalogue.of("fork-law").cells());
        assertThat(plan.fromScratch()).isPositive().isLessThan(plan.lines());
        for (int line = 1; line <= plan.lines(); line++) {
            Trial trial = plan.line(line);
            assertThat(plan.needs(trial).isPresent()).isEqualTo(line > plan.fromScratch());
            assertThat(plan.needs(trial).stream().toList()).allSatisfy(parent -> assertThat(plan.line(parent))
                    .isEqualTo(((Trial.Forked) trial).parent()));
        }
    }

    @Test
    void aPlanIsNotWrittenOverAnother() throws IOException {
        Plan plan = Plan.of(Catalogue.of("leads").cells());
        PlanFolder.create(folder, plan);
        byte[] before = Files.readAllBytes(folder.resolve("plan.jsonl"));
        assertThatThrownBy(() -> PlanFolder.create(folder, Plan.of(Catalogue.of("race").cells())))
                .isInstanceOf(FileProblem.class).hasMessageContaining("There is a plan in");
        assertThat(folder.resolve("plan.jsonl")).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"name\":\"a\"}", "{\"name\":\"a\",\"train\":{}}",
            "{\"name\":\"a\",\"fork\":{\"line\":2}}", "{\"name\":\"a\",\"fork\":{\"line\":1,\"at\":\"soon\"}}",
            "{\"name\":\"a\",\"fork\":{\"line\":1,\"at\":\"ceiling\",\"weightDecay\":\"much\"}}"})
    void aLineThatCannotBeReadIsNamed(String wrong) throws IOException {
        PlanFolder.create(folder, new Plan(List.of(Catalogue.of("leads").cells().getFirst())));
        Path file = folder.resolve("plan.jsonl");
        Files.writeString(file, Files.readString(file) + wrong + "\n");
        assertThatThrownBy(() -> PlanFolder.open(folder).plan()).isInstanceOf(FileProblem.class)
                .hasMessageContaining("plan.jsonl, line 2").hasMessageEndingWith(".");
    }

    @Test
    void twoLinesOfOneNameAreRefused() {
        Trial first = Catalogue.of("leads").cells().getFirst();
        List<Trial> twice = new ArrayList<>(List.of(first, first));
        assertThatThrownBy(() -> new Plan(twice)).isInstanceOf(InvalidSetting.class)
                .hasMessage("Two lines of the plan are called '" + first.name() + "'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"3; 3", "3,7-9; 3 7 8 9", "9-9, 1; 1 9", "7-9,8; 7 8 9"})
    void linesAreNumbersAndRanges(String typed, String lines) {
        Plan plan = Plan.of(Catalogue.of("leads").cells());
        assertThat(Lines.parse(typed, plan)).extracting(String::valueOf).containsExactly(lines.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "3-", "-3", "9-7", "0", "1,,2", "99", "1-99", "99999999999"})
    void otherLinesAreRefusedInASentence(String typed) {
        Plan plan = Plan.of(Catalogue.of("leads").cells());
        assertThatThrownBy(() -> Lines.parse(typed, plan)).isInstanceOf(InvalidSetting.class)
                .hasMessageEndingWith(".");
    }
}
