package org.grokscope.text;

import java.util.Locale;

/** A setting whose value cannot be used; the message is one sentence for the person who chose it. */
public final class InvalidSetting extends IllegalArgumentException {
    private final String setting;

    /**
     * @param setting the setting's name as in run.json, for example {@code weightDecay}
     * @param sentence what is wrong with its value, and what would be right
     */
    public InvalidSetting(String setting, String sentence) {
        super(sentence);
        this.setting = setting;
    }

    /** Returns the name of the setting, as it stands in run.json. */
    public String setting() {
        return setting;
    }

    /**
     * Refuses a value.
     *
     * @throws InvalidSetting unless the condition holds
     */
    public static void unless(boolean condition, String setting, String sentence) {
        if (!condition) {
            throw new InvalidSetting(setting, sentence);
        }
    }

    /**
     * Refuses a value with a sentence that is only put together then; ten thousand runs are read whose values are right.
     *
     * @param format as of {@link String#format}
     * @throws InvalidSetting unless the condition holds
     */
    public static void unless(boolean condition, String setting, String format, Object... values) {
        if (!condition) {
            throw new InvalidSetting(setting, String.format(Locale.ROOT, format, values));
        }
    }
}
