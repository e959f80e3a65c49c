package org.grokscope.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.measure.Evaluation;

/**
 * The one hand that writes a run. Lines are appended in one write each and checkpoints moved into place, so that
 * whatever happens, what is on disk is a whole run up to some step, and perhaps the beginning of one more line.
 */
public final class RunWriter implements AutoCloseable {
    /**
     * The runs that this process writes. Their lock files must not be opened a second time: closing any channel of a
     * file gives up all locks that the process holds on it.
     */
    private static final Set<Path> WRITTEN_HERE = ConcurrentHashMap.newKeySet();

    private final RunDirectory directory;
    private final FileChannel lockChannel;

    private RunWriter(RunDirectory directory, FileChannel lockChannel) {
        this.directory = directory;
        this.lockChannel = lockChannel;
    }

    /**
     * Takes the run for this process.
     *
     * @throws FileProblem when somebody else writes it
     */
    public static RunWriter open(RunDirectory directory) throws IOException {
        if (!WRITTEN_HERE.add(directory.path())) {
            throw beingWritten(directory);
        }
        try {
            FileChannel channel = lock(directory);
            try {
                AtomicFile.write(directory.ownerFile(), ByteBuffer.wrap(RunOwner.self().toJson()));
                mend(directory.metricsFile());
                mend(directory.eventsFile());
                return new RunWriter(directory, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            WRITTEN_HERE.remove(directory.path());
            throw e;
        }
    }

    private static FileChannel lock(RunDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw beingWritten(directory);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileProblem beingWritten(RunDirectory directory) throws IOException {
        return new FileProblem("The run " + directory.head().id() + " is being written by "
                + directory.owner().map(it -> "process " + it.pid()).orElse("another process") + ".");
    }

    /** Drops the beginning of a line that a killed process left: the next line must not be glued to it. */
    private static void mend(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long end = channel.size();
            while (end > 0 && channel.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
                end--;
            }
            if (end < channel.size()) {
                channel.truncate(end);
            }
        }
    }

    /** Adds a line to metrics.jsonl. */
    public void append(Evaluation evaluation) throws IOException {
        append(directory.metricsFile(), EvaluationLine.write(evaluation));
    }

    /** Adds a line to events.jsonl. */
    public void append(RunEvent event) throws IOException {
        append(directory.eventsFile(), EventLine.write(event));
    }

    private static void append(Path file, ObjectNode line) throws IOException {
        ByteBuffer bytes = ByteBuffer
                .wrap((Json.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Writes a checkpoint; when this returns, it and all lines before it are on the disk. */
    public void checkpoint(Checkpoint checkpoint) throws IOException {
        force(directory.metricsFile());
        force(directory.eventsFile());
        checkpoint.write(directory.checkpointFile(checkpoint.step()));
    }

    private static void force(Path file) throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
    }

    /**
     * Takes the run back to a step: drops later lines, torn lines and later checkpoints, so that each step occurs once
     * when training goes on from there.
     *
     * @param step the step to go on from; -1 drops everything
     */
    public void cutBackTo(int step) throws IOException {
        for (int later : directory.checkpointSteps()) {
            if (later > step) {
                Files.delete(directory.checkpointFile(later));
            }
        }
        cut(directory.metricsFile(), step, line -> EvaluationLine.read(line).step());
        cut(directory.eventsFile(), step, line -> EventLine.read(line).step());
    }

    private interface StepOf {
        int of(String line) throws FileProblem;
    }

    private static void cut(Path file, int step, StepOf stepOf) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        StringBuilder kept = new StringBuilder();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            start = end + 1;
            if (survives(line, step, stepOf)) {
                kept.append(line).append('\n');
            }
        }
        if (kept.length() < text.length()) {
            AtomicFile.write(file, ByteBuffer.wrap(kept.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean survives(String line, int step, StepOf stepOf) {
        try {
            return stepOf.of(line) <= step;
        } catch (FileProblem e) {
            return false;
        }
    }

    /** Lets others write the run. */
    @Override
    public void close() throws IOException {
        try (lockChannel) {
            // The lock file stays: one that is deleted while another process waits for it locks nobody out.
            Files.deleteIfExists(directory.ownerFile());
        } finally {
            WRITTEN_HERE.remove(directory.path());
        }
    }
}
