package org.grokscope.figure.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a figure is as files.
 *
 * @param main the file itself
 * @param beside by their names, what it needs in the same folder
 */
record FileContents(byte[] main, SequencedMap<String, byte[]> beside) {
    FileContents(byte[] main) {
        this(main, new LinkedHashMap<>(Map.of()));
    }
}
