package org.grokscope.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.grokscope.importing.CurveColumns;
import org.grokscope.measure.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The options that say which columns of a log mean what: one for the steps and one for each measure that others log. */
final class CurveOptions {
    private final Map<String, String> columns = new LinkedHashMap<>();

    @Spec
    void spec(CommandSpec spec) {
        spec.addOption(option("step", "--step", "the column of the steps"));
        for (Measure measure : CurveColumns.OFFERED) {
            spec.addOption(option(measure.key(), "--" + measure.key().replaceAll("([A-Z])", "-$1").toLowerCase(
                    Locale.ROOT), "the column of curves for " + measure.words()));
        }
    }

    private OptionSpec option(String key, String name, String description) {
        return OptionSpec.builder(name).paramLabel("COLUMN").type(String.class)
                .description(description + "; default: guessed by its name").setter(new ISetter() {
                    @Override
                    public <T> @Nullable T set(@Nullable T value) {
                        if (value != null) {
                            columns.put(key, value.toString());
                        }
                        return null;
                    }
                }).build();
    }

    /** Returns the columns that were named, by {@code step} and by the measures' keys. */
    Map<String, String> columns() {
        return Map.copyOf(columns);
    }
}
