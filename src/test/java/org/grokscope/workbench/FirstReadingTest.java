package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.SharesNothing;
import org.grokscope.run.ManyRuns;
import org.grokscope.run.RunLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SharesNothing
class FirstReadingTest {
    @TempDir
    Path folder;

    @Test
    void ofManyThoseThatChangedLastComeFirst() throws IOException {
        List<Path> entries = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Path entry = Files.createDirectory(folder.resolve("run-%03d".formatted(i)));
            // Not in the order of their names.
            Files.setLastModifiedTime(entry, FileTime.fromMillis(1_000_000L + i * 7919 % 600));
            entries.add(entry);
        }
        List<List<Path>> portions = FirstReading.portions(entries);
        assertThat(portions).hasSizeGreaterThan(1);
        List<Path> all = portions.stream().flatMap(List::stream).toList();
        assertThat(all).containsExactlyInAnyOrderElementsOf(entries);
        List<Long> times = new ArrayList<>();
        for (Path entry : all) {
            times.add(Files.getLastModifiedTime(entry).toMillis());
        }
        assertThat(times).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void anEntryIsARunOrNoneOrSaysWhatIsWrong() throws IOException {
        ManyRuns.write(folder, 1, 20);
        Path run = new RunLibrary(folder).entries().getFirst();
        assertThat(FirstReading.of(run, false).feed().history().whole()).isFalse();
        assertThat(FirstReading.of(run, true).feed().history().evaluations()).hasSize(20);
        Path reports = Files.createDirectory(folder.resolve("reports"));
        Files.writeString(reports.resolve("leads.html"), "<html>");
        FirstReading none = FirstReading.of(reports, false);
        assertThat(none.feed()).isNull();
        assertThat(none.problem()).isNull();
        Files.writeString(run.resolve("run.json"), "{");
        assertThat(FirstReading.of(run, false).problem()).hasMessageContaining("run.json");
    }
}
