package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the fields of one JSON object, and says by name which of them is missing or of the wrong kind. */
record JsonFields(String file, JsonNode object) {
    JsonFields in(String name) throws RunProblem {
        JsonNode node = object.path(name);
        if (!node.isObject()) {
            throw wrong(name, "an object");
        }
        return new JsonFields(file, node);
    }

    String text(String name) throws RunProblem {
        JsonNode node = object.path(name);
        if (!node.isTextual()) {
            throw wrong(name, "a text");
        }
        return node.textValue();
    }

    int integer(String name) throws RunProblem {
        JsonNode node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(name, "a whole number");
        }
        return node.intValue();
    }

    long longInteger(String name) throws RunProblem {
        JsonNode node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return node.longValue();
    }

    double number(String name) throws RunProblem {
        JsonNode node = object.path(name);
        if (!node.isNumber()) {
            throw wrong(name, "a number");
        }
        return node.doubleValue();
    }

    /** Reads a number that may be null or absent: NaN. */
    double measure(String name) throws RunProblem {
        return object.path(name).isNull() || object.path(name).isMissingNode() ? Double.NaN : number(name);
    }

    private RunProblem wrong(String name, String kind) {
        return new RunProblem(file + ": '" + name + "' must be " + kind + ".");
    }
}
