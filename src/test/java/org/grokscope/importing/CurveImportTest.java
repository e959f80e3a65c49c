package org.grokscope.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves that other programs logged; TensorBoard's files were written by curves.py beside them. */
class CurveImportTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "grokscope", "foreign");
    private static final Map<Setting<?>, String> TASK = Map.of(Settings.OPERATION, "add", Settings.P, "113");
    private static final Environment HERE = new Environment("cpu", "a processor", 1, new TreeMap<>());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"simple.tfevents", "tensor.tfevents"})
    void tensorBoardsScalarsAreRead(String name) throws IOException {
        CurveImport plan = plan(FOLDER.resolve(name), Map.of());
        assertThat(plan.columns().measures()).isEqualTo(Map.of(Measure.TRAIN_LOSS, "loss/train",
                Measure.VALIDATION_LOSS, "loss/test", Measure.TRAIN_ACCURACY, "acc/train"));
        assertThat(plan.evaluations()).extracting(Evaluation::step).containsExactly(0, 100, 200, 300, 400);
        assertThat(plan.evaluations().getFirst().value(Measure.TRAIN_LOSS)).isEqualTo(4.5);
        assertThat(plan.evaluations().get(1).value(Measure.TRAIN_ACCURACY)).isEqualTo(0.5);
        assertThat(plan.evaluations().get(1).value(Measure.FSD)).isNaN();
    }

    @Test
    void aNameInQuotesMayHoldQuotesAndCommas() throws IOException {
        Path table = Files.writeString(folder.resolve("quoted.csv"),
                "\ufeffstep,\"\"\"train\"\", loss\"\r\n0,4.5\r\n\r\n5,\"3\"\r\n");
        CurveImport plan = plan(table, Map.of("trainLoss", "\"train\", loss"));
        assertThat(plan.evaluations()).extracting(it -> it.value(Measure.TRAIN_LOSS)).containsExactly(4.5, 3.0);
    }

    @Test
    void aTensorBoardFileInWritingIsReadUpToItsEnd() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("simple.tfevents"));
        Path cut = Files.write(folder.resolve("cut.tfevents"), Arrays.copyOf(whole, whole.length - 3));
        assertThat(plan(cut, Map.of()).remarks()).containsExactly(
                "cut.tfevents ends within a record, which was left out.");
        whole[whole.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.tfevents"), whole);
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> plan(damaged, Map.of()))
                .withMessage("damaged.tfevents is damaged: a checksum does not fit what it holds.");
    }

    @Test
    void aTableOfLightningIsRead() throws IOException {
        CurveImport plan = plan(file("metrics.csv", """
                epoch,step,"train, loss",train_accuracy,val_loss,val_accuracy
                0,0,4.5,1.5,,
                0,0,,,5.5,0.9
                1,100,0.1,100,4.25,50
                2,200,nan,100,0.5,99
                """), Map.of("trainLoss", "train, loss"));
        assertThat(plan.columns().step()).isEqualTo("step");
        assertThat(plan.percent()).containsExactlyInAnyOrder(Measure.TRAIN_ACCURACY, Measure.VALIDATION_ACCURACY);
        assertThat(plan.evaluations()).hasSize(3);
        Evaluation first = plan.evaluations().getFirst();
        assertThat(first.value(Measure.TRAIN_LOSS)).isEqualTo(4.5);
        assertThat(first.value(Measure.VALIDATION_LOSS)).isEqualTo(5.5);
        assertThat(first.value(Measure.VALIDATION_ACCURACY)).isEqualTo(0.9 / 100);
        assertThat(plan.evaluations().getLast().value(Measure.TRAIN_LOSS)).isNaN();
    }

    @Test
    void jsonLinesAreReadWithTheirInnerNames() throws IOException {
        CurveImport plan = plan(file("log.jsonl", """
                {"epoch": 0, "train": {"loss": 4.5, "acc": 0.01}, "note": "begin"}
                {"epoch": 10, "train": {"loss": NaN, "acc": 1.0}, "test": {"acc": 0.97}}
                {"epoch": 20, "tra
                """), Map.of());
        assertThat(plan.columns().measures()).isEqualTo(Map.of(Measure.TRAIN_LOSS, "train/loss",
                Measure.TRAIN_ACCURACY, "train/acc", Measure.VALIDATION_ACCURACY, "test/acc"));
        assertThat(plan.remarks())
                .containsExactly("log.jsonl: 1 line is not JSON and left out, the first of them line 3.",
                        "log.jsonl:2: train/loss is no finite number; it was left out.");
        RunDirectory run = plan.make(folder.resolve("runs"), "theirs", HERE);
        RunHistory history = run.history();
        assertThat(history.milestones().step(Milestone.GROKKED)).hasValue(10);
        assertThat(history.head().imported().curves()).isTrue();
        assertThat(history.head().imported().assumed()).contains("blocks", "weightDecay").doesNotContain("p");
        assertThat(run.checkpointSteps()).isEmpty();
    }

    @Test
    void whatACurveIsOfIsAsked() throws IOException {
        Path file = file("a.csv", "x,y\n1,2\n");
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> plan(file, Map.of()))
                .withMessage("Which column holds the steps? Name one of x, y with --step.");
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> plan(file, Map.of("step", "z")))
                .withMessage("There is no column 'z'; there are x, y.");
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> plan(file, Map.of("step", "x")))
                .withMessage("No column looks like a loss or an accuracy; name one, for example --train-loss y.");
        assertThat(plan(file, Map.of("step", "x", "trainLoss", "y")).evaluations()).hasSize(1);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> CurveImport.plan(file, Map.of("step", "x", "trainLoss", "y"), Map.of(),
                        Setting::option, 1))
                .withMessage("Curves do not say what was learned: name --operation and --p.");
    }

    /** Nothing of a table is left out or changed without a word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "0,nan 1,2 | a.csv:2: loss is no finite number; it was left out.",
            "0,x 1,inf 2,3 | a.csv:2: loss is no finite number; it and 1 more were left out.",
            "-5,1 1,2 | a.csv:2: -5 is no step; it was left out.",
            "1,2 99999999999,1 | a.csv:3: 99999999999 is no step; it was left out.",
            "1,2 ,1 | a.csv:3: there is no step; it was left out.",
            "0.5,1 3,2 | a.csv:2: 0.5 is no whole step; it was rounded.",
            "1,1 1,2 | a.csv:3: loss has another value of step 1 before; it was replaced.",
            "1,1 1,1 2, | none"})
    void whatIsLeftOutOfATableIsTold(String rows, @Nullable String remark) throws IOException {
        CurveImport plan = plan(file("a.csv", "step,loss\n" + rows.replace(' ', '\n') + "\n"),
                Map.of("trainLoss", "loss"));
        assertThat(plan.remarks()).isEqualTo(remark == null ? List.of() : List.of(remark));
        assertThat(plan.evaluations()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "300 | a.csv: the column train_acc has 300, which is no accuracy, in per cent or not.",
            "-0.5 | a.csv: the column train_acc has -0.5, which is no accuracy, in per cent or not.",
            "\"1 | a.csv is no table: a quotation mark is never closed."})
    void whatIsNoAccuracyOrNoTableIsRefused(String value, String sentence) throws IOException {
        Path file = file("a.csv", "step,train_acc\n0,0.5\n1," + value + "\n");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> plan(file, Map.of())).withMessage(sentence);
    }

    @Test
    void semicolonsAndDecimalCommasAreRead() throws IOException {
        CurveImport plan = plan(file("a.csv", "step;train_loss\n0;1,5\n1;2\n"), Map.of());
        assertThat(plan.evaluations()).extracting(it -> it.value(Measure.TRAIN_LOSS)).containsExactly(1.5, 2.0);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static CurveImport plan(Path file, Map<String, String> columns) throws IOException {
        return CurveImport.plan(file, columns, TASK, Setting::option, 1);
    }
}
