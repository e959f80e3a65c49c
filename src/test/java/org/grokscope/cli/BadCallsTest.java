package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadCallsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--operation | divide | --p | 91 | 91 is 7",
            "--group | S5 | --p | 97 | S5 has 120 elements", "--group | S5 | --operation | add | and not add"})
    void valuesThatContradictEachOtherGetOneSentenceAndMakeNothing(String option, String value, String another,
            String other, String sentence) {
        Path runs = folder.resolve("runs");
        Call call = Call.grokscope("train", "--runs", runs, option, value, another, other);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).hasLineCount(1).startsWith("grokscope: ");
        assertThat(runs).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--p | 1 | from 2 to 1,000", "--p | 1009 | from 2 to 1,000",
            "--p | x | 'x'", "--weight-decay | -1 | at least 0", "--weight-decay | NaN | --weight-decay takes a number",
            "--weight-decay | 1e999 | at least 0", "--batch | 0 | at least 1 pair",
            "--operation | power | --operation takes add, subtract, multiply, divide, x2+y2,",
            "--operation | compose | no group is given", "--group | S7 | at most 1,000 elements, and S7 has 5,040",
            "--group | C1001 | at most 1,000 elements", "--group | M11 | A group is Sn, An, Dn or Cn",
            "--kind | huge | --kind takes full, attention-only or mlp-only, not 'huge'",
            "--blocks | 5 | 1 to 4 blocks", "--heads | 3 | divide the width", "--train-fraction | 1 | between 0 and 1",
            "--steps | 0 | at least 1 step", "--learning-rate | 0 | positive",
            "--device | tpu | --device takes auto, cpu or cuda, not 'tpu'",
            "--threads | 0 | number of threads", "--eval-every | 0 | at least 1 step", "--seed | one | 'one'",
            "--beta1 | 1 | under 1", "--epsilon | 0 | positive", "--labels | none | true or shuffled",
            "--preset | grok | --preset takes paper, nanda, power or omnigrok, not 'grok'",
            "--activation | tanh | --activation takes gelu, relu or square, not 'tanh'",
            "--norm | rms | --norm takes pre, none or post, not 'rms'",
            "--warmup | -1 | at least 0 steps", "--initial-scale | 0 | positive", "--batch | all | or full, not 'all'",
            "--colour | red | Unknown option"})
    void aValueThatCannotBeUsedGetsOneSentenceAndMakesNothing(String option, String value, String sentence) {
        Path runs = folder.resolve("runs");
        Call call = Call.grokscope("train", "--runs", runs, option, value);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).hasLineCount(1).startsWith("grokscope: ");
        assertThat(runs).doesNotExist();
    }

    @Test
    void aRunsFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Call call = Call.grokscope("train", "--runs", file);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(file.toString()).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"resume", "show", "measure"})
    void aRunThatIsNotThereIsNamed(String command) {
        Call call = Call.grokscope(command, "nobody", "--runs", folder);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("There is no run 'nobody'").hasLineCount(1);
    }

    @Test
    void aRunsFolderThatIsNotThereIsNamed() {
        assertThat(Call.grokscope("list", "--runs", folder.resolve("none")))
                .satisfies(call -> assertThat(call.exitCode()).isEqualTo(2))
                .satisfies(call -> assertThat(call.err()).contains("does not exist"));
    }

    @Test
    void aCommandThatIsNoneIsNamed() {
        Call call = Call.grokscope("trian");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("No command or run is called 'trian'").hasLineCount(1);
    }

    @Test
    void aDamagedRunIsListedAsLeftOut() throws IOException {
        Files.createDirectory(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/run.json"), "{");
        Call call = Call.grokscope("list", "--runs", folder);
        assertThat(call.exitCode()).isZero();
        assertThat(call.err()).contains("left out").contains("broken");
    }
}
