package org.grokscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK the program of {@code mvn package} runs on, and what the launcher tells it. */
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
        jar(place.resolve("program.jar"), Map.of());
        launcher();
        program(place.resolve("older/java"), "an older one");
        program(place.resolve("chosen/bin/java"), "the chosen one");
    }

    private void launcher() throws Exception {
        Ended made = run(Map.of(), java(), Path.of("src/build/Launcher.java").toAbsolutePath().toString(),
                place.resolve("home").toString(), place.resolve("program.jar").toString());
        assertThat(made).isEqualTo(new Ended(0, ""));
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
    void whatOnlyPrintsIsCompiledQuickly() throws Exception {
        Map<String, String> chosen = Map.of("GROKSCOPE_JAVA", place.resolve("chosen").toString());
        for (String word : List.of("list", "show", "--version")) {
            assertThat(grokscope(chosen, word).printed()).as(word).contains(" -XX:TieredStopAtLevel=1 ");
        }
        Files.createDirectories(place.resolve("show"));
        for (String word : List.of("train", "--runs=here", "show")) {
            assertThat(grokscope(chosen, word).printed()).as(word).doesNotContain("Tiered");
        }
    }

    /** Java 5's class files have no maps of types; Java's caches keep none of them. */
    @Test
    void oldClassesOfLibrariesGetWhatCachesAskFor() throws Exception {
        Path library = place.resolve("home/lib/library.jar");
        byte[] notes = "as it was".getBytes(StandardCharsets.UTF_8);
        jar(library,
                Map.of("Greater.class", greater(ClassFile.JAVA_5_VERSION, StackMapsOption.DROP_STACK_MAPS), "notes.txt",
                        notes));
        Path newer = place.resolve("home/lib/newer.jar");
        jar(newer, Map.of("Greater.class", greater(ClassFile.JAVA_8_VERSION, StackMapsOption.GENERATE_STACK_MAPS)));
        byte[] before = Files.readAllBytes(newer);
        launcher();
        assertThat(newer).hasBinaryContent(before);
        try (URLClassLoader loader = new URLClassLoader(new URL[]{library.toUri().toURL()}, null)) {
            assertThat(loader.getResourceAsStream("notes.txt").readAllBytes()).isEqualTo(notes);
            assertThat(loader.getResource("META-INF/GROKSCOPE.txt")).as("it says that it was changed").isNotNull();
            byte[] renewed = loader.getResourceAsStream("Greater.class").readAllBytes();
            assertThat(ClassFile.of().parse(renewed).majorVersion()).isGreaterThanOrEqualTo(ClassFile.JAVA_6_VERSION);
            Method of = loader.loadClass("Greater").getMethod("of", int.class, int.class);
            assertThat(of.invoke(null, 3, 5)).isEqualTo(5);
            assertThat(of.invoke(null, 7, 5)).isEqualTo(7);
        }
    }

    /** Returns a class with one method, that returns the greater of two numbers and so has a jump. */
    private static byte[] greater(int version, StackMapsOption maps) {
        return ClassFile.of(maps).build(ClassDesc.of("Greater"), type -> type.withVersion(version, 0)
                .withFlags(ClassFile.ACC_PUBLIC).withMethodBody("of",
                        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code -> code.iload(0).iload(1).ifThenElse(Opcode.IF_ICMPGT,
                                first -> first.iload(0).ireturn(), second -> second.iload(1).ireturn())));
    }

    private static void jar(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
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
