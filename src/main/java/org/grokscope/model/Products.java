package org.grokscope.model;

import ai.djl.Device;
import java.util.function.BooleanSupplier;

/** What computes the matrix products of a network's layers. Their bits differ, so which it was is recorded. */
public enum Products {
    /** oneDNN, which uses all of a processor's vectors. */
    ONEDNN("products_onednn.torchscript"),
    /**
     * The tensor library's usual operators. On a processor these call MKL, which uses all vectors of Intel's processors and
     * half of those of others; on Intel's it is the faster one.
     */
    USUAL("products_plain.torchscript");

    private static final String INTEL = "GenuineIntel";

    private final String resource;

    Products(String resource) {
        this.resource = resource;
    }

    /** Returns those that are fastest on a device, and right; they are the same at every call in a process. */
    public static Products on(Device device) {
        return device.isGpu() ? USUAL : Here.PRODUCTS;
    }

    /** Found once a process. */
    private static final class Here {
        static final Products PRODUCTS = of(Processor.here(), ProductCheck::passes);
    }

    /** @param right whether oneDNN's are there and right; asked only where they would be used */
    static Products of(Processor processor, BooleanSupplier right) {
        return processor.vendor().equals(INTEL) || !right.getAsBoolean() ? USUAL : ONEDNN;
    }

    /** Returns the name of their source, which stands beside this class. */
    String resource() {
        return resource;
    }
}
