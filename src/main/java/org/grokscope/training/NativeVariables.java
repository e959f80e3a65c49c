package org.grokscope.training;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The process' own environment variables, as native libraries read them when they are loaded. Java's copy of them, made
 * when it started, stays as it is.
 */
final class NativeVariables {
    private static final Optional<MethodHandle> UNSET = function("unsetenv",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private NativeVariables() {}

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> function(String name, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, type));
    }

    /** Takes a variable away; returns whether that could be done: it cannot on Windows. */
    static boolean remove(String name) {
        if (UNSET.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(name);
            return (int) UNSET.get().invokeExact(text) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("The variable " + name + " could not be taken away.", e);
        }
    }
}
