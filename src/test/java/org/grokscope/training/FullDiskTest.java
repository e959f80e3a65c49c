package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.Needs;
import org.grokscope.SharesNothing;
import org.grokscope.cli.Program;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lets the disk run full under the real program: a small file system that is mounted for it alone. */
@Timeout(180)
@SharesNothing
class FullDiskTest {
    private static final int STEPS = 100;
    private static final String FULL = "could not be written (No space left on device); free some space or repair the disk, then resume: the run goes on from its newest checkpoint.";

    @TempDir
    Path folder;
    private Path disk;

    @BeforeEach
    void skipWhereNoFileSystemCanBeMounted() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        boolean allowed;
        try {
            allowed = Program.run(mounted("true")).exitCode() == 0;
        } catch (IOException noUnshare) {
            allowed = false;
        }
        Needs.that(allowed, "A small file system cannot be mounted here with unshare --mount.");
    }

    @ParameterizedTest(name = "while writing {2}")
    @CsvSource({"1, 100, metrics", "100, 4, a checkpoint"})
    void theLaneHoldsTheRunAndItGoesOnAfterSpaceWasMade(int evaluateEvery, int checkpointEvery) throws Exception {
        RunDirectory made = create("made", evaluateEvery, checkpointEvery);
        Path onDisk = disk.resolve(made.head().id());
        Program.End end = Program.run(mounted("mv " + made.path() + " " + disk + "; "
                + Program.quoted(Program.java(ExecutorProgram.class, disk.resolve("ballast"), onDisk)) + "; mv "
                + onDisk
                + " " + folder));
        assertThat(end.said()).contains(FULL).containsSubsequence("PAUSED", "FINISHED");
        assertThatItIsAsUndisturbed(evaluateEvery, checkpointEvery);
    }

    @Test
    void theCommandLineSaysSoAndResumes() throws Exception {
        RunDirectory made = create("made", 100, 4);
        Path onDisk = disk.resolve(made.head().id());
        String resume = Program.quoted(Program.command("resume", onDisk, "--device", "cpu")) + "; echo \"code $?\"; ";
        Program.End end = Program.run(mounted("mv " + made.path() + " " + disk + "; " + resume + "rm "
                + disk.resolve("ballast") + "; " + resume + "mv " + onDisk + " " + folder));
        assertThat(end.said()).contains(FULL).containsSubsequence("paused at step", "code 1", "finished", "code 0");
        assertThatItIsAsUndisturbed(100, 4);
    }

    private void assertThatItIsAsUndisturbed(int evaluateEvery, int checkpointEvery) throws IOException {
        RunDirectory undisturbed = create("undisturbed", evaluateEvery, checkpointEvery);
        TinyRun.finish(undisturbed);
        RunDirectory run = RunDirectory.open(folder.resolve(undisturbed.head().id()));
        assertThat(run.history().leftOut()).isEmpty();
        assertThat(run.checkpoint(STEPS).parameters()).isEqualTo(undisturbed.checkpoint(STEPS).parameters());
        assertThat(run.checkpoint(STEPS).secondMoments()).isEqualTo(undisturbed.checkpoint(STEPS).secondMoments());
        assertThat(Program.numbers(run.path())).isEqualTo(Program.numbers(undisturbed.path()));
    }

    private RunDirectory create(String runs, int evaluateEvery, int checkpointEvery) throws IOException {
        return TinyRun.create(folder.resolve(runs), TinyRun.configuration(STEPS)
                .with(Settings.EVALUATE_EVERY, evaluateEvery).with(Settings.CHECKPOINT_EVERY, checkpointEvery));
    }

    /** Commands that find a file system of 3 MB, of which a file takes all but 60 kB. */
    private List<String> mounted(String commands) {
        return List.of("unshare", "--map-root-user", "--mount", "sh", "-c",
                "mount -t tmpfs -o size=3m none " + disk + " || exit 1; dd if=/dev/zero of=" + disk.resolve("ballast")
                        + " bs=1k count=3012 status=none; " + commands);
    }
}
