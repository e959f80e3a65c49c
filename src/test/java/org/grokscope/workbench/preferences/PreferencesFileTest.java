package org.grokscope.workbench.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grokscope.SharesNothing;
import org.grokscope.run.Fuzz;
import org.grokscope.workbench.control.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SharesNothing
class PreferencesFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("grokscope/preferences.json");
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        PreferencesFile first = PreferencesFile.open(file());
        Preferences chosen = first.preferences();
        chosen.theme().set(Optional.of(Theme.DARK));
        chosen.window().set(Optional.of(new WindowPlace(10, 20, 1200, 800, true)));
        chosen.paneWidths().set(List.of(400.0, 300.0));
        chosen.columns().set(List.of("name", "grokked"));
        chosen.folders().set(List.of("/runs/a", "/runs/b"));
        chosen.dismissedHints().set(Set.of("first-run"));
        chosen.exports().set(Map.of("poster", "--format png --dpi 600"));
        chosen.workers().set(3);
        chosen.device().set("cpu");
        chosen.threads().set(1);
        chosen.runsFolder().set("/runs/own");
        first.save();
        Preferences next = PreferencesFile.open(file()).preferences();
        assertThat(next.theme().get()).contains(Theme.DARK);
        assertThat(next.window().get()).contains(new WindowPlace(10, 20, 1200, 800, true));
        assertThat(next.paneWidths().get()).containsExactly(400.0, 300.0);
        assertThat(next.columns().get()).containsExactly("name", "grokked");
        assertThat(next.folders().get()).containsExactly("/runs/a", "/runs/b");
        assertThat(next.dismissedHints().get()).containsExactly("first-run");
        assertThat(next.exports().get()).containsOnly(Map.entry("poster", "--format png --dpi 600"));
        assertThat(next.workers().get()).isEqualTo(3);
        assertThat(next.device().get()).isEqualTo("cpu");
        assertThat(next.threads().get()).isEqualTo(1);
        assertThat(next.runsFolder().get()).isEqualTo("/runs/own");
    }

    @Test
    void nothingIsWrittenWhenNothingWasChosen() {
        PreferencesFile.open(file()).save();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aDamagedFileIsLeftAsideAndReplacedByTheNextChoice() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"theme\": \"da");
        PreferencesFile opened = PreferencesFile.open(file());
        assertThat(opened.preferences().theme().get()).isEmpty();
        opened.preferences().workers().set(2);
        opened.save();
        assertThat(PreferencesFile.open(file()).preferences().workers().get()).isEqualTo(2);
    }

    @Test
    void aFieldOfAnotherKindLeavesWhatIsUsual() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(),
                "{\"theme\": 7, \"window\": {\"x\": \"left\"}, \"columns\": \"name\", \"workers\": -4, \"folders\": [1, \"/a\"]}");
        Preferences read = PreferencesFile.open(file()).preferences();
        assertThat(read.theme().get()).isEmpty();
        assertThat(read.window().get()).isEmpty();
        assertThat(read.columns().get()).isEmpty();
        assertThat(read.workers().get()).isZero();
        assertThat(read.folders().get()).containsExactly("/a");
    }

    @Test
    void whatAnotherVersionKeepsThereStays() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"someLaterField\": 5}");
        PreferencesFile opened = PreferencesFile.open(file());
        opened.preferences().workers().set(2);
        opened.save();
        assertThat(Files.readString(file())).contains("someLaterField");
    }

    @Test
    void aFolderThatCannotBeMadeStopsNobody() throws IOException {
        Files.writeString(folder.resolve("grokscope"), "a file where the folder should be");
        PreferencesFile opened = PreferencesFile.open(file());
        opened.preferences().workers().set(2);
        opened.save();
        assertThat(folder.resolve("grokscope")).isRegularFile();
    }

    @Test
    void eachSystemHasItsPlaceForThem() {
        Path home = Path.of("/home/ada");
        assertThat(PreferencesFile.usual("Linux", home, Map.of()))
                .isEqualTo(Path.of("/home/ada/.config/grokscope/preferences.json"));
        assertThat(PreferencesFile.usual("Linux", home, Map.of("XDG_CONFIG_HOME", "/etc/ada")))
                .isEqualTo(Path.of("/etc/ada/grokscope/preferences.json"));
        assertThat(PreferencesFile.usual("Linux", home, Map.of("XDG_CONFIG_HOME", "not/absolute")))
                .isEqualTo(Path.of("/home/ada/.config/grokscope/preferences.json"));
        assertThat(PreferencesFile.usual("Mac OS X", home, Map.of()))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Grokscope/preferences.json"));
        assertThat(PreferencesFile.usual("Windows 11", home, Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/Grokscope/preferences.json"));
    }

    @Test
    void whateverTheFileHoldsTheWindowOpens() throws IOException {
        PreferencesFile first = PreferencesFile.open(file());
        first.preferences().window().set(Optional.of(new WindowPlace(10, 20, 1200, 800, true)));
        first.preferences().paneWidths().set(List.of(400.0, 300.0));
        first.preferences().columns().set(List.of("name", "grokked"));
        first.preferences().theme().set(Optional.of(Theme.DARK));
        first.save();
        Fuzz.damage(Files.readAllBytes(file()), bytes -> {
            Files.write(file(), bytes);
            PreferencesFile opened = PreferencesFile.open(file());
            opened.preferences().workers().set(2);
            opened.save();
        });
    }
}
