package org.grokscope.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** PyTorch's files, written by PyTorch: {@code torch_files.py} beside them. */
@SharesNothing
class TorchFileTest {
    static final Path FOLDER = Path.of("src", "test", "resources", "org", "grokscope", "foreign");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"current.pth", "zip-1.13.pth", "protocol-4.pth"})
    void everyTensorIsReadAsTorchHasIt(String name) throws IOException {
        JsonNode expected = Json.LINES.readTree(Files.readString(FOLDER.resolve("current.json")));
        try (ForeignFile file = ForeignFile.open(FOLDER.resolve(name))) {
            Map<?, ?> state = (Map<?, ?>) root(file).get("model");
            assertThat(state.keySet()).map(Object::toString).containsExactlyElementsOf(
                    () -> expected.fieldNames());
            for (Map.Entry<?, ?> entry : state.entrySet()) {
                JsonNode numbers = expected.path(entry.getKey().toString());
                ForeignTensor tensor = (ForeignTensor) entry.getValue();
                assertThat(tensor.values()).as(entry.getKey().toString()).containsExactly(
                        numbers.path("values").valueStream().mapToDouble(JsonNode::asDouble).toArray());
                assertThat(tensor.shape()).containsExactly(
                        numbers.path("shape").valueStream().mapToInt(JsonNode::asInt).toArray());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"current.pth", "zip-1.13.pth", "protocol-4.pth"})
    void plainDataIsReadAsItIs(String name) throws IOException {
        try (ForeignFile file = ForeignFile.open(FOLDER.resolve(name))) {
            Map<?, ?> root = root(file);
            assertThat(root.get("epoch")).isEqualTo(300L);
            assertThat(root.get("losses")).isEqualTo(List.of(0.5, 1e-9, Double.POSITIVE_INFINITY));
            assertThat(root.get("done")).isEqualTo(true);
            assertThat(root.get("note")).isEqualTo("gr\u00f8kked");
            assertThat(root.get("pairs")).isEqualTo(List.of(List.of(0L, 1L, 5L), List.of(4L, 2L, 5L)));
            assertThat(root.containsKey("none")).isTrue();
            assertThat(root.get("none")).isNull();
            assertThat(root.get("large")).isEqualTo(BigInteger.ONE.shiftLeft(80));
            assertThat(root.get("by_step")).isEqualTo(Map.of(100L, "a", -1L, "b"));
        }
    }

    @ParameterizedTest
    @CsvSource({"legacy.pth, before version 1.6", "legacy-tar.pth, before version 1.6",
            "truncated.pth, is damaged or not complete", "unknown-class.pth, holds 'argparse.Namespace'",
            "command.pth, holds 'posix.system'", "script.pth, is a TorchScript program",
            "torch_files.py, is not a file that torch.save wrote", "absent.pth, There is no file"})
    void whatCannotBeReadIsRefusedInASentence(String name, String sentence) {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> ForeignFile.open(FOLDER.resolve(name)).close())
                .withMessageContaining(name).withMessageContaining(sentence)
                .satisfies(it -> assertThat(it.getMessage()).endsWith("."));
    }

    /** Whatever byte of a file is another one, it is read or refused. */
    @Test
    void noDamagedByteDoesMoreThanRefuseTheFile() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("zip-1.13.pth"));
        Path damaged = folder.resolve("damaged.pth");
        int refused = 0;
        for (int at = 0; at < whole.length; at += 3) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x55;
            Files.write(damaged, bytes);
            refused += reads(damaged) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(100);
    }

    /** Whatever byte of a pickle is another one, it is read or refused. */
    @Test
    void noDamagedPickleDoesMoreThanBeRefused() throws IOException {
        byte[] whole = "\u0080\u0002}q\u0000(X\u0001\u0000\u0000\u0000aK\u0001X\u0001\u0000\u0000\u0000b](K\u0001K\u0002eu."
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(unpickled(whole)).isEqualTo(Map.of("a", 1L, "b", List.of(1L, 2L)));
        for (int at = 0; at < whole.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = whole.clone();
                bytes[at] = (byte) value;
                try {
                    unpickled(bytes);
                } catch (FileProblem refused) {
                    assertThat(refused.getMessage()).endsWith(".");
                }
            }
        }
    }

    /** A pickle that says how long a string is, and ends there, takes no memory for it. */
    @Test
    void aClaimedLengthTakesNoMemory() {
        byte[] claim = {(byte) 0x80, 2, 'X', -1, -1, -1, 0x7f, 'a'};
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> unpickled(claim))
                .withMessage("a.pth ends too early.");
    }

    private static @Nullable Object unpickled(byte[] bytes) throws IOException {
        return new Unpickler("a.pth", new DataInputStream(new ByteArrayInputStream(bytes)), new Unpickler.Names() {
            @Override
            public Object named(String module, String name) throws FileProblem {
                throw new FileProblem("There is no " + module + " here.");
            }

            @Override
            public Object called(@Nullable Object callee, List<?> arguments) throws FileProblem {
                throw new FileProblem("Nothing is called here.");
            }

            @Override
            public Object kept(@Nullable Object id) throws FileProblem {
                throw new FileProblem("Nothing is kept here.");
            }
        }).read();
    }

    private static boolean reads(Path file) throws IOException {
        try (ForeignFile open = ForeignFile.open(file)) {
            if (open.root() instanceof Map<?, ?> root && root.get("model") instanceof Map<?, ?> state) {
                for (Object each : state.values()) {
                    if (each instanceof ForeignTensor tensor) {
                        assertThat(Arrays.stream(tensor.values()).count()).isEqualTo(tensor.size());
                    }
                }
            }
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Map<?, ?> root(ForeignFile file) {
        return (Map<?, ?>) Objects.requireNonNull(file.root());
    }
}
