package org.grokscope.foreign;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.grokscope.file.FileProblem;

/** Goes through the fields of a message in protocol buffers' encoding (protobuf.dev/programming-guides/encoding). */
final class ProtocolBuffer {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final ByteBuffer data;
    private int field;
    private long number;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    ProtocolBuffer(ByteBuffer data) {
        this.data = data.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Goes on to the next field; returns false at the end.
     *
     * @param file its name, for the sentence
     * @throws FileProblem when it is damaged
     */
    boolean next(String file) throws FileProblem {
        if (!data.hasRemaining()) {
            return false;
        }
        try {
            long key = varint();
            field = (int) (key >>> 3);
            switch ((int) (key & 7)) {
                case VARINT -> number = varint();
                case FIXED_64 -> fixed(Long.BYTES);
                case FIXED_32 -> fixed(Float.BYTES);
                case LENGTH -> bytes(Math.toIntExact(varint()));
                default -> throw new FileProblem(file + " is damaged: it holds a record that cannot be read.");
            }
            return true;
        } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw new FileProblem(file + " is damaged: it holds a record that cannot be read.", e);
        }
    }

    private void fixed(int length) {
        bytes(length);
        number = length == Long.BYTES ? bytes.getLong(0) : bytes.getInt(0);
    }

    private void bytes(int length) {
        bytes = data.slice(data.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        data.position(data.position() + length);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = data.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ArithmeticException("The number is too long.");
    }

    /** Returns the field's number in its message. */
    int field() {
        return field;
    }

    /** Returns the value of a whole number, or the bits of one of a fixed length. */
    long number() {
        return number;
    }

    /** Returns what a string, a message or packed numbers hold, or the bytes of a number of a fixed length. */
    ByteBuffer bytes() {
        return bytes;
    }
}
