package org.grokscope.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How this program reads and writes JSON. */
public final class Json {
    /** Compact; refuses nesting and numbers that no file of ours has. */
    public static final ObjectMapper MAPPER = JsonMapper.builder(factory()).build();
    /** The same for lines of logs, which other programs write, too: takes NaN and Infinity for numbers, as Python does. */
    public static final ObjectMapper LINES = JsonMapper.builder(factory())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** The same, indented for people. */
    public static final ObjectMapper PRETTY = MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** Logs are numbers for the most part; both parsers round correctly. */
    private static JsonFactory factory() {
        return JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build()).build();
    }
}
