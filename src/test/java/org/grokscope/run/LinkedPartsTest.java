package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's run folder may hold links to files of one's own: they are read, and nothing is written through them. */
@DisabledOnOs(OS.WINDOWS)
@SharesNothing
class LinkedPartsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"metrics.jsonl", "events.jsonl", "circles.bin", "checkpoints"})
    void whatALinkLeadsToStaysAsItIs(String part) throws IOException {
        RunDirectory mine = Samples.interrupted(folder.resolve("mine"), 400);
        Files.writeString(mine.circlesFile(), "circles");
        RunDirectory theirs = Samples.interrupted(folder.resolve("theirs"), 400);
        new FolderTree(theirs.path().resolve(part)).delete();
        Files.createSymbolicLink(theirs.path().resolve(part), mine.path().resolve(part));
        TreeMap<String, String> before = contents(mine.path());
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> goOn(theirs))
                .withMessageContaining(part + " is a link");
        assertThat(contents(mine.path())).isEqualTo(before);
        assertThat(theirs.history().leftOut()).isEmpty();
    }

    private static void goOn(RunDirectory run) throws IOException {
        try (RunWriter writer = RunWriter.open(run)) {
            writer.cutBackTo(200);
            writer.append(Samples.evaluation(300));
            writer.append(new RunEvent.Paused(300, Samples.TIME, "It was enough."));
        }
    }

    private static TreeMap<String, String> contents(Path run) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
