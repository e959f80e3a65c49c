package org.grokscope.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.grokscope.SharesNothing;
import org.grokscope.run.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a log of another program holds, its numbers are read or it is refused in a sentence. */
@Timeout(1800)
@SharesNothing
class FuzzedCurvesTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/grokscope/foreign");
    private static final int LENGTH_AND_SUM = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "log.csv | step,train/loss,\"val, loss\"%100,4.5,1e-3%200,,NaN%300,inf,\"0.5\"%",
            "log.csv | step;loss%1;0,5%2;1,5%", "log.tsv | epoch\ttrain_loss%0\t4.57%1\tnan%",
            "log.jsonl | {\"step\":1,\"train\":{\"loss\":4.5,\"accuracy\":0.1}}%{\"step\":2,\"note\":\"odd\",\"loss\":NaN}%"})
    void aTableOfText(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Fuzz.damage(text.replace('%', '\n'), bytes -> read(Files.write(file, bytes)));
    }

    /** A record is damaged before it is summed: else nothing would come behind the checksum. */
    @ParameterizedTest
    @ValueSource(strings = {"simple.tfevents", "tensor.tfevents"})
    void anEventFile(String name) throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        Path file = folder.resolve(name);
        for (int at = 0; at < whole.limit();) {
            byte[] record = new byte[Math.toIntExact(whole.getLong(at))];
            whole.get(at + LENGTH_AND_SUM, record);
            at += LENGTH_AND_SUM + record.length + Integer.BYTES;
            if (at == whole.limit()) {
                // Each of the others is like the last.
                Fuzz.damage(record, bytes -> read(Files.write(file, summed(bytes))));
            }
        }
    }

    @Test
    void anEventFileWhoseFrameIsDamaged() throws IOException {
        Path file = folder.resolve("simple.tfevents");
        Fuzz.damage(Files.readAllBytes(FOLDER.resolve("simple.tfevents")), bytes -> read(Files.write(file, bytes)));
    }

    private static void read(Path file) throws IOException {
        Curves curves = Curves.read(file);
        assertThat(curves.columns()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(curves.rows())
                .allSatisfy(row -> assertThat(row.values().values()).noneMatch(value -> value.isInfinite()));
        curves.remarks().forEach(sentence -> assertThat(sentence).isNotBlank().doesNotContain("\n"));
    }

    private static byte[] summed(byte[] record) {
        ByteBuffer file = ByteBuffer.allocate(LENGTH_AND_SUM + record.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(record.length);
        file.putInt(sum(file.array(), 0, Long.BYTES));
        file.put(record);
        return file.putInt(sum(record, 0, record.length)).array();
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return Integer.rotateRight((int) sum.getValue(), 15) + 0xa282ead8;
    }
}
