package org.grokscope.file;

import java.io.IOException;
import java.io.OutputStream;

/** What a file holds, which need not fit into memory. */
@FunctionalInterface
public interface FileBody {
    /** Writes all of it, to a stream that is buffered and that somebody else closes. */
    void writeTo(OutputStream out) throws IOException;

    /** Returns some bytes as a file. */
    static FileBody of(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
