package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An argument of a {@link Script}, or what it returned: native memory that only closing frees, whatever becomes of the
 * object. Those that are open are counted, so that a test can tell whether one was forgotten.
 */
public final class ScriptValue implements AutoCloseable {
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final IValue value;
    private final AtomicBoolean closed = new AtomicBoolean();

    ScriptValue(IValue value) {
        this.value = value;
        OPEN.incrementAndGet();
    }

    /** Returns how many are open in this process. */
    public static int open() {
        return OPEN.get();
    }

    /** Returns an array as an argument; it stays the caller's. */
    public static ScriptValue of(NDArray array) {
        return new ScriptValue(IValue.from((PtNDArray) array));
    }

    /** Returns a whole number as an argument. */
    public static ScriptValue of(long number) {
        return new ScriptValue(IValue.from(number));
    }

    /** Returns a number as an argument. */
    public static ScriptValue of(double number) {
        return new ScriptValue(IValue.from(number));
    }

    /** Returns a list of whole numbers as an argument. */
    public static ScriptValue list(long... numbers) {
        return new ScriptValue(IValue.listFrom(numbers));
    }

    /** Returns a list of arrays as an argument. */
    public static ScriptValue list(NDArray... arrays) {
        return new ScriptValue(IValue.listFrom(Arrays.copyOf(arrays, arrays.length, PtNDArray[].class)));
    }

    /** Returns named arrays as an argument; the script may put others among them. */
    public static ScriptValue map(Map<String, NDArray> arrays) {
        Map<String, PtNDArray> byName = new HashMap<>();
        arrays.forEach((name, array) -> byName.put(name, (PtNDArray) array));
        return new ScriptValue(IValue.stringMapFrom(byName));
    }

    /** Returns the array that was returned; it belongs to the manager. */
    public NDArray array(NDManager manager) {
        return value.toTensor((PtNDManager) manager);
    }

    /** Returns the arrays that were returned; they belong to the manager. */
    public NDArray[] arrays(NDManager manager) {
        return value.toTensorArray((PtNDManager) manager);
    }

    /** Returns the number that was returned. */
    public double number() {
        return value.toDouble();
    }

    IValue inner() {
        return value;
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            OPEN.decrementAndGet();
            value.close();
        }
    }
}
