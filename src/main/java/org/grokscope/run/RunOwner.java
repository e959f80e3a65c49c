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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.OrdinaryFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that writes a run, as writer.json names it.
 *
 * @param pid the process
 * @param started when the process started, as its system counts: a pid alone comes again
 * @param host the machine's name
 * @param boot which of the machine's starts it was; empty when that is unknown
 * @param folder what the machine tells the run's folder by, which a copy of it does not share; empty when that is unknown
 * @param beat grows while the process lives; -1 of a program that gives no such sign
 */
public record RunOwner(long pid, long started, String host, String boot, String folder, long beat) {
    /** The file's name in a run's directory. */
    static final String FILE = "writer.json";

    private static final Logger LOG = LoggerFactory.getLogger(RunOwner.class);
    private static final Sightings SIGHTINGS = new Sightings(System::nanoTime);
    /** Before it was watched: a writer on another machine whose file is older, or newer, is taken to be gone. */
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(2);
    /** In /proc/PID/stat, counted from the state, which follows the name. */
    private static final int STARTED_FIELD = 19;

    /** Returns this process as the writer of a run's directory. */
    static RunOwner self(Path directory) throws IOException {
        ProcessHandle process = ProcessHandle.current();
        return new RunOwner(process.pid(), startOf(process), Host.NAME, Host.BOOT, identity(directory), 0);
    }

    /** Returns the same process a little later. */
    RunOwner beating() {
        return new RunOwner(pid, started, host, boot, folder, beat + 1);
    }

    byte[] toJson() throws JsonProcessingException {
        return Json.MAPPER.writeValueAsBytes(
                Json.MAPPER.createObjectNode().put("pid", pid).put("started", started).put("host", host)
                        .put("boot", boot).put("folder", folder).put("beat", beat));
    }

    /** Returns who is named by JSON, which other lines may follow; empty when it names nobody. */
    static Optional<RunOwner> parse(String json) {
        try {
            JsonNode node = Json.MAPPER.readTree(json.lines().findFirst().orElse(""));
            return node == null || !node.isObject()
                    ? Optional.empty()
                    : Optional.of(new RunOwner(node.path("pid").asLong(), node.path("started").asLong(),
                            node.path("host").asText(), node.path("boot").asText(), node.path("folder").asText(),
                            node.path("beat").asLong(-1)));
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
    }

    private static Optional<RunOwner> named(Path directory) throws IOException {
        try {
            return parse(new String(OrdinaryFile.read(directory.resolve(FILE)), StandardCharsets.UTF_8));
        } catch (NoSuchFileException | FileProblem e) {
            return Optional.empty();
        }
    }

    /**
     * Returns who writes the run in a directory now, if anybody does. Of a process on another machine this is a guess by the
     * time of its file until it has been seen twice, or for long enough.
     */
    static Optional<RunOwner> of(Path directory) throws IOException {
        try {
            Optional<RunOwner> named = named(directory);
            return named.isPresent() && named.get().alive(directory) ? named : Optional.empty();
        } catch (NoSuchFileException letGo) {
            return Optional.empty();
        }
    }

    /** As {@link #of}, but a process on another machine is watched until it gives a sign, or has been silent for long enough. */
    static Optional<RunOwner> watched(Path directory) throws IOException {
        boolean said = false;
        for (long wait = LONGEST_WAIT / 32;; wait = Math.min(LONGEST_WAIT, wait * 2)) {
            Optional<RunOwner> named = named(directory);
            if (named.isEmpty() || named.get().certain(directory).isPresent()) {
                return named.filter(it -> it.holds(directory));
            }
            if (!said) {
                LOG.warn("{} was writing the run {}; looking for up to {} s whether it still does.", named.get().said(),
                        directory.getFileName(), Sightings.SILENCE.toSeconds());
                said = true;
            }
            LockSupport.parkNanos(wait);
        }
    }

    /** Returns who wrote the run in a directory as a process on another machine and may do so still. */
    static Optional<RunOwner> uncertain(Path directory) throws IOException {
        Optional<RunOwner> named = named(directory);
        return named.isPresent() && named.get().certain(directory).isEmpty() ? named : Optional.empty();
    }

    /** Returns whether it is a process of another machine, or of this one before it was started again. */
    public boolean elsewhere() {
        return !host.equals(Host.NAME) || !boot.isEmpty() && !boot.equals(Host.BOOT);
    }

    boolean isThisProcess() {
        return !elsewhere() && pid == ProcessHandle.current().pid();
    }

    /** Returns which process it is, in words. */
    public String said() {
        return "process " + pid + (elsewhere() ? " on the machine " + host : "");
    }

    private boolean holds(Path directory) {
        try {
            return alive(directory);
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean alive(Path directory) throws IOException {
        if (elsewhere()) {
            Optional<Boolean> seen = sighting(directory);
            return seen.isPresent()
                    ? seen.get()
                    : !beforeThisStart(directory) && recent(directory.resolve(beat < 0 ? "metrics.jsonl" : FILE));
        }
        if (!folder.isEmpty() && !folder.equals(identity(directory))) {
            // A copy of a run in training is nobody's.
            return false;
        }
        return ProcessHandle.of(pid).filter(process -> process.isAlive() && startOf(process) == started).isPresent();
    }

    /** Returns whether it writes the run in a directory, as far as that is certain; empty while more must be seen of it. */
    Optional<Boolean> certain(Path directory) throws IOException {
        return elsewhere() && beat >= 0 && !beforeThisStart(directory)
                ? sighting(directory)
                : Optional.of(alive(directory));
    }

    /** Returns whether it is seen to live or to be gone; empty while that is open, or it is of this machine. */
    private Optional<Boolean> sighting(Path directory) throws IOException {
        if (!elsewhere() || beat < 0) {
            return Optional.empty();
        }
        String sign = named(directory).filter(it -> it.process().equals(process())).map(it -> "beat " + it.beat)
                .orElse("");
        return SIGHTINGS.alive(directory.toAbsolutePath().normalize() + "\n" + process(), sign);
    }

    private String process() {
        return host + " " + boot + " " + pid + " " + started;
    }

    /** A process of this machine that gave its last sign before the machine was started again ended with that. */
    private boolean beforeThisStart(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        return host.equals(Host.NAME) && Files.exists(file)
                && Files.getLastModifiedTime(file).toInstant().isBefore(Host.started());
    }

    /** Clocks of two machines differ, but seldom by much. */
    private static boolean recent(Path file) throws IOException {
        return Files.exists(file) && Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now()).abs()
                .compareTo(SILENCE) < 0;
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
}
