package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.grokscope.SharesNothing;
import org.grokscope.run.ManyRuns;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunNames;
import org.grokscope.run.RunState;
import org.grokscope.workbench.runs.ReadRuns;
import org.grokscope.workbench.runs.RunsModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads folders of runs, sound and not, as the window does, without a window. */
@SharesNothing
@Timeout(120)
class RunsReaderTest {
    @TempDir
    Path home;
    @TempDir
    Path other;
    private final BlockingQueue<ReadRuns> read = new LinkedBlockingQueue<>();
    private final BlockingQueue<Exception> problems = new LinkedBlockingQueue<>();
    private final RunsModel model = new RunsModel();
    private RunsReader reader = new RunsReader(new RunNames(Path.of("")), read::add, problems::add);

    private void start() {
        reader = new RunsReader(new RunNames(home), read::add, problems::add);
        reader.start();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private static Path run(Path folder, String begin) throws IOException {
        return new RunLibrary(folder).entries().stream()
                .filter(entry -> entry.getFileName().toString().startsWith(begin)).findFirst().orElseThrow();
    }

    private ReadRuns until(Predicate<ReadRuns> condition) throws InterruptedException {
        while (true) {
            ReadRuns next = read.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("what is read").isNotNull();
            if (condition.test(next)) {
                model.update(next);
                return next;
            }
        }
    }

    @Test
    void manyRunsAreReadAtAGlanceAndTheWatchedOnesToTheEnd() throws Exception {
        ManyRuns.write(home, 60, 40);
        start();
        ReadRuns all = until(it -> it.runs().size() == 60);
        assertThat(all.runs()).noneMatch(RunHistory::whole).allMatch(run -> run.lastStep() == 3900)
                .allMatch(run -> run.milestones().lead().orElseThrow() == 1000)
                .allMatch(run -> run.state() == RunState.FINISHED);
        String one = all.runs().getFirst().head().id();
        reader.watch(Set.of(one));
        until(it -> it.runs().stream().anyMatch(RunHistory::whole));
        assertThat(model.run(one).orElseThrow().evaluations()).hasSize(40);
        assertThat(model.runs().get().stream().filter(RunHistory::whole)).hasSize(1);
        reader.watch(Set.of());
        until(it -> it.runs().stream().noneMatch(RunHistory::whole));
    }

    @Test
    void damagedRunsAreListedWithTheReasonAndTheOthersWork() throws Exception {
        ManyRuns.write(home, 3, 20);
        Path torn = run(home, "add-53");
        String tornId = torn.getFileName().toString();
        Files.writeString(torn.resolve("metrics.jsonl"), "{\"step\": 0,\n");
        Path tooNew = run(home, "add-71").resolve("run.json");
        Files.writeString(tooNew, Files.readString(tooNew).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 7"));
        Files.createDirectory(home.resolve("empty"));
        Files.writeString(home.resolve("file"), "");
        Files.createSymbolicLink(home.resolve("loop"), home.resolve("loop"));
        start();
        ReadRuns all = until(it -> it.runs().size() == 2);
        assertThat(model.damaged().get()).extracting(it -> it.path().getFileName().toString()).containsExactly(
                tooNew.getParent().getFileName().toString(), "empty", "file", "loop");
        assertThat(all.damaged()).allMatch(it -> it.sentence().endsWith("."));
        assertThat(model.run(tornId).orElseThrow().leftOut()).containsExactly(
                "metrics.jsonl, line 1: it is not JSON.");
        assertThat(model.row(model.run(tornId).orElseThrow()).details()).contains("left out: metrics.jsonl");
        assertThat(model.run(run(home, "add-97").getFileName().toString()).orElseThrow().lastStep()).isEqualTo(1900);
        Files.writeString(tooNew, Files.readString(tooNew).replace("\"schemaVersion\" : 7", "\"schemaVersion\" : 1"));
        Files.delete(home.resolve("loop"));
        until(it -> it.runs().size() == 3 && it.damaged().size() == 2);
    }

    @Test
    void aForkWhoseParentIsGoneStandsAtTheRootAndSaysWhereItComesFrom() throws Exception {
        try (SavedRuns saved = new SavedRuns(home)) {
            saved.saveFork(Runs.run("fork", "orphan", 1, RunState.FINISHED, 3000), "gone", 1000);
        }
        start();
        until(it -> it.runs().size() == 1);
        assertThat(model.forest()).hasSize(1);
        assertThat(model.row(model.runs().get().getFirst()).details()).contains("forked from gone at step 1,000");
    }

    @Test
    void runsOfOneIdInTwoFoldersAreTwoRuns() throws Exception {
        ManyRuns.write(home, 1, 20);
        ManyRuns.write(other, 1, 30);
        start();
        reader.open(List.of(home, other));
        until(it -> it.runs().size() == 2);
        assertThat(model.run(run(home, "add").getFileName().toString()).orElseThrow().lastStep()).isEqualTo(1900);
        assertThat(model.run(run(other, "add").toString()).orElseThrow().lastStep())
                .isEqualTo(2900);
        reader.open(List.of(home));
        until(it -> it.runs().size() == 1);
    }

    @Test
    void aFolderThatIsAFileIsToldOnceAndTheOthersAreRead() throws IOException, InterruptedException {
        ManyRuns.write(home, 1, 20);
        Path file = Files.writeString(other.resolve("file"), "");
        start();
        reader.open(List.of(home, file));
        until(it -> it.runs().size() == 1);
        assertThat(problems.poll(60, TimeUnit.SECONDS)).hasMessageContaining("is a file, not a folder");
        reader.look();
        reader.look();
        assertThat(problems.poll(1, TimeUnit.SECONDS)).isNull();
    }
}
