package org.grokscope.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.grokscope.measure.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * The one hand that writes a run. Lines are appended in one write each and checkpoints moved into place, so that
 * whatever happens, what is on disk is a whole run up to some step, and perhaps the beginning of one more line.
 */
public final class RunWriter implements AutoCloseable {
    private final RunDirectory directory;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private RunWriter(RunDirectory directory, FileChannel lockChannel, FileLock lock) {
        this.directory = directory;
        this.lockChannel = lockChannel;
        this.lock = lock;
    }

    /**
     * Takes the run for this process.
     *
     * @throws RunProblem when somebody else writes it
     */
    public static RunWriter open(RunDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                Optional<RunOwner> owner = directory.owner();
                throw new RunProblem("The run " + directory.head().id() + " is being written by "
                        + owner.map(it -> "process " + it.pid()).orElse("another process") + ".");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(RunOwner.self().toJson()), 0);
            return new RunWriter(directory, channel, lock);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
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
        int of(String line) throws RunProblem;
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
        } catch (RunProblem e) {
            return false;
        }
    }

    /** Lets others write the run. */
    @Override
    public void close() throws IOException {
        if (lock.isValid()) {
            // Emptied and not deleted: a file that is deleted while another process waits for it locks nobody out.
            lockChannel.truncate(0);
            lock.release();
        }
        lockChannel.close();
    }
}
