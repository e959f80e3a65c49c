package org.grokscope.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind standard error, where progress is told: a screen that a person watches, or a file, which gets no line
 * that is written over.
 *
 * @param watched whether a line may be written over
 * @param columns characters that fit side by side
 */
record Terminal(boolean watched, int columns) {
    /** A file, a pipe, or a screen that understands nothing but text. */
    static final Terminal NONE = new Terminal(false, 80);

    private static final int STANDARD_ERROR = 2;
    /** TIOCGWINSZ, which asks a terminal for its size: Linux's number and macOS's. */
    private static final long LINUX_SIZE = 0x5413;
    private static final long MAC_SIZE = 0x40087468;

    /** Looked at once, and only by those who ask: it takes as long as to list some runs. */
    private static final class Here {
        static final Terminal TERMINAL = look();
    }

    /** Returns what stands behind this process's standard error. */
    static Terminal here() {
        return Here.TERMINAL;
    }

    private static Terminal look() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return System.console() != null && System.console().isTerminal() ? new Terminal(true, 80) : NONE;
        }
        if (!understandsMore() || !isTerminal(STANDARD_ERROR)) {
            return NONE;
        }
        return new Terminal(true, columns(system.startsWith("mac") ? MAC_SIZE : LINUX_SIZE));
    }

    /** Returns whether standard input and output are a terminal, which keys can be read from and a table drawn on. */
    static boolean isScreen() {
        return understandsMore() && isTerminal(0) && isTerminal(1);
    }

    private static boolean understandsMore() {
        String kind = System.getenv("TERM");
        return kind != null && !kind.isEmpty() && !kind.equals("dumb");
    }

    private static boolean isTerminal(int stream) {
        Optional<MethodHandle> isatty = function("isatty",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return isatty.isPresent() && (int) isatty.get().invokeExact(stream) == 1;
        } catch (Throwable e) {
            return false;
        }
    }

    private static int columns(long request) {
        Optional<MethodHandle> ioctl = function("ioctl", FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(2));
        try (Arena arena = Arena.ofConfined()) {
            // Rows and columns, then pixels, of 16 bits each.
            MemorySegment size = arena.allocate(ValueLayout.JAVA_SHORT, 4);
            boolean known = ioctl.isPresent()
                    && (int) ioctl.get().invokeExact(STANDARD_ERROR, request, size) == 0;
            int columns = known ? Short.toUnsignedInt(size.getAtIndex(ValueLayout.JAVA_SHORT, 1)) : 0;
            return columns == 0 ? NONE.columns : columns;
        } catch (Throwable e) {
            return NONE.columns;
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> function(String name, FunctionDescriptor type, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        @Nullable
        MemorySegment address = linker.defaultLookup().find(name).orElse(null);
        return address == null ? Optional.empty() : Optional.of(linker.downcallHandle(address, type, options));
    }
}
