package org.grokscope.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object as they come, and keeps none of them: for logs of a million lines. A field of the wrong kind
 * it tells as {@link JsonFields} does; what nobody takes is skipped. Every method throws {@link FileProblem} for what is no such
 * object, any other {@link IOException} for what is no JSON.
 */
public final class JsonTokens implements AutoCloseable {
    private static final int FEW = 64;

    private final String file;
    private final JsonParser parser;
    private @Nullable String name;

    private JsonTokens(String file, JsonParser parser) throws IOException {
        this.file = file;
        this.parser = parser;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new FileProblem(file + ": it is not a JSON object.");
        }
    }

    /**
     * Begins an object.
     *
     * @param file where it stands, for the sentence that says what is wrong with it
     */
    public static JsonTokens of(String file, String text) throws IOException {
        return new JsonTokens(file, Json.LINES.createParser(text));
    }

    /**
     * Begins an object of which no text has to be made first.
     *
     * @param file where it stands, for the sentence that says what is wrong with it
     * @param bytes some of them are the object, in UTF-8
     * @param from the first of those
     * @param length how many they are
     */
    public static JsonTokens of(String file, byte[] bytes, int from, int length) throws IOException {
        return new JsonTokens(file, Json.LINES.createParser(bytes, from, length));
    }

    /** Goes on to the next field and returns its name; null when there is none, and nothing follows the object. */
    public @Nullable String next() throws IOException {
        if (name != null) {
            parser.skipChildren();
        }
        name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        } else if (parser.nextToken() != null) {
            throw new FileProblem(file + ": it is not JSON.");
        }
        return name;
    }

    /** Returns the field's whole number. */
    public int integer() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() != NumberType.INT) {
            throw JsonFields.noInteger(file, String.valueOf(name));
        }
        return parser.getIntValue();
    }

    /** Returns the field's whole number. */
    public long longInteger() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() == NumberType.BIG_INTEGER) {
            throw JsonFields.noLongInteger(file, String.valueOf(name));
        }
        return parser.getLongValue();
    }

    /** Returns the field's number, which may be null or larger than any number there is: NaN. */
    public double measure() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NULL && !parser.currentToken().isNumeric()) {
            throw JsonFields.noNumber(file, String.valueOf(name));
        }
        return finite();
    }

    /** Tells of the fields of the object that the field holds, if it does; what is no finite number is NaN. */
    public void eachNumber(ObjDoubleConsumer<String> receiver) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String its = parser.nextFieldName(); its != null; its = parser.nextFieldName()) {
            parser.nextToken();
            receiver.accept(its, finite());
            parser.skipChildren();
        }
    }

    /** Returns the numbers of the list that the field holds; none where it holds another. What is no finite number is NaN. */
    public double[] numbers() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return new double[0];
        }
        double[] numbers = new double[FEW];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = finite();
            parser.skipChildren();
        }
        return Arrays.copyOf(numbers, count);
    }

    private double finite() throws IOException {
        double number = parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
        return Double.isFinite(number) ? number : Double.NaN;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
