package org.grokscope.model;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether oneDNN's products are right here. It shares a product out by the threads it asks OpenMP for and does not look how
 * many came, so where fewer come a part of the result stays unwritten, and success is reported (seen with oneDNN 3.2 and
 * 3.7.1). A wrong product would train NaN, or measure numbers that are not so.
 */
final class ProductCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ProductCheck.class);
    /** The largest product of the usual network: 512 pairs of 3 positions, width 128, 512 neurons. */
    private static final int ROWS = 1536;
    private static final int INNER = 128;
    private static final int COLUMNS = 512;
    /** Float32 sums of so few products of numbers around 1 err far less. */
    private static final double TOLERANCE = 1e-2;

    private ProductCheck() {}

    /** Holds what was found, once a process. */
    private static final class Found {
        static final boolean RIGHT = check();
    }

    /** Returns whether they are there and right; computed at the first call, which takes a few milliseconds. */
    static boolean passes() {
        return Found.RIGHT;
    }

    private static boolean check() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Script script = Script.load(manager, ProductCheck.class, "Check", "check.torchscript");
                ScriptValue x = ScriptValue.of(numbers(manager, ROWS, 7919));
                ScriptValue weight = ScriptValue.of(numbers(manager, COLUMNS, 104_729));
                ScriptValue result = script.call("product", x, weight)) {
            NDArray product = result.array(manager);
            if (agrees(x.array(manager).toFloatArray(),
                    weight.array(manager).toFloatArray(), product.toFloatArray())) {
                return true;
            }
            LOG.warn("The fast matrix products of this machine's tensor library are wrong; the plain ones are used.");
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
        return manager.create(values, new Shape(rows, INNER));
    }

    /**
     * Compares a product x W^T with plain arithmetic: every row at a few columns, so that no thread's part is left out.
     *
     * @param x (rows, {@value #INNER}), row by row
     * @param weight (columns, {@value #INNER})
     * @param product (rows, columns)
     */
    static boolean agrees(float[] x, float[] weight, float[] product) {
        int rows = x.length / INNER;
        int columns = weight.length / INNER;
        for (int row = 0; row < rows; row++) {
            for (int column = row % 37; column < columns; column += 37) {
                double sum = 0;
                for (int i = 0; i < INNER; i++) {
                    sum += (double) x[row * INNER + i] * weight[column * INNER + i];
                }
                // Not "more than": what is NaN is wrong, too.
                if (!(Math.abs(product[row * columns + column] - sum) <= TOLERANCE)) {
                    return false;
                }
            }
        }
        return true;
    }
}
