package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
    private static final Path FILES = Path.of("src", "test", "resources", "org", "grokscope", "foreign");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"absent.pth | | There is no file",
            "truncated.pth | | is damaged or not complete", "legacy.pth | | before version 1.6",
            "command.pth | | 'posix.system'", "unknown-class.pth | | 'argparse.Namespace'",
            "current.pth | | names its parameters in a way that is not known here",
            "contradiction.pt | --heads 2 | The shapes contradict each other",
            "encoder.pt | | name --operation, --heads, --activation, --norm, --mask, --train-fraction, --split as well",
            "lens-series.pth | --operation add --activation relu --norm none --mask causal --p 7 | the files say 5, and not 7",
            "lens-series.pth | --operation add --activation relu --norm pre --mask none --blocks 3 | the files say 1, and not 3",
            "lens-series.pth | --operation add --activation huge --norm none --mask causal | --activation takes",
            "simple.tfevents | --operation add | name --p",
            "simple.tfevents | --step epoch | There is no column 'epoch'"})
    void whatCannotBeImportedGetsOneSentenceAndMakesNothing(String file, String options, String sentence) {
        Call call = imported(file, options == null ? "" : options);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).hasLineCount(1).startsWith("grokscope: ");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aDryRunShowsWhatIsFoundAndMakesNothing() {
        Call call = imported("lens-series.pth",
                "--operation add --activation relu --norm none --mask causal --dry-run");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("TransformerLens").contains("2, at steps 0 to 100").contains("6 listed pairs");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anImportedRunIsListedAsOne() {
        Call call = imported("lens-series.pth", "--operation add --activation relu --norm none --mask causal");
        assertThat(call.exitCode()).isZero();
        Call list = Call.grokscope("list", "--runs", folder.resolve("runs"));
        assertThat(list.out()).contains("imported-lens-series").contains(RunState.IMPORTED.label());
    }

    @Test
    void whatCurvesDoNotSayIsNotSaidOfThem() {
        imported("simple.tfevents", "--operation add --p 97 --name noted");
        String list = Call.grokscope("list", "--runs", folder.resolve("runs")).out();
        assertThat(list.lines().filter(line -> line.contains("noted")).map(line -> line.strip().split("\\s{2,}")[3]))
                .containsExactly("-");
        assertThat(Call.grokscope("show", "noted", "--runs", folder.resolve("runs")).out())
                .contains("imported", "from curves: simple.tfevents", "not known", "weightDecay")
                .doesNotContain("AdamW", "2 blocks");
        assertThat(Call.grokscope("show", "noted", "--runs", folder.resolve("runs"), "--json").out())
                .contains("\"assumed\"");
    }

    @Test
    void aForkOfWeightsAloneIsAColdStartAndSaysSo() throws IOException {
        imported("lens-series.pth", "--operation add --activation relu --norm none --mask causal --name saved");
        Path runs = folder.resolve("runs");
        Call early = Call.grokscope("fork", "saved", "--workers", "1", "--runs", runs, "--at", "50", "--weight-decay",
                "2", "--steps",
                "104");
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(early.err()).contains("it can be forked at step 0 or step 100.").hasLineCount(1);
        Call call = Call.grokscope("fork", "saved", "--workers", "1", "--runs", runs, "--at", "100", "--weight-decay",
                "2", "--steps",
                "104", "--device", "cpu");
        assertThat(call.exitCode()).isZero();
        assertThat(call.err()).contains("a cold start");
        List<RunDirectory> branches = new RunLibrary(runs).runs().stream().filter(it -> it.head().lineage() != null)
                .toList();
        assertThat(branches).extracting(it -> it.head().name()).containsExactlyInAnyOrder(
                "control, cold start from 100",
                "\u03bb 2, cold start from 100");
        RunDirectory branch = branches.getFirst();
        assertThat(branch.history().reached()).isEqualTo(104);
        Checkpoint start = branch.checkpoint(100);
        assertThat(start.updates()).isZero();
        assertThat(start.secondMoments()).isNotEmpty().allSatisfy(
                (_, moment) -> assertThat(moment.values()).containsOnly(0f));
        assertThat(start.parameters().keySet()).isEqualTo(start.firstMoments().keySet());
        assertThat(branch.checkpoint(104).updates()).isEqualTo(4);
        assertThat(Call.grokscope("show", branch.path()).out()).contains("at step 100, a cold start");
        assertThat(Call.grokscope("verify", branch.path()).exitCode()).isZero();
    }

    private Call imported(String file, String options) {
        List<Object> arguments = new ArrayList<>(List.of("import", FILES.resolve(file), "--runs",
                folder.resolve("runs")));
        if (!options.isBlank()) {
            arguments.addAll(List.of((Object[]) options.strip().split(" ")));
        }
        return Call.grokscope(arguments.toArray());
    }
}
