package org.grokscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK the program of {@code mvn package} runs on. */
@SharesNothing
class LauncherTest {
    @TempDir
    private Path place;

    /** What a process printed, on both streams, and how it ended. */
    private record Ended(int code, String printed) {}

    @BeforeEach
    void makeTheLauncher() throws Exception {
        assumeTrue(Files.getFileStore(place).supportsFileAttributeView("posix"), "The launcher is a shell script.");
        Files.createDirectories(place.resolve("src/build"));
        Files.createDirectories(place.resolve("assets/fonts"));
        Files.writeString(place.resolve("src/build/java-options"), "-Xmx64m\n");
        Files.writeString(place.resolve("program.jar"), "");
        Ended made = run(Map.of(), java(), Path.of("src/build/Launcher.java").toAbsolutePath().toString(),
                place.resolve("home").toString(), place.resolve("program.jar").toString());
        assertThat(made).isEqualTo(new Ended(0, ""));
        program(place.resolve("older/java"), "an older one");
        program(place.resolve("chosen/bin/java"), "the chosen one");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void program(Path file, String says) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho \"" + says + ":\" \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(Map<String, String> variables, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
        builder.environment().remove("GROKSCOPE_JAVA");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    private Ended grokscope(Map<String, String> variables) throws Exception {
        return grokscope(variables, "list");
    }

    private Ended grokscope(Map<String, String> variables, String word) throws Exception {
        return run(variables, place.resolve("home/bin/grokscope").toString(), word);
    }

    /** Java takes but one collector, and a cluster or a person may have named another than ours. */
    @Test
    void anotherCollectorCanBeChosen() throws Exception {
        Files.copy(Path.of("src/build/java-options"), place.resolve("home/java-options"),
                StandardCopyOption.REPLACE_EXISTING);
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "_JAVA_OPTIONS")) {
            assertThat(grokscope(Map.of(variable, "-XX:+UseSerialGC")).printed()).as(variable)
                    .contains("org.grokscope.cli.Main").doesNotContain("collectors");
        }
    }

    @Test
    void itIsTheOneOfTheBuildAlsoWhereAnOlderOneIsFirstOnThePath() throws Exception {
        String path = place.resolve("older") + ":" + System.getenv("PATH");
        // There is no program in this folder: the JDK that looks for it in vain is the one that was started.
        assertThat(grokscope(Map.of("PATH", path)).printed()).contains("org.grokscope.cli.Main")
                .doesNotContain("an older one");
    }

    @Test
    void itIsTheOneThatTheVariableNamesByFolderOrByProgram() throws Exception {
        for (String name : new String[]{"chosen", "chosen/bin/java"}) {
            assertThat(grokscope(Map.of("GROKSCOPE_JAVA", place.resolve(name).toString())).printed())
                    .startsWith("the chosen one: --enable-native-access=ALL-UNNAMED").contains("cli.Main list");
        }
    }

    @Test
    void oneThatIsNotThereIsNamed() throws Exception {
        String nowhere = place.resolve("nowhere").toString();
        assertThat(grokscope(Map.of("GROKSCOPE_JAVA", nowhere))).isEqualTo(new Ended(1, "grokscope: there is no JDK at "
                + nowhere + "; set GROKSCOPE_JAVA to a JDK 25.\n"));
    }

    @Test
    void whatJavaRemembersOfAnEarlierStartIsUsedWhereItIsThere() throws Exception {
        Map<String, String> chosen = Map.of("GROKSCOPE_JAVA", place.resolve("chosen").toString());
        for (String name : List.of("start.aot", "commands.aot")) {
            Path cache = place.resolve("home").resolve(name);
            assertThat(cache).as("this program can neither open a window nor list runs").doesNotExist();
            Files.writeString(cache, "no cache at all");
        }
        Path home = place.toRealPath().resolve("home");
        for (String word : List.of("list", "--version")) {
            assertThat(grokscope(chosen, word).printed())
                    .startsWith("the chosen one: -XX:AOTCache=" + home.resolve("commands.aot") + " -Xlog:");
        }
        // A run that is named by its folder, and options of the window.
        for (String word : List.of(home.toString(), "--runs=here")) {
            assertThat(grokscope(chosen, word).printed())
                    .startsWith("the chosen one: -XX:AOTCache=" + home.resolve("start.aot") + " -Xlog:");
        }
        // One that does not fit is no reason to say a word.
        assertThat(grokscope(Map.of()).printed()).contains("org.grokscope.cli.Main").doesNotContain("AOT", "aot");
    }

    @Test
    void whereTooFewFilesMayBeOpenThatIsSaid() throws Exception {
        Ended ended = run(Map.of(), "sh", "-c", "ulimit -n 64 && exec home/bin/grokscope list");
        assertThat(ended)
                .isEqualTo(new Ended(1, "grokscope: only 64 files may be open at once here, and Grokscope needs "
                        + "256; see 'ulimit -n'.\n"));
        assertThat(run(Map.of("GROKSCOPE_JAVA", place.resolve("chosen").toString()), "sh", "-c",
                "ulimit -S -n 64 && exec home/bin/grokscope list").printed()).as("a soft limit is raised")
                .startsWith("the chosen one:");
    }
}
