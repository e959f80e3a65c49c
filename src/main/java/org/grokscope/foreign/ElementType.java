package org.grokscope.foreign;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What the elements of an array are, little-endian. */
enum ElementType {
    /** Eight bytes. */
    FLOAT64("F64", "DoubleStorage", Double.BYTES) {
        @Override
        double at(ByteBuffer data, int element) {
            return data.getDouble(element * Double.BYTES);
        }
    },
    /** Four bytes. */
    FLOAT32("F32", "FloatStorage", Float.BYTES) {
        @Override
        double at(ByteBuffer data, int element) {
            return data.getFloat(element * Float.BYTES);
        }
    },
    /** Two bytes: IEEE 754's half precision. */
    FLOAT16("F16", "HalfStorage", Short.BYTES) {
        @Override
        double at(ByteBuffer data, int element) {
            return Float.float16ToFloat(data.getShort(element * Short.BYTES));
        }
    },
    /** Two bytes: the upper half of a float32. */
    BFLOAT16("BF16", "BFloat16Storage", Short.BYTES) {
        @Override
        double at(ByteBuffer data, int element) {
            return Float.intBitsToFloat(data.getShort(element * Short.BYTES) << 16);
        }
    },
    /** Eight bytes. */
    INT64("I64", "LongStorage", Long.BYTES) {
        @Override
        double at(ByteBuffer data, int element) {
            return data.getLong(element * Long.BYTES);
        }
    },
    /** Four bytes. */
    INT32("I32", "IntStorage", Integer.BYTES) {
        @Override
        double at(ByteBuffer data, int element) {
            return data.getInt(element * Integer.BYTES);
        }
    },
    /** One byte that is 0 or 1. */
    BOOL("BOOL", "BoolStorage", 1) {
        @Override
        double at(ByteBuffer data, int element) {
            return data.get(element);
        }
    },
    /** One byte without a sign. */
    UINT8("U8", "ByteStorage", 1) {
        @Override
        double at(ByteBuffer data, int element) {
            return Byte.toUnsignedInt(data.get(element));
        }
    };

    private final String safetensors;
    private final String storage;
    private final int bytes;

    ElementType(String safetensors, String storage, int bytes) {
        this.safetensors = safetensors;
        this.storage = storage;
        this.bytes = bytes;
    }

    /** Returns how many bytes an element has. */
    int bytes() {
        return bytes;
    }

    /** Returns an element's value; a whole number beyond 2⁵³ is rounded. */
    abstract double at(ByteBuffer data, int element);

    /** Finds a type by its name in a safetensors header. */
    static Optional<ElementType> ofSafetensors(String name) {
        return Arrays.stream(values()).filter(it -> it.safetensors.equals(name)).findFirst();
    }

    /** Finds a type by the name of PyTorch's class of storages. */
    static Optional<ElementType> ofStorage(String name) {
        return Arrays.stream(values()).filter(it -> it.storage.equals(name)).findFirst();
    }
}
