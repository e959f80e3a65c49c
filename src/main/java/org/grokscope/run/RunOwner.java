package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.grokscope.file.Json;

/**
 * The process that writes a run, as writer.json names it.
 *
 * @param pid the process
 * @param started when the process started, in milliseconds since 1970: a pid alone comes again
 * @param host the machine's name
 */
public record RunOwner(long pid, long started, String host) {
    /** A writer on another machine that has been silent for longer is taken to be gone. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    /** Returns this process. */
    static RunOwner self() {
        ProcessHandle process = ProcessHandle.current();
        return new RunOwner(process.pid(), startOf(process), hostName());
    }

    byte[] toJson() throws JsonProcessingException {
        return Json.MAPPER.writeValueAsBytes(
                Json.MAPPER.createObjectNode().put("pid", pid).put("started", started).put("host", host));
    }

    /** Returns who writes a run now, if anybody does. */
    static Optional<RunOwner> of(Path ownerFile, Path metrics) throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(Files.readAllBytes(ownerFile));
            if (node == null || !node.isObject()) {
                return Optional.empty();
            }
            RunOwner owner = new RunOwner(node.path("pid").asLong(), node.path("started").asLong(),
                    node.path("host").asText());
            return owner.alive(metrics) ? Optional.of(owner) : Optional.empty();
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean alive(Path metrics) throws IOException {
        if (!host.equals(hostName())) {
            return Files.exists(metrics)
                    && Files.getLastModifiedTime(metrics).toInstant().isAfter(Instant.now().minus(SILENCE));
        }
        return ProcessHandle.of(pid).filter(process -> process.isAlive() && startOf(process) == started).isPresent();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
