package org.grokscope.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The encoding of paths and arguments. Java takes it from the system's language setting when it starts, and never changes it;
 * without one (cron, systemd, plain containers: {@code LC_ALL=C}) it knows ASCII alone, and {@code läufe} becomes
 * {@code l??ufe}. Then this program starts itself once more, as the same process, with {@code LC_ALL=C.UTF-8}.
 */
final class NativeEncoding {
    private static final String SETTING = "LC_ALL";
    private static final String UTF_8 = "C.UTF-8";
    private static final Path SELF = Path.of("/proc/self");

    private NativeEncoding() {}

    /**
     * Starts the program once more where that helps; then this does not return.
     *
     * @return why the arguments or the folder cannot be used, in a sentence; empty when they can
     */
    static Optional<String> settle(String... arguments) {
        if (!ascii(System.getProperty("sun.jnu.encoding", ""))) {
            return Optional.empty();
        }
        if (!UTF_8.equals(System.getenv(SETTING)) && Files.isReadable(SELF.resolve("cmdline"))) {
            startAgain();
        }
        return refusal(Stream.concat(Stream.of(arguments), Stream.of(System.getProperty("user.dir", ""),
                String.valueOf(System.getenv("GROKSCOPE_RUNS")))));
    }

    /** Looks for what Java puts in the place of letters that it does not know. */
    static Optional<String> refusal(Stream<String> texts) {
        return texts.filter(text -> text.indexOf('\ufffd') >= 0).findFirst()
                .map(text -> "'" + text + "' has letters that the language setting here cannot express; set LC_ALL to "
                        + "a UTF-8 locale, for example LC_ALL=en_US.UTF-8.");
    }

    private static boolean ascii(String encoding) {
        return List.of("ANSI_X3.4-1968", "US-ASCII", "ASCII", "646").contains(encoding);
    }

    /** Replaces this process's program by itself, with another setting; returns only if that cannot be done. */
    private static void startAgain() {
        try (Arena arena = Arena.ofConfined()) {
            List<byte[]> words = words(Files.readAllBytes(SELF.resolve("cmdline")));
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS, words.size() + 1L);
            for (int i = 0; i < words.size(); i++) {
                list.setAtIndex(ValueLayout.ADDRESS, i, terminated(arena, words.get(i)));
            }
            list.setAtIndex(ValueLayout.ADDRESS, words.size(), MemorySegment.NULL);
            int set = (int) function("setenv", ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
                    .invokeExact(arena.allocateFrom(SETTING), arena.allocateFrom(UTF_8), 1);
            if (set == 0) {
                String program = SELF.resolve("exe").toRealPath().toString();
                int failed = (int) function("execv", ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                        .invokeExact(arena.allocateFrom(program, StandardCharsets.ISO_8859_1), list);
                assert failed != 0;
            }
        } catch (Throwable e) {
            // Then what cannot be expressed is refused.
        }
    }

    /** Takes a command line apart as Linux keeps it: a zero ends each word. */
    static List<byte[]> words(byte[] commandLine) {
        List<byte[]> words = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                words.add(Arrays.copyOfRange(commandLine, begin, i));
                begin = i + 1;
            }
        }
        return words;
    }

    private static MemorySegment terminated(Arena arena, byte[] word) {
        MemorySegment text = arena.allocate(word.length + 1L);
        MemorySegment.copy(word, 0, text, ValueLayout.JAVA_BYTE, 0, word.length);
        return text;
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout... arguments) throws IOException {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup().find(name)
                .orElseThrow(() -> new IOException("There is no " + name + " here."));
        return linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }
}
