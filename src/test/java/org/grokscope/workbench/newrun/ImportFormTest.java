package org.grokscope.workbench.newrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.grokscope.foreign.Curves;
import org.grokscope.foreign.SavedRun;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;

class ImportFormTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "grokscope", "foreign");

    @Test
    void whatTheFilesDoNotSayIsAskedAndNothingElse() throws IOException {
        List<Path> files = List.of(FOLDER.resolve("lens-series.pth"));
        ImportForm form = new ImportForm(new ImportOffer.Networks(files, SavedRun.open(files, OptionalInt.empty(), 1)));
        assertThat(form.found()).isEqualTo("2 networks with the names of TransformerLens, at steps 0 to 100.");
        assertThat(form.settings().keySet()).extracting(Setting::name)
                .containsExactly("operation", "activation", "norm", "mask");
        assertThat(form.problem().getValue()).startsWith("The files do not say everything: name Operation");
        Map.of("operation", "add", "activation", "relu", "norm", "none", "mask", "causal").forEach((name, value) -> form
                .settings().entrySet().stream().filter(entry -> entry.getKey().name().equals(name))
                .forEach(entry -> entry.getValue().set(value)));
        assertThat(form.problem().getValue()).isEmpty();
        assertThat(form.order().typed()).containsEntry(Settings.ACTIVATION, "relu");
    }

    @Test
    void columnsAreGuessedAndCanBeChosen() throws IOException {
        List<Path> files = List.of(FOLDER.resolve("simple.tfevents"));
        ImportForm form = new ImportForm(new ImportOffer.Columns(files, Curves.read(files.getFirst())));
        assertThat(form.columns().get("trainLoss").get()).isEqualTo("loss/train");
        assertThat(form.columns().get("weightNorm").get()).isEqualTo(ImportForm.NO_COLUMN);
        form.settings().get(Settings.OPERATION).set("add");
        form.settings().get(Settings.P).set("1");
        assertThat(form.problem().getValue()).isNotEmpty();
        form.settings().get(Settings.P).set("97");
        assertThat(form.problem().getValue()).isEmpty();
        form.columns().get("trainLoss").set(ImportForm.NO_COLUMN);
        assertThat(form.order().columns()).doesNotContainKey("trainLoss").containsEntry("step", "step");
    }
}
