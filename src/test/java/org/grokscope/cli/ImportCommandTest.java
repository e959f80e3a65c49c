package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private Call imported(String file, String options) {
        List<Object> arguments = new ArrayList<>(List.of("import", FILES.resolve(file), "--runs",
                folder.resolve("runs")));
        if (!options.isBlank()) {
            arguments.addAll(List.of((Object[]) options.strip().split(" ")));
        }
        return Call.grokscope(arguments.toArray());
    }
}
