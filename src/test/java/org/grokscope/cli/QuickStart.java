package org.grokscope.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Java's start, done once for all processes that tests start: an ahead-of-time cache of loaded and linked classes (JEP 514),
 * with which a process that trains takes a third less of the processor. Java caches classes of jars alone, so the compiled
 * classes are put into jars first. Both stay for the next time while the classes are the same. Where Java makes no cache, or
 * not soon, processes start without one.
 */
final class QuickStart {
    private static final Path FOLDER = Path.of("target", "quick-start").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> FLAGS = flagsHere();

    private QuickStart() {}

    /** Returns what Java is told so that it starts quickly, the class path among it; a cache fits these flags alone. */
    static List<String> flags() {
        return FLAGS;
    }

    private static List<String> flagsHere() {
        try {
            Files.createDirectories(FOLDER);
            List<String> jars = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                jars.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry)).toString() : entry);
            }
            // Java is told that there is not much to do: a short process spends most of its time on compiling itself.
            List<String> flags = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true",
                    "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                    String.join(File.pathSeparator, jars)));
            cache(flags).ifPresent(cache -> flags.addFirst("-XX:AOTCache=" + cache));
            return List.copyOf(flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a jar of a folder of classes, and forgets the cache where it had to be made anew. */
    private static Path jar(Path classes) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(classes)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        long newest = 0;
        for (Path file : files) {
            newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
        }
        Path jar = FOLDER.resolve(classes.getFileName() + ".jar");
        String state = files.size() + " files, the newest of " + newest;
        if (Files.exists(jar)) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                if (state.equals(zip.getComment())) {
                    return jar;
                }
            }
        }
        Files.deleteIfExists(cacheFile());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(0);
            zip.setComment(state);
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                besides(file);
            }
        }
        return jar;
    }

    /** Fonts lie beside an installed program's jar, as files: Java would copy those of a jar into the temporary folder. */
    private static void besides(Path file) throws IOException {
        if (file.getParent().endsWith("fonts")) {
            Path folder = Files.createDirectories(FOLDER.resolve("fonts"));
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path cacheFile() {
        return FOLDER.resolve("start.aot");
    }

    private static Optional<Path> cache(List<String> flags) throws IOException {
        Path cache = cacheFile();
        if (Files.notExists(cache)) {
            Path unfinished = FOLDER.resolve("start-" + ProcessHandle.current().pid() + ".aot");
            List<String> command = new ArrayList<>(List.of(Program.java(), "-XX:AOTCacheOutput=" + unfinished));
            command.addAll(flags);
            command.addAll(List.of(Rehearsal.class.getName(), Files.createTempDirectory(FOLDER, "runs").toString()));
            Process made = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("rehearsal.log").toFile()).start();
            if (ended(made) && Files.exists(unfinished)) {
                Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Optional.of(cache).filter(Files::exists);
    }

    /** Returns whether it did so in time; the test that waits for it has a time limit of its own. */
    private static boolean ended(Process process) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }

    /** Does once what tests do in processes, in the folder that it is given. */
    static final class Rehearsal {
        public static void main(String[] arguments) {
            Path runs = Path.of(arguments[0]);
            String id = "add-7-seed-42";
            for (List<Object> call : List.<List<Object>>of(
                    List.of("train", "--runs", runs, "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12,
                            "--device",
                            "cpu", "--steps", 4, "--eval-every", 2, "--checkpoint-every", 2),
                    List.of("resume", id, "--runs", runs, "--steps", 6),
                    List.of("verify", id, "--runs", runs), List.of("list", "--runs", runs),
                    List.of("show", id, "--json", "--runs", runs),
                    List.of("export", id, "--runs", runs, "--out", runs.resolve("figure.svg")),
                    List.of("copy", id, "--runs", runs, "--to", runs.resolve("copies")))) {
                CommandLines.run(ResultStream.standard(), call.stream().map(Object::toString).toArray(String[]::new));
            }
            System.exit(0);
        }
    }
}
