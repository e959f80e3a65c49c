package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    @TempDir
    Path runs;

    private Trash trash() {
        return new Trash(runs);
    }

    @Test
    void deletedRunsAreNotListedAndComeBackAsTheyWere() throws IOException {
        RunDirectory one = Samples.interrupted(runs, 400);
        RunDirectory two = Samples.create(runs);
        RunHistory before = one.history();
        Trash.Deletion deletion = trash().delete(List.of(one.path(), two.path()));
        assertThat(new RunLibrary(runs).contents().runs()).isEmpty();
        assertThat(new RunLibrary(runs).contents().damaged()).isEmpty();
        assertThat(trash().contents().runs()).isEqualTo(2);
        trash().restore(deletion);
        assertThat(new RunLibrary(runs).runs()).hasSize(2);
        assertThat(one.history().evaluations()).isEqualTo(before.evaluations());
        assertThat(one.history().checkpoints()).isEqualTo(before.checkpoints());
        assertThat(trash().contents().runs()).isZero();
    }

    @Test
    void aRunInTrainingCannotBeDeletedNorTheOthersWithIt() throws IOException {
        RunDirectory resting = Samples.create(runs);
        RunDirectory training = Samples.create(runs);
        try (RunWriter writer = RunWriter.open(training)) {
            writer.append(new RunEvent.Started(0, Samples.TIME, null));
            assertThatExceptionOfType(FileProblem.class)
                    .isThrownBy(() -> trash().delete(List.of(resting.path(), training.path())))
                    .withMessage("The run add-97-seed-42-2 is training and cannot be deleted. Stop it first.");
        }
        assertThat(new RunLibrary(runs).runs()).hasSize(2);
        assertThat(runs.resolve(Trash.FOLDER)).doesNotExist();
    }

    /** Locks need not reach from one machine to another that has the folder mounted, too. */
    @Test
    void aRunThatAnotherMachineWritesIsLeftToIt() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 400);
        Path owner = Files.writeString(run.path().resolve("writer.json"), """
                {"pid": 7, "started": 1, "host": "elsewhere", "folder": ""}""");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunWriter.open(run)).withMessage(
                "The run add-97-seed-42 is being written by process 7 on the machine elsewhere.");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> trash().delete(List.of(run.path())))
                .withMessageContaining("is training as process 7 on the machine elsewhere and cannot be deleted");
        assertThat(owner).content().contains("elsewhere");
        Files.setLastModifiedTime(run.path().resolve("metrics.jsonl"), FileTime.from(Instant.now().minusSeconds(3600)));
        RunWriter.open(run).close();
        assertThat(owner).doesNotExist();
    }

    @Test
    void ofSeveralNoneIsBroughtBackWhereOneHasNoPlace() throws IOException {
        RunDirectory one = Samples.create(runs);
        RunDirectory two = Samples.create(runs);
        Trash.Deletion deletion = trash().delete(List.of(one.path(), two.path()));
        Files.createDirectory(two.path());
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> trash().restore(deletion));
        assertThat(one.path()).doesNotExist();
        assertThat(trash().contents().runs()).isEqualTo(2);
    }

    @Test
    void ofSeveralNoneIsDeletedWhenOneCannotBe() throws IOException {
        RunDirectory there = Samples.create(runs);
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> trash().delete(List.of(there.path(), runs.resolve("gone"))))
                .withMessage("There is no run gone any more.");
        assertThat(there.path()).isDirectory();
        assertThat(runs.resolve(Trash.FOLDER)).doesNotExist();
    }

    @Test
    void aRunWhosePlaceIsTakenStaysInTheTrash() throws IOException {
        RunDirectory run = Samples.create(runs);
        Trash.Deletion deletion = trash().delete(List.of(run.path()));
        Samples.create(runs);
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> trash().restore(deletion))
                .withMessageContaining("another in its place");
        assertThat(trash().contents().runs()).isEqualTo(1);
    }

    @Test
    void twoRunsOfOneNameLieSideBySide() throws IOException {
        trash().delete(List.of(Samples.create(runs).path()));
        trash().delete(List.of(Samples.create(runs).path()));
        assertThat(trash().contents().runs()).isEqualTo(2);
    }

    @Test
    void anEmptiedTrashHoldsNothingAndGivesNothingBack() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 400);
        Trash.Deletion deletion = trash().delete(List.of(run.path()));
        assertThat(trash().contents().bytes()).isGreaterThan(1000);
        trash().empty();
        assertThat(names()).containsExactly(".trash.lock");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> trash().restore(deletion))
                .withMessageContaining("no longer in the trash");
    }

    @Test
    void whatIsNoRunCanBeDeletedToo() throws IOException {
        Path damaged = Files.createDirectory(runs.resolve("damaged"));
        trash().delete(List.of(damaged));
        assertThat(damaged).doesNotExist();
    }

    /** While a run is moved, nobody can begin to write it: its lock is held, and goes with it. */
    @Test
    void whoeverHoldsARunKeepsItFromBeingMoved() throws IOException {
        RunDirectory run = Samples.create(runs);
        try (WriterLock _ = WriterLock.take(run.path())) {
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> trash().delete(List.of(run.path())))
                    .withMessageContaining("cannot be deleted");
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunWriter.open(run));
        }
        trash().delete(List.of(run.path()));
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunWriter.open(run))
                .withMessageContaining("was moved, renamed or deleted meanwhile");
    }

    @Test
    void emptyingThatWasBrokenOffIsFinishedByTheNext() throws IOException {
        trash().delete(List.of(Samples.interrupted(runs, 400).path()));
        Files.move(runs.resolve(Trash.FOLDER), runs.resolve(".emptied-by-a-process-that-was-killed"));
        assertThat(trash().contents().runs()).isEqualTo(1);
        trash().empty();
        assertThat(names()).containsExactly(".trash.lock");
        assertThat(trash().contents()).isEqualTo(new Trash.Contents(0, 0));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.map(it -> it.getFileName().toString()).toList();
        }
    }
}
