package org.grokscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.file.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", new Tensor(new int[]{2, 3}, new float[]{1, 2, 3, 4, 5, Float.MIN_VALUE}));
        tensors.put("b", new Tensor(new int[]{0}, new float[0]));
        SafetensorsFile.write(folder.resolve("f"), tensors, Map.of("step", "7"));
        SafetensorsFile read = SafetensorsFile.read(folder.resolve("f"));
        assertThat(read.tensors()).isEqualTo(tensors);
        assertThat(read.metadata()).containsEntry("step", "7").containsOnlyKeys("step", "crc32c");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void oneTensorIsReadWithoutTheOthers() throws IOException {
        Path file = folder.resolve("f");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", new Tensor(new int[]{2}, new float[]{1, 2}));
        tensors.put("b", new Tensor(new int[]{3}, new float[]{3, 4, 5}));
        SafetensorsFile.write(file, tensors, Map.of());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3 * Float.BYTES - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(SafetensorsFile.readTensor(file, "b")).contains(new Tensor(new int[]{3}, new float[]{3, 4, 5}));
        assertThat(SafetensorsFile.readTensor(file, "c")).isEmpty();
    }

    @Test
    void theLayoutIsThatOfSafetensors() throws IOException {
        SafetensorsFile.write(folder.resolve("f"), Map.of("x", new Tensor(new int[]{1}, new float[]{2})), Map.of());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("f"))).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        byte[] header = new byte[length];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).strip().replaceAll("[0-9a-f]{8}", "sum")).isEqualTo(
                "{\"__metadata__\":{\"crc32c\":\"sum\"},\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
        assertThat(length % 8).isZero();
        assertThat(bytes.getFloat()).isEqualTo(2);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void noFlippedBitOfANumberOrOfTheStepGoesUnnoticed() throws IOException {
        Path file = folder.resolve("f");
        SafetensorsFile.write(file, Map.of("x", new Tensor(new int[]{2}, new float[]{2, 3})), Map.of("step", "7"));
        byte[] whole = Files.readAllBytes(file);
        SafetensorsFile written = SafetensorsFile.read(file);
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                Files.write(file, flipped);
                try {
                    SafetensorsFile read = SafetensorsFile.read(file);
                    // A flip that hides the checksum itself leaves all else as it was.
                    assertThat(read.tensors()).isEqualTo(written.tensors());
                    assertThat(read.metadata()).containsEntry("step", "7");
                } catch (FileProblem noticed) {
                    assertThat(noticed).hasMessageContaining(file.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, -1, 0, 1 << 24, 1000})
    void aHeaderLongerThanTheFileIsRefused(long claimed) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN).putLong(claimed);
        Files.write(folder.resolve("f"), bytes.array());
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> SafetensorsFile.read(folder.resolve("f")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}",
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,4]}}",
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9223372036854775807]}}", "{\"x\":3}", "[1]",
            "{\"x\"", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}"})
    void aHeaderThatDoesNotFitTheFileIsRefused(String header) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length)
                .put(json);
        Files.write(folder.resolve("f"), bytes.array());
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> SafetensorsFile.read(folder.resolve("f")));
    }

    @Test
    void anAbsentFileIsNamed() {
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> SafetensorsFile.read(folder.resolve("nothing")))
                .withMessageContaining("nothing");
    }

    @Test
    void aNetworkThatIsTooLargeForAFileIsRefusedInASentence() {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> SafetensorsFile.checkSize(Path.of("step-00000000.safetensors"), 3_000_000_000L))
                .withMessage("The network is too large to be kept: step-00000000.safetensors would take 3.0 GB, and "
                        + "2.1 GB is the most.");
    }
}
