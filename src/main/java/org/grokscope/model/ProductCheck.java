package org.grokscope.model;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether oneDNN's products are right here, those of float32 and those of bfloat16 numbers. It shares a product out by the
 * threads it asks OpenMP for and does not look how many came, so where fewer come a part of the result stays unwritten, and
 * success is reported (seen with oneDNN 3.2 and 3.7.1). A wrong product would train NaN, or measure numbers that are not so.
 */
final class ProductCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ProductCheck.class);
    /** The largest product of the usual network: 512 pairs of 3 positions, width 128, 512 neurons. */
    private static final int ROWS = 1536;
    private static final int INNER = 128;
    private static final int COLUMNS = 512;
    /** Float32 sums of so few products of numbers around 1 err far less. */
    private static final double TOLERANCE = 1e-2;
    /** Operands and sums of up to 40 with 8 significant bits. */
    private static final double NARROW_TOLERANCE = 0.25;

    private ProductCheck() {}

    /** Holds what was found, once a process. */
    private static final class Found {
        static final boolean RIGHT = check("product", TOLERANCE,
                "The fast matrix products of this machine's tensor library are wrong; the plain ones are used.");
    }

    /** Holds what was found of bfloat16 numbers, once a process. */
    private static final class FoundNarrow {
        static final boolean RIGHT = check("narrow", NARROW_TOLERANCE,
                "This machine's tensor library computes wrong matrix products of bfloat16 numbers.");
    }

    /** Returns whether they are there and right; computed at the first call, which takes a few milliseconds. */
    static boolean passes() {
        return Found.RIGHT;
    }

    /** Returns whether those of bfloat16 numbers are right; computed at the first call. */
    static boolean narrowPasses() {
        return FoundNarrow.RIGHT;
    }

    private static boolean check(String method, double tolerance, String wrong) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Script script = Script.load(manager, ProductCheck.class, "Check", "check.torchscript");
                ScriptValue x = ScriptValue.of(numbers(manager, ROWS, 7919));
                ScriptValue weight = ScriptValue.of(numbers(manager, COLUMNS, 104_729));
                ScriptValue result = script.call(method, x, weight)) {
            NDArray product = result.array(manager);
            if (agrees(x.array(manager).toFloatArray(),
                    weight.array(manager).toFloatArray(), product.toFloatArray(), tolerance)) {
                return true;
            }
            LOG.warn(wrong);
        } catch (EngineException e) {
            LOG.debug("This tensor library was built without oneDNN.", e);
        }
        return false;
    }

    /** Returns numbers between -1 and 1 that repeat late. */
    private static NDArray numbers(NDManager manager, int rows, int multiplier) {
        float[] values = new float[rows * INNER];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) ((long) i * multiplier % 2001 - 1000) / 1000f;
        }
        return AlignedArray.of(manager, values, new Shape(rows, INNER));
    }

    /**
     * Compares a product x W^T with plain arithmetic: every row at a few columns, so that no thread's part is left out.
     *
     * @param x (rows, {@value #INNER}), row by row
     * @param weight (columns, {@value #INNER})
     * @param product (rows, columns)
     * @param tolerance by how much an element may differ
     */
    static boolean agrees(float[] x, float[] weight, float[] product, double tolerance) {
        int rows = x.length / INNER;
        int columns = weight.length / INNER;
        for (int row = 0; row < rows; row++) {
            for (int column = row % 37; column < columns; column += 37) {
                double sum = 0;
                for (int i = 0; i < INNER; i++) {
                    sum += (double) x[row * INNER + i] * weight[column * INNER + i];
                }
                // Not "more than": what is NaN is wrong, too.
                if (!(Math.abs(product[row * columns + column] - sum) <= tolerance)) {
                    return false;
                }
            }
        }
        return true;
    }
}
