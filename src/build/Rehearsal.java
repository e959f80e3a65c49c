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

    private final Path samples;

    /** @param samples runs that a command reads */
    Rehearsal(Path samples) {
        this.samples = samples;
    }

    /** Makes the cache of the window that a launcher opens. */
    void window(Path launcher, Path cache) throws IOException, InterruptedException {
        hold(cache, unfinished -> {
            Process program = start(unfinished, launcher, "--runs", unfinished.resolveSibling("runs"));
            if (!opened(program)) {
                program.destroyForcibly().waitFor();
                return false;
            }
            // It ends in its own way, and Java writes the cache.
            program.destroy();
            return ended(program);
        });
    }

    /** Makes the cache of a command, one that reads runs, as most do. */
    void command(Path launcher, Path cache) throws IOException, InterruptedException {
        hold(cache, unfinished -> {
            Process program = start(unfinished, launcher, "list", "--runs", samples);
            return ended(program) && program.exitValue() == 0;
        });
    }

    /** A start of the program. */
    private interface Start {
        /** Runs the program, and returns whether all went well and it left a cache. */
        boolean run(Path unfinished) throws IOException, InterruptedException;
    }

    private static void hold(Path cache, Start start) throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        Path folder = Files.createTempDirectory("grokscope-rehearsal-");
        try {
            Path unfinished = folder.resolve("unfinished.aot");
            if (start.run(unfinished) && Files.exists(unfinished)) {
                Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            delete(folder);
        }
    }

    private static boolean ended(Process program) throws InterruptedException {
        if (program.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
            return true;
        }
        program.destroyForcibly().waitFor();
        return false;
    }

    private static Process start(Path unfinished, Path launcher, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        ProcessBuilder program = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("JAVA_TOOL_OPTIONS",
                "-XX:AOTCacheOutput=" + unfinished + " -Dglass.platform=Headless -Djava.awt.headless=true "
                        + "-Dprism.order=sw -Dgrokscope.preferences=" + unfinished.resolveSibling("preferences.json"));
        return program.start();
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
