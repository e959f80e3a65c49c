package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {
    @TempDir
    Path runs;
    private RunDirectory run;

    @BeforeEach
    void make() throws IOException {
        run = Samples.interrupted(runs, 200);
    }

    @Test
    void notesAreReadAsTheyWereWritten() throws IOException {
        run.annotate(notes -> notes.starred(true).noted("Odd.\nLook again.").tagged(List.of("paper", "p97", "paper")));
        RunNotes read = RunDirectory.open(run.path()).notes();
        assertThat(read.starred()).isTrue();
        assertThat(read.note()).isEqualTo("Odd.\nLook again.");
        assertThat(read.tags()).containsExactly("paper", "p97");
    }

    @Test
    void anotherNameIsWhatTheRunIsCalledAndRunJsonStaysAsItWas() throws IOException {
        byte[] before = Files.readAllBytes(run.headFile());
        run.rename("the one");
        assertThat(Files.readAllBytes(run.headFile())).isEqualTo(before);
        assertThat(RunDirectory.open(run.path()).head().name()).isEqualTo("the one");
        assertThat(new RunLibrary(runs).find("the one").path()).isEqualTo(run.path());
    }

    @Test
    void aRunThatIsBeingWrittenIsAnnotatedAndGoesOn() throws IOException {
        RunFeed feed = new RunFeed(run.path());
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(new RunEvent.Resumed(200, Samples.TIME, null));
            feed.poll();
            RunDirectory.open(run.path()).annotate(notes -> notes.starred(true));
            writer.append(Samples.evaluation(300));
            assertThat(feed.poll()).isTrue();
            assertThat(feed.history().notes().starred()).isTrue();
            assertThat(feed.history().lastStep()).isEqualTo(300);
            assertThat(feed.history().state()).isEqualTo(RunState.TRAINING);
        }
    }

    @Test
    void twoWhoAnnotateAtOnceLoseNothing() throws Exception {
        List<Callable<Integer>> hands = IntStream.range(0, 2).mapToObj(hand -> (Callable<Integer>) () -> {
            for (int i = 0; i < 50; i++) {
                String tag = hand + "-" + i;
                RunDirectory.open(run.path()).annotate(notes -> notes.tagged(
                        Stream.concat(notes.tags().stream(), Stream.of(tag)).toList()));
            }
            return 50;
        }).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> done : threads.invokeAll(hands)) {
                assertThat(done.get()).isEqualTo(50);
            }
        }
        assertThat(RunDirectory.open(run.path()).notes().tags()).hasSize(100);
    }

    @Test
    void damagedNotesAreLeftOutAndSaidAndNotWrittenOver() throws IOException {
        Files.writeString(run.notesFile(), "{ not JSON");
        assertThat(run.history().leftOut()).containsExactly("notes.json: the file is not JSON.");
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> run.annotate(notes -> notes.starred(true)));
        assertThat(Files.readString(run.notesFile())).isEqualTo("{ not JSON");
    }

    @Test
    void fieldsOfAnotherProgramStay() throws IOException {
        Files.writeString(run.notesFile(), "{\"mood\": \"good\", \"starred\": 7, \"tags\": \"none\", \"note\": []}");
        run.annotate(notes -> notes.tagged(List.of("new")));
        assertThat(Files.readString(run.notesFile())).contains("\"mood\" : \"good\"", "\"new\"");
    }

}
