package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grokscope.Needs;
import org.grokscope.SharesNothing;
import org.grokscope.file.ProblemSentence;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.Trash;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program where it may not write, has no home, no temporary folder, or little of everything. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
@SharesNothing
class OddPlacesTest {
    /** Root, too, has to heed the modes of files then. */
    private static final List<String> ORDINARY = List.of("setpriv", "--bounding-set",
            "-dac_override,-dac_read_search,-fowner");
    private static final String TINY = " --p 7 --width 8 --heads 2 --mlp-width 12 --device cpu --eval-every 1";
    private static final String ID = "add-7-seed-42";

    @TempDir
    static Path folder;
    private static Path runs;

    @BeforeAll
    static void makeAReadOnlyRun() throws Exception {
        runs = folder.resolve("runs");
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(40));
        TinyRun.finish(run);
        shell("chmod -R a-w '" + runs + "'", Map.of());
    }

    @AfterAll
    static void letItBeDeleted() throws Exception {
        shell("chmod -R u+w '" + runs + "'", Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show " + ID, "verify " + ID, "measure " + ID + " --step 40",
            "export " + ID + " --out OUT/figure.svg", "copy " + ID + " --to OUT/copies"})
    void whatOnlyReadsWorksWhereNothingMayBeWritten(String call, @TempDir Path out) throws Exception {
        assumeOrdinary();
        Program.End end = shell(ordinary(call + " --runs '" + runs + "'", out), Map.of());
        assertThat(end.said()).doesNotContain("\tat ");
        assertThat(end.exitCode()).as(end.said()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume " + ID + " --steps 60", "fork " + ID + " --at 20 --weight-decay 2",
            "train --steps 4" + TINY})
    void whatWritesIsRefusedInASentence(String call, @TempDir Path out) throws Exception {
        assumeOrdinary();
        Program.End end = shell(ordinary(call + " --runs '" + runs + "'", out), Map.of());
        assertThat(end.exitCode()).isEqualTo(2);
        assertThat(end.said().lines().filter(line -> line.startsWith("grokscope: "))).singleElement().asString()
                .contains("may not be written by you.");
        assertThat(end.said()).doesNotContain("\tat ");
    }

    @Test
    void starsAndTheTrashSayThatTheyMayNot() throws Exception {
        assumeOrdinary();
        Program.End end = shell(String.join(" ", ORDINARY) + " "
                + Program.quoted(Program.java(StarProgram.class, runs.resolve(ID))), Map.of());
        assertThat(end.said().lines()).containsExactly("star: you may not read or write " + runs.resolve(ID)
                + "/notes.lock",
                "delete: Nothing was deleted: the runs folder " + runs + " may not be written by you.");
    }

    /** Marks a run and deletes it, and prints what comes of it. */
    static final class StarProgram {
        public static void main(String[] arguments) throws IOException {
            RunDirectory run = RunDirectory.open(Path.of(arguments[0]));
            try {
                run.annotate(notes -> notes.starred(true));
            } catch (IOException refused) {
                System.out.println("star: " + ProblemSentence.of(refused));
            }
            try {
                new Trash(run.path().getParent()).delete(List.of(run.path()));
            } catch (IOException refused) {
                System.out.println("delete: " + ProblemSentence.of(refused));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Djava.io.tmpdir=/nonexistent", "-Djava.io.tmpdir=/dev/null", "-Duser.home=/nonexistent",
            "-Duser.home=/proc/self"})
    void noHomeAndNoTemporaryFolderAreNeeded(String property, @TempDir Path out) throws Exception {
        Map<String, String> java = Map.of("JDK_JAVA_OPTIONS",
                property);
        Program.End train = shell(grokscope("train --steps 4 --runs OUT/runs" + TINY, out), java);
        assertThat(train.exitCode()).as(train.said()).isZero();
        Program.End export = shell(grokscope("export " + ID + " --runs OUT/runs --out OUT/figure.svg", out), java);
        assertThat(export.exitCode()).as(export.said()).isZero();
    }

    @Test
    void aLimitOnTheSizeOfFilesPausesAndTheRunGoesOnWithoutIt(@TempDir Path out) throws Exception {
        Program.End limited = shell("ulimit -f 60; " + grokscope("train --steps 200 --runs OUT/runs" + TINY, out),
                Map.of());
        assertThat(limited.exitCode()).as(limited.said()).isEqualTo(1);
        assertThat(limited.said()).contains("could not be written (File too large)").doesNotContain("\tat ");
        Program.End resumed = shell(grokscope("resume " + ID + " --runs OUT/runs", out), Map.of());
        assertThat(resumed.exitCode()).as(resumed.said()).isZero();
        assertThat(shell(grokscope("verify " + ID + " --runs OUT/runs", out), Map.of()).said()).contains("all is well");
    }

    @Test
    void aLibraryForAnotherProgramIsNotTaken(@TempDir Path out) throws Exception {
        Program.End end = shell(grokscope("train --steps 4 --seed 1,2 --runs OUT/runs" + TINY, out),
                Map.of("PYTORCH_LIBRARY_PATH", "/nonexistent", "PYTORCH_VERSION", "1.0.0"));
        assertThat(end.exitCode()).as(end.said()).isZero();
        assertThat(end.said()).containsOnlyOnce("PYTORCH_LIBRARY_PATH, PYTORCH_VERSION is ignored");
    }

    private static void assumeOrdinary() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder(ORDINARY.get(0), ORDINARY.get(1), ORDINARY.get(2), "true").start()
                    .waitFor() == 0;
        } catch (IOException noSetpriv) {
            there = false;
        }
        Needs.that(there, "There is no setpriv here that lays down what root may.");
    }

    private static String ordinary(String call, Path out) {
        return String.join(" ", ORDINARY) + " " + grokscope(call, out);
    }

    private static String grokscope(String call, Path out) {
        return Program.quoted(Program.command()) + " " + call.replace("OUT", out.toString());
    }

    private static Program.End shell(String command, Map<String, String> variables)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Program.End(process.waitFor(), said);
    }
}
