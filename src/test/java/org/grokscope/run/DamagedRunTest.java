package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.tensor.Checksum;
import org.grokscope.tensor.SafetensorsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged copies of each file of a run: each is read correctly, or refused in a sentence. {@code -Dgrokscope.inputs=10000} says
 * how many.
 */
@Timeout(300)
@SharesNothing
class DamagedRunTest {
    private static final int COPIES = Integer.getInteger("grokscope.inputs", 200);

    @TempDir
    Path runs;
    private RunDirectory run;

    @BeforeEach
    void make() throws IOException {
        run = Samples.interrupted(runs, 600);
    }

    private interface Reading {
        void read() throws IOException;
    }

    /** Reads damaged copies of a file; returns how many were read, the others were refused. */
    private static int damage(Path file, int damagedBytes, Reading reading) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        byte[] head = Arrays.copyOf(sound, damagedBytes);
        byte[] rest = Arrays.copyOfRange(sound, damagedBytes, sound.length);
        Damage damage = new Damage(1);
        int read = 0;
        for (int copy = 0; copy < COPIES; copy++) {
            byte[] damaged = damage.of(head);
            byte[] whole = Arrays.copyOf(damaged, damaged.length + rest.length);
            System.arraycopy(rest, 0, whole, damaged.length, rest.length);
            Files.write(file, whole);
            try {
                reading.read();
                read++;
            } catch (FileProblem refused) {
                assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n").endsWith(".");
            } catch (RuntimeException | Error crash) {
                throw new AssertionError("Copy " + copy + ": " + new String(damaged, StandardCharsets.UTF_8), crash);
            }
        }
        return read;
    }

    private static int damage(Path file, Reading reading) throws IOException {
        return damage(file, (int) Files.size(file), reading);
    }

    @Test
    void aDamagedRunJsonIsReadOrRefused() throws IOException {
        int read = damage(run.headFile(), () -> {
            RunHead head = RunDirectory.open(run.path()).head();
            assertThat(head.id()).isEqualTo(run.head().id());
            assertThat(head.configuration().task().p()).isBetween(5, 997);
        });
        assertThat(read).isBetween(COPIES / 100, COPIES / 2);
    }

    @Test
    void damagedLinesOfMetricsAreReadOrLeftOut() throws IOException {
        int read = damage(run.metricsFile(), () -> {
            RunHistory history = run.history();
            assertThat(history.evaluations()).extracting(Evaluation::step).isSorted().doesNotHaveDuplicates();
            history.leftOut().forEach(sentence -> assertThat(sentence).startsWith("metrics.jsonl"));
            try (RunWriter writer = RunWriter.open(run)) {
                writer.cutBackTo(600);
                writer.append(Samples.evaluation(Integer.MAX_VALUE));
            }
            assertThat(run.history().evaluations()).last().extracting(Evaluation::step).isEqualTo(Integer.MAX_VALUE);
        });
        assertThat(read).isEqualTo(COPIES);
    }

    @Test
    void damagedLinesOfEventsAreReadOrLeftOut() throws IOException {
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(new RunEvent.Forked(200, Samples.TIME, "child"));
            writer.append(new RunEvent.WeightDecayChanged(300, Samples.TIME, 1, 5));
            writer.append(new RunEvent.Paused(400, Samples.TIME, "Paused on request."));
            writer.append(new RunEvent.Resumed(400, Samples.TIME, Samples.ENVIRONMENT));
        }
        int read = damage(run.eventsFile(), () -> run.history().leftOut()
                .forEach(sentence -> assertThat(sentence).startsWith("events.jsonl")));
        assertThat(read).isEqualTo(COPIES);
    }

    @Test
    void aDamagedHeaderOfACheckpointGivesTheSameTensorsOrIsRefused() throws IOException {
        Path file = run.checkpointFile(200);
        int header = Long.BYTES + (int) ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        Checkpoint sound = run.checkpoint(200);
        int read = damage(file, header, () -> {
            run.resumableSteps();
            Checkpoint checkpoint = run.checkpoint(200);
            if (SafetensorsFile.read(file).metadata().containsKey(Checksum.KEY)) {
                assertThat(checkpoint).isEqualTo(sound);
            }
        });
        assertThat(read).isLessThan(COPIES / 2);
    }

    /** Tensors that share their bytes would multiply what a file holds: this one claims 40 GB and has 400 kB. */
    @Test
    void aHeaderThatClaimsTheSameBytesAgainAndAgainIsRefused() throws IOException {
        String header = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"t" + i + "\":{\"dtype\":\"F32\",\"shape\":[100000],\"data_offsets\":[0,400000]}")
                .collect(Collectors.joining(",", "{", "}"));
        assertThatItIsRefused(header, 400_000, "overlap");
    }

    @Test
    void axesThatMultiplyBeyondAllNumbersAreRefused() throws IOException {
        assertThatItIsRefused(
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,0],\"data_offsets\":[0,0]}}", 0,
                "does not fit");
    }

    @Test
    void aFileLargerThanTheMemoryIsRefused() throws IOException {
        long size = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / 8 * 5) / 4 * 4;
        assertThatItIsRefused("{\"x\":{\"dtype\":\"F32\",\"shape\":[" + size / 4 + "],\"data_offsets\":[0," + size
                + "]}}", size, "memory");
    }

    private void assertThatItIsRefused(String header, long dataSize, String reason) throws IOException {
        Path file = run.checkpointFile(200);
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Files.write(file, ByteBuffer.allocate(Long.BYTES + json.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length).put(json).array());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(sparse.length() + dataSize);
        }
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> run.checkpoint(200))
                .withMessageContaining(reason);
    }

    @Test
    void aCheckpointUnderAnothersNameIsRefused() throws IOException {
        Files.move(run.checkpointFile(200), run.checkpointFile(250));
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> run.checkpoint(250))
                .withMessageContaining("holds step 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../victim", "..", "/tmp", "a/b", "a\\\\b", "C:x", ".hidden", "", "a\\u0000b"})
    void aForkWhoseParentLeadsElsewhereIsRefusedAndNothingIsTouched(String parent) throws IOException {
        Set<Path> before = everything();
        String text = Files.readString(run.headFile());
        Files.writeString(run.headFile(), text.replace("\"lineage\" : null",
                "\"lineage\" : {\"parent\":\"" + parent + "\",\"step\":200,\"changes\":[]}"));
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunDirectory.open(run.path()))
                .withMessageContaining("plain name");
        Files.writeString(run.headFile(), text.replace("\"id\" : \"" + run.head().id(), "\"id\" : \"" + parent));
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunDirectory.open(run.path()))
                .withMessageContaining("plain name");
        assertThat(everything()).isEqualTo(before);
    }

    private Set<Path> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(runs)) {
            return paths.collect(Collectors.toSet());
        }
    }

    @Test
    void aLineThatAKilledProcessBeganIsNotGluedToTheNext() throws IOException {
        byte[] whole = Files.readAllBytes(run.metricsFile());
        Files.write(run.metricsFile(), Arrays.copyOf(whole, whole.length - 20));
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(Samples.evaluation(700));
        }
        assertThat(run.history().evaluations()).extracting(Evaluation::step).containsExactly(0, 100, 200, 300, 400,
                500, 700);
        assertThat(run.history().leftOut()).isEmpty();
    }

    @Test
    void whoeverReadsARunDoesNotGiveUpItsLock() throws Exception {
        try (RunWriter writer = RunWriter.open(run)) {
            run.history();
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunWriter.open(run));
            Process other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                    System.getProperty("java.class.path"), Contender.class.getName(), run.path().toString()).start();
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("is being written by process " + ProcessHandle.current().pid());
            writer.append(Samples.evaluation(700));
        }
    }

    /** Another process that wants to write the run. */
    static final class Contender {
        public static void main(String[] arguments) throws IOException {
            try (RunWriter writer = RunWriter.open(RunDirectory.open(Path.of(arguments[0])))) {
                System.out.println("It has the run, too: " + writer);
            } catch (FileProblem refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
