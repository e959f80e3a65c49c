package org.grokscope.figure.export;

import java.io.ByteArrayOutputStream;
import org.grokscope.figure.Cancelled;

/** The bytes of a figure's file; a figure that was cancelled takes no more. */
final class FigureBytes extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        Cancelled.check();
        super.write(bytes, offset, length);
    }
}
