package org.grokscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.cli.Program;
import org.grokscope.run.RunDirectory;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the security page of the manual promises. */
@SharesNothing
class SecurityTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.grokscope");

    @Test
    void noCodeComesFromData() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("java.net.URLClassLoader").orShould()
                .dependOnClassesThat().resideInAnyPackage("javax.script..", "java.rmi..", "java.beans..").orShould()
                .callMethod(Class.class, "forName", String.class).orShould()
                .callMethod(Runtime.class, "exec", String.class).check(CLASSES);
    }

    @Test
    void nobodyUsesTheNetwork() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net.http..", "javax.net..").orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|Datagram.*|Inet.*|URLConnection)")
                .orShould().dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel")
                .check(CLASSES);
    }

    /** What tells a desktop of news, opens a report, starts workers, and calls Slurm or ssh; none goes through a shell here. */
    @Test
    void onlyFourStartOtherPrograms() {
        noClasses().that().doNotHaveSimpleName("WorkerProgram").and().doNotHaveSimpleName("SystemViewer").and()
                .doNotHaveSimpleName("DesktopNotice").and().doNotHaveSimpleName("LoginNode").should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class).check(CLASSES);
    }

    /** Two runs that train in workers, then all that reads: nothing speaks to an address of the internet, or listens. */
    @Test
    @Timeout(300)
    @EnabledOnOs(OS.LINUX)
    void nobodySpeaksToTheInternet(@TempDir Path folder) throws Exception {
        Path calls = folder.resolve("calls");
        Path runs = folder.resolve("runs");
        List<List<String>> commands = List.of(
                Program.command("train", "--runs", runs, "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12,
                        "--steps", 20, "--eval-every", 10, "--seed", "1,2", "--device", "cpu"),
                Program.command("list", "--runs", runs), Program.command("verify", "add-7-seed-1", "--runs", runs),
                Program.command("export", "add-7-seed-1", "--runs", runs, "--out", folder.resolve("figure.svg")));
        for (List<String> command : commands) {
            List<String> traced = new ArrayList<>(
                    List.of("strace", "-f", "--seccomp-bpf", "-qq", "-A", "-e",
                            "trace=connect,bind,listen,sendto,sendmsg", "-o",
                            calls.toString()));
            traced.addAll(command);
            try {
                Program.End end = Program.run(traced);
                Needs.that(!end.said().contains("strace: "), "strace cannot trace here: " + end.said());
                assertThat(end.exitCode()).as(end.said()).isZero();
            } catch (IOException noStrace) {
                Needs.that(false, "There is no strace here.");
            }
        }
        assertThat(Files.readAllLines(calls)).noneMatch(line -> line.contains("AF_INET") || line.contains("AF_PACKET"));
    }

    /** A run of which every file is a link to a file elsewhere is read; what it leads to is not changed. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatLiesElsewhereIsNotWritten(@TempDir Path folder) throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
        RunDirectory run = TinyRun.create(folder.resolve("runs"), TinyRun.configuration(20));
        for (String name : List.of("notes.json", "writer.json")) {
            Files.createSymbolicLink(run.path().resolve(name), elsewhere);
        }
        TinyRun.finish(run);
        Files.delete(run.path().resolve("notes.json"));
        run.annotate(notes -> notes.starred(true));
        assertThat(elsewhere).hasContent("precious");
    }
}
