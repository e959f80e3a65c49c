package org.grokscope.model;

import ai.djl.Device;
import java.util.function.BooleanSupplier;
import org.grokscope.text.InvalidSetting;

/** What computes the matrix products of a network's layers. Their bits differ, so which it was is recorded. */
public enum Products {
    /** oneDNN, which uses all of a processor's vectors. */
    ONEDNN("products_onednn.torchscript"),
    /**
     * The tensor library's usual operators. On a processor these call MKL, which uses all vectors of Intel's processors and
     * of others at most AVX2; where that is all there is, it is the faster one.
     */
    USUAL("products_plain.torchscript"),
    /** The tensor library's usual operators on bfloat16 numbers, for a training step that was asked for. */
    NARROW("products_bfloat16.torchscript");

    private static final String INTEL = "GenuineIntel";
    private static final String AVX2 = "avx2";

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
        boolean allOfMkl = processor.vendor().equals(INTEL) || processor.instructions().startsWith(AVX2);
        return allOfMkl || !right.getAsBoolean() ? USUAL : ONEDNN;
    }

    /**
     * Refuses products of bfloat16 numbers where they would be slow or wrong, or were never tried: a GPU may add up such
     * numbers in fewer bits than float32 has.
     *
     * @param gpu whether they would be computed there
     * @throws InvalidSetting unless they can be had
     */
    public static void requireNarrow(boolean gpu) {
        InvalidSetting.unless(!gpu, "precision",
                "Products of bf16 numbers are computed on a processor alone, not on a GPU.");
        requireNarrow(Processor.here(), ProductCheck::narrowPasses);
    }

    /** @param right whether those of the tensor library are right; asked only where they would be fast */
    static void requireNarrow(Processor processor, BooleanSupplier right) {
        InvalidSetting.unless(processor.bfloat16(), "precision",
                "Products of bf16 numbers need a processor with avx512_bf16 or AMX, and this one (" + processor.name()
                        + ") has neither.");
        InvalidSetting.unless(right.getAsBoolean(), "precision",
                "This machine's tensor library computes wrong products of bf16 numbers, so nothing trains with them here.");
    }

    /** Returns the name of their source, which stands beside this class. */
    String resource() {
        return resource;
    }
}
