package org.grokscope.training.worker;

import java.util.OptionalInt;
import org.grokscope.text.InvalidSetting;

/**
 * How many runs may train at once.
 *
 * @param most empty for as many as the processor has cores for; 1 for no worker processes at all: the runs take turns
 */
public record Workers(OptionalInt most) {
    /** As many as the processor has cores for. */
    public static final Workers AUTO = new Workers(OptionalInt.empty());
    /** The largest number; more would be a slip of the finger. */
    public static final int LIMIT = 256;

    /** @throws InvalidSetting when the number cannot be used */
    public Workers {
        InvalidSetting.unless(most.orElse(1) >= 1 && most.orElse(1) <= LIMIT, "workers",
                "The number of workers must lie between 1 and " + LIMIT + ", or be auto.");
    }

    /**
     * Reads what {@link #label} writes.
     *
     * @throws InvalidSetting when it is neither auto nor a number that can be used
     */
    public static Workers of(String label) {
        if (label.equals("auto")) {
            return AUTO;
        }
        try {
            return new Workers(OptionalInt.of(Integer.parseInt(label)));
        } catch (NumberFormatException e) {
            throw new InvalidSetting("workers", "The number of workers is auto or a whole number, and '" + label
                    + "' is neither.");
        }
    }

    /** Returns {@code auto} or the number. */
    public String label() {
        return most.isPresent() ? Integer.toString(most.getAsInt()) : "auto";
    }

    @Override
    public String toString() {
        return label();
    }
}
