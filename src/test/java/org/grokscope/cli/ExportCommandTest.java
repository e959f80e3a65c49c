package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.run.RunHistory;
import org.grokscope.training.TinyRun;
import org.grokscope.workbench.SavedRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    @TempDir
    private Path folder;
    @TempDir
    private Path figures;

    private SavedRuns saved;
    private String run;

    @BeforeEach
    void save() {
        saved = new SavedRuns(folder);
        run = saved.save(SampleHistories.grokked());
    }

    @AfterEach
    void close() throws IOException {
        saved.close();
    }

    @Test
    void csvHoldsWhatTheMetricsFileHolds() throws IOException {
        Path out = figures.resolve("norm.csv");
        assertThat(export(run, "--figure", "weight-norm", "--out", out).exitCode()).isZero();
        List<String> expected = new ArrayList<>(List.of("step,aligned,run,name,folder,measure,value,unit"));
        ObjectMapper mapper = new ObjectMapper();
        String name = mapper.readTree(folder.resolve(run).resolve("run.json").toFile()).path("name").asText();
        for (String line : Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl"))) {
            // The very letters of the log, not the number read from them.
            String value = line.replaceFirst(".*\"weightNorm\":([^,}]*).*", "$1");
            String step = mapper.readTree(line).get("step").toString();
            expected.add(step + "," + step + "," + run + "," + name + "," + folder + ",weightNorm," + value + ",");
        }
        assertThat(Files.readAllLines(out)).isEqualTo(expected).hasSize(82);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "run", "metrics.jsonl", "checkpoints/figure"})
    void whatBelongsToARunIsNeverReplaced(String name) throws IOException {
        Path out = folder.resolve(run).resolve(name);
        byte[] before = Files.readAllBytes(folder.resolve(run).resolve("run.json"));
        Files.createDirectories(out.getParent());
        Call call = export(run, "--force", "--format", "csv", "--out", out);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("belongs to a run").hasLineCount(1);
        assertThat(folder.resolve(run).resolve("run.json")).hasBinaryContent(before);
    }

    @Test
    void theResultIsToldAsJson() throws IOException {
        Path out = figures.resolve("timeline.pdf");
        Call call = export(run, "--width", "100", "--height", "120", "--json", "--out", out);
        assertThat(call.err()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(call.out());
        assertThat(json.path("bytes").asLong()).isEqualTo(Files.size(out));
        assertThat(json.path("widthMillimetres").asDouble()).isEqualTo(100);
        assertThat(json.path("runs").get(0).asText()).isEqualTo(run);
    }

    @Test
    void theRecordsCommandDrawsTheSameFigureAgain() throws IOException {
        Path out = figures.resolve("one.svg");
        export(run, "--figure", "timeline", "--panels", "fsd,weight-norm", "--log", "--from", "100", "--to", "3000",
                "--preset", "double", "--height", "90", "--plot-area", "--out", out);
        JsonNode command = new ObjectMapper().readTree(figures.resolve("one.svg.json").toFile()).path("command");
        List<Object> words = new ArrayList<>();
        command.valueStream().skip(2).map(JsonNode::asText).forEach(words::add);
        words.set(words.indexOf("one.svg"), figures.resolve("two.svg"));
        // Elsewhere: without the folder that the test names otherwise.
        words.addFirst("export");
        assertThat(Call.grokscope(words.toArray()).exitCode()).isZero();
        assertThat(figures.resolve("two.svg")).hasSameTextualContentAs(out);
    }

    @Test
    void runsOfOneIdInTwoFoldersKeepApart(@TempDir Path other) throws IOException {
        try (SavedRuns others = new SavedRuns(other)) {
            assertThat(others.save(SampleHistories.grokked())).isEqualTo(run);
        }
        Path out = figures.resolve("two.csv");
        assertThat(export(run, other.resolve(run), "--figure", "fsd", "--out", out).exitCode()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).filteredOn(line -> line.contains("," + other + ",")).hasSizeGreaterThan(80);
        assertThat(lines.stream().map(line -> line.replaceAll(",[^,]*$", ""))).doesNotHaveDuplicates();
        export(run, other.resolve(run), "--figure", "fsd", "--preset", "slide", "--out", figures.resolve("two.svg"));
        assertThat(Files.readString(figures.resolve("two.svg"))).contains(" in " + other.getFileName());
    }

    @Test
    void aLayoutComposesFiguresWhosePlotsAreInLine() throws IOException {
        String other = saved.save(SampleForks.parent("p"));
        Path layout = Files.writeString(figures.resolve("figure2.json"), """
                {"columns": 2, "parts": [
                  {"figure": "accuracy", "runs": ["%1$s"], "options": "--log"},
                  {"figure": "compare", "runs": ["%2$s", "%1$s"], "options": "--measure fsd"},
                  {"figure": "weight-norm", "runs": ["%2$s"]}]}
                """.formatted(run, other));
        Path out = figures.resolve("figure2.svg");
        Call call = export("--layout", layout, "--preset", "icml-page", "--out", out);
        assertThat(call.err()).isEmpty();
        assertThat(Files.readString(out)).contains(">(a)<", ">(b)<", ">(c)<", "training step", "FSD");
        Path again = figures.resolve("again.svg");
        List<Object> words = new ArrayList<>();
        new ObjectMapper().readTree(figures.resolve("figure2.svg.json").toFile()).path("command").valueStream()
                .skip(1).map(JsonNode::asText).forEach(words::add);
        words.set(words.indexOf("figure2.svg"), again);
        assertThat(Call.grokscope(words.toArray()).exitCode()).isZero();
        assertThat(again).hasSameTextualContentAs(out);
        assertThat(export("--layout", Files.writeString(figures.resolve("bad.json"), "{}"), "--out",
                figures.resolve("b.svg")).err()).contains("has no parts").hasLineCount(1);
        assertThat(export("--out", figures.resolve("b.svg")).err()).contains("Name at least one run.");
    }

    @ParameterizedTest
    @CsvSource({"fork-law,weight decay \u03bb", "log-log,\u0394t (steps)", "fork-norm,steps after the fork"})
    void branchesOfARunAreDrawn(String figure, String axis) throws IOException {
        String parent = saved.save(SampleForks.parent("p"));
        for (RunHistory fork : SampleForks.family("p").stream().skip(1).toList()) {
            saved.saveFork(fork, parent, SampleForks.FORK);
        }
        Path out = figures.resolve("law.svg");
        assertThat(export(parent, "--figure", figure, "--out", out).exitCode()).isZero();
        assertThat(Files.readString(out)).contains(axis);
    }

    @Test
    void runsAreComparedAlignedAtGrokking() throws IOException {
        String other = saved.save(SampleForks.parent("p"));
        Path out = figures.resolve("compare.svg");
        Call call = export(run, other, "--figure", "compare", "--measure", "weight-norm", "--align", "grokking",
                "--out",
                out);
        assertThat(call.err()).isEmpty();
        assertThat(Files.readString(out)).contains("steps before and after grokking");
        export(run, other, "--figure", "compare", "--measure", "weight-norm", "--headings", "--force", "--out", out);
        assertThat(Files.readString(out)).contains("Weight norm</text>");
        assertThat(
                export(run, other, "--figure", "compare", "--align", "fork", "--out", figures.resolve("b.svg")).err())
                .contains("None of these runs has a fork to be aligned at.");
    }

    @ParameterizedTest
    @CsvSource({"circuit-embedding,frequency k", "circuit-neurons,share of the neurons", "circuit-tokens,cosine",
            "circuit-ranks,neurons", "circuit-ablation,block 0 MLP", "circuit-attention,block 0",
            "circuit-logits,answer"})
    void theNetworkAtACheckpointIsDrawn(String figure, String said) throws Exception {
        String tiny = TinyRun.create(folder, TinyRun.configuration(20)).head().id();
        assertThat(Call.grokscope("resume", tiny, "--runs", folder).exitCode()).isZero();
        Path out = figures.resolve("circuit.svg");
        Call call = export(tiny, "--figure", figure, "--step", "20", "--headings", "--out", out);
        assertThat(call.err()).isEmpty();
        assertThat(Files.readString(out)).contains(said);
        Path table = figures.resolve("circuit.csv");
        export(tiny, "--figure", figure, "--out", table);
        assertThat(Files.readAllLines(table)).hasSizeGreaterThan(2).anyMatch(line -> line.startsWith("20,20," + tiny));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--figure pie|There is no figure 'pie'",
            "--format gif|not 'gif'", "--preset poster|not 'poster'",
            "--width 5|The width of a figure lies between 20 and 1000 mm, and 5 does not.",
            "--height 20|The figure has no room on 85", "--dpi 7|The resolution lies between 36 and 2400 dpi",
            "--panels fsd,pie|There is no chart 'pie' in a timeline",
            "--figure fsd --panels fsd|--panels is for the figure timeline",
            "--from 300 --to 200|There is no step between --from 300 and --to 200",
            "--figure fork-law|There is no branch of", "--figure circuit-ranks|has no checkpoint.",
            "--figure circuit-embedding --alarm fsd>=0.5|--alarm means nothing to the figure circuit-embedding.",
            "--pair 3,4|--pair means nothing to the figure timeline.",
            "--figure compare --log|--log means nothing to the figure compare.",
            "--layout none.json --bands|--bands means nothing to the figure of several charts",
            "--layout /dev/zero|is not an ordinary file",
            "--layout none.json|There is no layout none.json."})
    void aBadCallIsToldInOneSentenceAndLeavesNothing(String options, String sentence) {
        List<Object> words = new ArrayList<>(List.of(run));
        words.addAll(Arrays.asList((Object[]) options.split(" ")));
        words.addAll(List.of("--out", figures.resolve("figure.svg")));
        Call call = export(words.toArray());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).hasLineCount(1);
        assertThat(figures).isEmptyDirectory();
    }

    @Test
    void anUnknownRunFolderOrEndingIsTold() throws IOException {
        assertThat(export("nobody", "--out", figures.resolve("a.svg")).err()).contains("There is no run 'nobody' in");
        assertThat(export(figures.resolve("nobody"), "--out", figures.resolve("a.svg")).err())
                .contains("There is no run at '" + figures.resolve("nobody") + "'.");
        Call noFolder = export(run, "--out", figures.resolve("none").resolve("a.svg"));
        assertThat(noFolder.exitCode()).isEqualTo(2);
        assertThat(noFolder.err()).contains("There is no folder");
        assertThat(export(run, "--out", figures.resolve("figure")).err()).contains("does not say its format");
        Path mine = Files.writeString(figures.resolve("mine.svg"), "mine");
        assertThat(export(run, "--out", mine).exitCode()).isEqualTo(2);
        assertThat(mine).hasContent("mine");
        assertThat(export(run, "--force", "--out", mine).exitCode()).isZero();
        assertThat(Files.readString(mine)).contains("<svg");
    }

    private Call export(Object... words) {
        List<Object> all = new ArrayList<>(List.of("export", "--runs", folder));
        all.addAll(Arrays.asList(words));
        return Call.grokscope(all.toArray());
    }
}
