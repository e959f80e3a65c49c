package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.Needs;
import org.grokscope.SharesNothing;
import org.grokscope.run.RunDirectory;
import org.grokscope.text.CleanText;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real program does when its streams are full, closed, a file or a terminal. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
@SharesNothing
class StandardStreamsTest {
    private static final String EVIL = "\u001b[2J\u001b]0;owned\u0007 a\nadd-7-seed-9  finished\r\u009b31m \u202eb\u2028";

    @TempDir
    static Path runs;
    private static RunDirectory run;

    @BeforeAll
    static void makeARun() throws IOException {
        run = TinyRun.create(runs, TinyRun.configuration(20));
        TinyRun.finish(run);
        run.rename(EVIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "list", "list --json", "show add-7-seed-42",
            "show add-7-seed-42 --json", "devices", "measure add-7-seed-42 --step 20",
            "export add-7-seed-42 --out OUT/figure.csv", "export add-7-seed-42 --force --out /dev/stdout --format csv",
            "train --p 7 --width 8 --heads 2 --mlp-width 12 --steps 2 --device cpu --json --runs OUT"})
    void aResultThatIsLostIsNoSuccess(String call, @TempDir Path out) throws Exception {
        Program.End end = shell(grokscope(call, out) + " > /dev/full");
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.said()).containsPattern("(could not|cannot) be written \\(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list --json", "show add-7-seed-42 --json"})
    void whoeverReadsMayGo(String call, @TempDir Path out) throws Exception {
        Program.End end = shell("{ " + grokscope(call, out) + "; echo code $? >&2; } | true");
        assertThat(end.said().strip()).isEqualTo("code 0");
    }

    @Test
    void namesFromFilesCannotActOnATerminalOrForgeARow() {
        Call list = Call.grokscope("list", "--runs", runs);
        assertThat(list.out()).doesNotContainPattern("[\\p{Cc}\\u202e\\u2028&&[^\\n]]").hasLineCount(2);
        Call show = Call.grokscope("show", "add-7-seed-42", "--runs", runs);
        assertThat(show.out()).doesNotContainPattern("[\\p{Cc}\\u202e\\u2028&&[^\\n]]");
        assertThat(show.out().lines()).noneMatch(line -> line.startsWith("add-7-seed-9"));
    }

    @Test
    void jsonSaysTheNameWithoutWhatActs() throws IOException {
        Call list = Call.grokscope("list", "--json", "--runs", runs);
        assertThat(list.out()).doesNotContainPattern("[\\p{Cc}\\u202e\\u2028&&[^\\n]]");
        assertThat(new ObjectMapper().readTree(list.out()).at("/runs/0/name").asText())
                .isEqualTo(CleanText.line(EVIL)).contains("owned");
    }

    @Test
    void whatIsWrongWithAFolderActsOnNothing(@TempDir Path wrong) throws IOException {
        Files.writeString(Files.createDirectory(wrong.resolve("\u001b[31mred")).resolve("run.json"), "{");
        Call list = Call.grokscope("list", "--runs", wrong);
        assertThat(list.err()).contains("red").doesNotContain("\u001b");
    }

    @Test
    void aTerminalOf80ColumnsGetsAProgressLineThatFits(@TempDir Path out) throws Exception {
        String said = onATerminal("stty cols 80; " + training(out), out);
        assertThat(said).contains("\u001b[2K");
        assertThat(said.lines().filter(line -> !line.startsWith("Script ")).collect(Collectors.joining("\n"))
                .split("\\R|\r|\u001b\\[2K")).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void aFileGetsNoEscapeCodesThoughATerminalIsNear(@TempDir Path out) throws Exception {
        Path errors = out.resolve("errors");
        onATerminal(training(out) + " 2> '" + errors + "'", out);
        assertThat(errors).content().contains("finished at step 300").doesNotContain("\u001b").doesNotContain("\r");
    }

    private static String training(Path out) {
        return grokscope("train --p 7 --width 8 --heads 2 --mlp-width 12 --steps 300 --eval-every 10 --device cpu "
                + "--runs OUT/runs", out);
    }

    /** Returns what a terminal is sent. */
    private static String onATerminal(String command, Path out) throws Exception {
        Path script = Files.writeString(out.resolve("script.sh"), command + "\n");
        Path heard = out.resolve("heard");
        boolean there;
        try {
            Process process = new ProcessBuilder("script", "-q", "-e", "-c", "sh " + script, heard.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            there = process.waitFor() == 0;
        } catch (IOException noScript) {
            there = false;
        }
        Needs.that(there, "There is no program 'script' that gives a terminal.");
        return Files.readString(heard);
    }

    private static String grokscope(String call, Path out) {
        List<String> command = Program.command();
        String words = call.replace("OUT", out.toString());
        return "TERM=xterm OMP_WAIT_POLICY=passive " + (call.contains("--runs") || call.startsWith("--")
                || call.startsWith("devices") ? "" : "GROKSCOPE_RUNS='" + runs + "' ") + Program.quoted(command) + " "
                + words;
    }

    private static Program.End shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Program.End(process.waitFor(), said);
    }
}
