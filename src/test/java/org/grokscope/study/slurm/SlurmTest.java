package org.grokscope.study.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.study.Catalogue;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed to Slurm. The real one is tried by {@code .ci/slurm}. */
@SharesNothing
@DisabledOnOs(OS.WINDOWS)
class SlurmTest {
    private static final LoginNode HERE = new LoginNode(Optional.empty());
    private static final Plan PLAN = Plan.of(Catalogue.of("fork-law").cells());

    @TempDir
    Path folder;

    private static Resources resources(int runsPerTask, Optional<Integer> atOnce) {
        return new Resources(runsPerTask, atOnce, 1, "2G", "02:00:00", Optional.of("short"), Optional.empty(),
                Optional.of("zen4"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1001", "3, 1001", "1, 4", "7, 2"})
    void everyLineIsOneTasksAndForksAreApart(int runsPerTask, int most) {
        List<JobArray> arrays = JobArray.of(PLAN, runsPerTask, most);
        int next = 1;
        for (JobArray array : arrays) {
            assertThat(array.first()).isEqualTo(next);
            assertThat(array.tasks()).isLessThanOrEqualTo(most).isEqualTo(
                    Math.ceilDiv(array.last() - array.first() + 1, runsPerTask));
            assertThat(array.forks()).isEqualTo(array.first() > PLAN.fromScratch())
                    .isEqualTo(array.last() > PLAN.fromScratch());
            next = array.last() + 1;
        }
        assertThat(next).isEqualTo(PLAN.lines() + 1);
    }

    @Test
    void theCommandSaysAllThatWasAskedFor() {
        Slurm slurm = new Slurm(HERE, "/opt/grokscope/bin/grokscope", resources(2, Optional.of(4)));
        assertThat(slurm.command("/data/my plan", new JobArray(5, 14, 5, true), List.of("11", "12"))).containsExactly(
                "sbatch", "--parsable", "--chdir=/data/my plan", "--array=0-4%4", "--cpus-per-task=1", "--mem=2G",
                "--time=02:00:00", "--partition=short", "--constraint=zen4", "--dependency=afterany:11:12",
                "--export=ALL,GROKSCOPE=/opt/grokscope/bin/grokscope", "/data/my plan/run.sbatch", "5", "14", "2");
        Slurm far = new Slurm(new LoginNode(Optional.of("login")), "grokscope", resources(1, Optional.empty()));
        assertThat(far.typed(List.of("sbatch", "--chdir=/data/my plan")))
                .isEqualTo("ssh -o BatchMode=no login 'sbatch '\\''--chdir=/data/my plan'\\'''");
    }

    @ParameterizedTest
    @CsvSource({"much, 02:00:00", "2G, tomorrow", "-1, 1", "2G, 1:2:3:4"})
    void whatSbatchWouldNotTakeIsRefused(String memory, String time) {
        assertThatThrownBy(() -> new Resources(1, Optional.empty(), 1, memory, time, Optional.empty(),
                Optional.empty(), Optional.empty())).isInstanceOf(InvalidSetting.class).hasMessageEndingWith(".");
    }

    @Test
    void whereThereIsNoSlurmASentenceSaysSo() {
        assertThatThrownBy(() -> HERE.run(List.of("no-such-sbatch"))).isInstanceOf(FileProblem.class)
                .hasMessage("There is no no-such-sbatch on this machine; --host names one that has Slurm.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "echo grokscope 0.0.1 | The cluster has grokscope 0.0.1, and this is grokscope 9.9; install the same version there.",
            "echo hello | does not answer as Grokscope does.",
            "echo no java >&2; exit 1 | does not answer as Grokscope does (no java)."})
    void anotherVersionOnTheClusterIsRefused(String says, String sentence) throws IOException {
        Slurm slurm = new Slurm(HERE, program(says), resources(1, Optional.empty()));
        assertThatThrownBy(() -> slurm.checkVersion("9.9")).isInstanceOf(FileProblem.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theSameVersionIsTaken() throws Exception {
        new Slurm(HERE, program("echo grokscope 9.9"), resources(1, Optional.empty())).checkVersion("9.9");
    }

    @Test
    void theScriptIsOneThatAShellReads() throws Exception {
        PlanFolder plan = PlanFolder.create(folder.resolve("plan"), PLAN);
        BatchScript.write(plan);
        assertThat(new ProcessBuilder("bash", "-n", plan.path().resolve("run.sbatch").toString()).start().waitFor())
                .isZero();
        assertThat(plan.path().resolve("logs")).isDirectory();
    }

    private String program(String says) throws IOException {
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + says + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }
}
