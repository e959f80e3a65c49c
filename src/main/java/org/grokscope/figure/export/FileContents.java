package org.grokscope.figure.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.grokscope.file.FileBody;

/**
 * What a figure is as files.
 *
 * @param main the file itself
 * @param beside by their names, what it needs in the same folder
 */
record FileContents(FileBody main, SequencedMap<String, byte[]> beside) {
    FileContents(FileBody main) {
        this(main, new LinkedHashMap<>(Map.of()));
    }

    FileContents(byte[] main, SequencedMap<String, byte[]> beside) {
        this(FileBody.of(main), beside);
    }

    FileContents(byte[] main) {
        this(FileBody.of(main));
    }
}
