import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Opens the window once, where nobody sees it, and gives a command once, so that Java remembers the classes that each loads and
 * how they are linked: ahead-of-time caches (JEP 514), with which the window is there a third sooner and a command in half the
 * time. Java loads all of a cache at once, so a command has a smaller one. Where Java makes none, or not soon, the program starts
 * without.
 */
final class Rehearsal {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration LONGEST_END = Duration.ofSeconds(90);
    /** A window that takes less of the processor from one look to the next, several times, has opened. */
    private static final Duration CALM = Duration.ofMillis(60);
    private static final int CALM_LOOKS = 4;
    /** What took less of the processor than this has not opened a window yet. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final Path home;

    /** @param home of the program */
    Rehearsal(Path home) {
        this.home = home;
    }

    /** Makes the cache of the window. */
    void window(Path cache) throws IOException, InterruptedException {
        hold(cache, false, "--runs");
    }

    /** Makes the cache of a command: one that reads runs, as most do. */
    void command(Path cache) throws IOException, InterruptedException {
        hold(cache, true, "list", "--runs");
    }

    private void hold(Path cache, boolean endsByItself, String... words) throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        Path folder = Files.createTempDirectory("grokscope-rehearsal-");
        try {
            Path unfinished = folder.resolve("unfinished.aot");
            List<String> command = java(folder, unfinished);
            command.addAll(List.of(words));
            command.add((endsByItself ? home.resolve("sample-runs") : folder.resolve("runs")).toString());
            Process program = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!endsByItself) {
                if (!opened(program)) {
                    program.destroyForcibly().waitFor();
                    return;
                }
                // It ends in its own way, and Java writes the cache.
                program.destroy();
            }
            if (!program.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            } else if (Files.exists(unfinished) && (!endsByItself || program.exitValue() == 0)) {
                Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            delete(folder);
        }
    }

    private List<String> java(Path folder, Path unfinished) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:AOTCacheOutput=" + unfinished, "--enable-native-access=ALL-UNNAMED",
                "@" + home.resolve("java-options"), "-Dgrokscope.samples=" + home.resolve("sample-runs"),
                "-Dglass.platform=Headless", "-Djava.awt.headless=true", "-Dprism.order=sw",
                "-Dgrokscope.preferences=" + folder.resolve("preferences.json"), "-cp", home.resolve("lib") + "/*",
                "org.grokscope.cli.Main"));
        return command;
    }

    /** Waits until the window has opened; returns false when the program ended before, or none came. */
    private static boolean opened(Process program) throws InterruptedException {
        long began = System.nanoTime();
        Duration before = Duration.ZERO;
        for (int calm = 0; calm < CALM_LOOKS && System.nanoTime() - began < LONGEST.toNanos();) {
            if (program.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            Duration now = program.info().totalCpuDuration().orElse(Duration.ZERO);
            calm = now.compareTo(LEAST) > 0 && now.minus(before).compareTo(CALM) < 0 ? calm + 1 : 0;
            before = now;
        }
        return before.compareTo(LEAST) > 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
