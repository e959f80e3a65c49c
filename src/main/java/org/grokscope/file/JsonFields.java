package org.grokscope.file;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the fields of one JSON object, and says by name which of them is missing or of the wrong kind. */
public record JsonFields(String file, JsonNode object) {
    public JsonFields in(String name) throws FileProblem {
        JsonNode node = object.path(name);
        if (!node.isObject()) {
            throw wrong(name, "an object");
        }
        return new JsonFields(file, node);
    }

    public String text(String name) throws FileProblem {
        JsonNode node = object.path(name);
        if (!node.isTextual()) {
            throw wrong(name, "a text");
        }
        return node.textValue();
    }

    public int integer(String name) throws FileProblem {
        JsonNode node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw noInteger(file, name);
        }
        return node.intValue();
    }

    public long longInteger(String name) throws FileProblem {
        JsonNode node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw noLongInteger(file, name);
        }
        return node.longValue();
    }

    public double number(String name) throws FileProblem {
        JsonNode node = object.path(name);
        if (!node.isNumber()) {
            throw noNumber(file, name);
        }
        return node.doubleValue();
    }

    /** Returns what to throw at a field of the wrong kind; {@code kind} says what it must be. */
    public FileProblem wrong(String name, String kind) {
        return wrong(file, name, kind);
    }

    static FileProblem noInteger(String file, String name) {
        return wrong(file, name, "a whole number of at most 2,147,483,647");
    }

    static FileProblem noLongInteger(String file, String name) {
        return wrong(file, name, "a whole number");
    }

    static FileProblem noNumber(String file, String name) {
        return wrong(file, name, "a number");
    }

    private static FileProblem wrong(String file, String name, String kind) {
        return new FileProblem(file + ": '" + name + "' must be " + kind + ".");
    }
}
