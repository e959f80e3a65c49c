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
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts this program once more, as the same process, with other environment variables: some act before Java's first line, and
 * Java cannot change them. Linux only; elsewhere nothing happens.
 */
final class StartAgain {
    private static final Path SELF = Path.of("/proc/self");

    /** With it a packaged program's launcher takes its arguments for those of Java. */
    private static final String PACKAGED = "_JPACKAGE_LAUNCHER";

    private StartAgain() {}

    /** Replaces this process's program by itself; returns only if that cannot be done. */
    static void with(Map<String, String> set, List<String> unset) {
        if (!Files.isReadable(SELF.resolve("cmdline"))) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            List<byte[]> words = words(Files.readAllBytes(SELF.resolve("cmdline")));
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS, words.size() + 1L);
            for (int i = 0; i < words.size(); i++) {
                list.setAtIndex(ValueLayout.ADDRESS, i, terminated(arena, words.get(i)));
            }
            list.setAtIndex(ValueLayout.ADDRESS, words.size(), MemorySegment.NULL);
            MethodHandle setenv = function("setenv", ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
            for (Map.Entry<String, String> each : set.entrySet()) {
                int _ = (int) setenv.invokeExact(arena.allocateFrom(each.getKey()), arena.allocateFrom(each.getValue()),
                        1);
            }
            MethodHandle unsetenv = function("unsetenv", ValueLayout.ADDRESS);
            for (String each : Stream.concat(unset.stream(), Stream.of(PACKAGED)).toList()) {
                int _ = (int) unsetenv.invokeExact(arena.allocateFrom(each));
            }
            String program = SELF.resolve("exe").toRealPath().toString();
            int _ = (int) function("execv", ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                    .invokeExact(arena.allocateFrom(program, StandardCharsets.ISO_8859_1), list);
        } catch (Throwable e) {
            // Then this process does what it can.
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
