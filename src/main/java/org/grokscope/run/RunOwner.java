package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.OrdinaryFile;

/**
 * The process that writes a run, as writer.json names it.
 *
 * @param pid the process
 * @param started when the process started, as its system counts: a pid alone comes again
 * @param host the machine's name
 * @param folder what the machine tells the run's folder by, which a copy of it does not share; empty when that is unknown
 */
public record RunOwner(long pid, long started, String host, String folder) {
    /** The file's name in a run's directory. */
    static final String FILE = "writer.json";

    /** A writer on another machine that has been silent for longer is taken to be gone. */
    private static final Duration SILENCE = Duration.ofMinutes(10);
    /** In /proc/PID/stat, counted from the state, which follows the name. */
    private static final int STARTED_FIELD = 19;
    private static final String HOST = hostName();

    /** Returns this process as the writer of a run's directory. */
    static RunOwner self(Path directory) throws IOException {
        ProcessHandle process = ProcessHandle.current();
        return new RunOwner(process.pid(), startOf(process), HOST, identity(directory));
    }

    byte[] toJson() throws JsonProcessingException {
        return Json.MAPPER.writeValueAsBytes(
                Json.MAPPER.createObjectNode().put("pid", pid).put("started", started).put("host", host)
                        .put("folder", folder));
    }

    /** Returns who writes the run in a directory now, if anybody does. */
    static Optional<RunOwner> of(Path directory) throws IOException {
        Path ownerFile = directory.resolve(FILE);
        try {
            JsonNode node = Json.MAPPER.readTree(OrdinaryFile.read(ownerFile));
            if (node == null || !node.isObject()) {
                return Optional.empty();
            }
            RunOwner owner = new RunOwner(node.path("pid").asLong(), node.path("started").asLong(),
                    node.path("host").asText(), node.path("folder").asText());
            return owner.alive(directory) ? Optional.of(owner) : Optional.empty();
        } catch (NoSuchFileException | FileProblem | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Returns whether it is a process of another machine, whose locks need not be seen here. */
    boolean elsewhere() {
        return !host.equals(HOST);
    }

    /** Returns which process it is, in words. */
    public String said() {
        return "process " + pid + (elsewhere() ? " on the machine " + host : "");
    }

    private boolean alive(Path directory) throws IOException {
        if (elsewhere()) {
            Path metrics = directory.resolve("metrics.jsonl");
            // Its clock may be ahead of this one's, but not by long.
            return Files.exists(metrics) && Duration
                    .between(Files.getLastModifiedTime(metrics).toInstant(), Instant.now()).abs()
                    .compareTo(SILENCE) < 0;
        }
        if (!folder.isEmpty() && !folder.equals(identity(directory))) {
            // A copy of a run in training is nobody's.
            return false;
        }
        return ProcessHandle.of(pid).filter(process -> process.isAlive() && startOf(process) == started).isPresent();
    }

    /** Linux counts from when it was started; what Java makes of that changes when somebody sets the time of day. */
    private static long startOf(ProcessHandle process) {
        try {
            Path counts = Path.of("/proc", Long.toString(process.pid()), "stat");
            if (Files.isReadable(counts)) {
                // The name, in brackets, may have blanks and brackets in it.
                String text = Files.readString(counts, StandardCharsets.ISO_8859_1);
                return Long.parseLong(text.substring(text.lastIndexOf(')') + 2).split(" ")[STARTED_FIELD]);
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unknown) {
            // Another system; Java may know.
        }
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Returns the folder's number on its file system, which it keeps when it is renamed; its path where it has none. */
    private static String identity(Path directory) throws IOException {
        Path folder = directory.toRealPath();
        Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        return key == null ? folder.toString() : key.toString();
    }

    /** Returns what the machine calls itself. Nobody else is asked: a name server may be far away, or dead. */
    private static String hostName() {
        try {
            Path kernel = Path.of("/proc/sys/kernel/hostname");
            if (Files.isReadable(kernel)) {
                return Files.readString(kernel).strip();
            }
        } catch (IOException unreadable) {
            // The environment may tell.
        }
        return Stream.of("COMPUTERNAME", "HOSTNAME").map(System::getenv).filter(Objects::nonNull).findFirst()
                .orElse("localhost");
    }
}
