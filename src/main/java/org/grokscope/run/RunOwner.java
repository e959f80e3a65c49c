package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
 * @param started when the process started, in milliseconds since 1970: a pid alone comes again
 * @param host the machine's name
 * @param folder what the machine tells the run's folder by, which a copy of it does not share; empty when that is unknown
 */
public record RunOwner(long pid, long started, String host, String folder) {
    /** A writer on another machine that has been silent for longer is taken to be gone. */
    private static final Duration SILENCE = Duration.ofMinutes(10);
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

    /** Returns who writes a run now, if anybody does. */
    static Optional<RunOwner> of(Path ownerFile, Path metrics) throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(OrdinaryFile.read(ownerFile));
            if (node == null || !node.isObject()) {
                return Optional.empty();
            }
            RunOwner owner = new RunOwner(node.path("pid").asLong(), node.path("started").asLong(),
                    node.path("host").asText(), node.path("folder").asText());
            return owner.alive(ownerFile, metrics) ? Optional.of(owner) : Optional.empty();
        } catch (NoSuchFileException | FileProblem | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean alive(Path ownerFile, Path metrics) throws IOException {
        if (!host.equals(HOST)) {
            return Files.exists(metrics)
                    && Files.getLastModifiedTime(metrics).toInstant().isAfter(Instant.now().minus(SILENCE));
        }
        if (!folder.isEmpty() && !folder.equals(identity(ownerFile.resolveSibling("")))) {
            // A copy of a run in training is nobody's.
            return false;
        }
        return ProcessHandle.of(pid).filter(process -> process.isAlive() && startOf(process) == started).isPresent();
    }

    private static long startOf(ProcessHandle process) {
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
