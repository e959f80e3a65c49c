package org.grokscope.importing;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grokscope.foreign.Curves;
import org.grokscope.measure.Measure;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a log mean what.
 *
 * @param step the column of the steps
 * @param measures the column of each measure that there is
 */
public record CurveColumns(String step, Map<Measure, String> measures) {
    /** The measures that others log, too. */
    public static final List<Measure> OFFERED = List.of(Measure.TRAIN_LOSS, Measure.VALIDATION_LOSS,
            Measure.TRAIN_ACCURACY, Measure.VALIDATION_ACCURACY, Measure.WEIGHT_NORM);

    private static final Pattern STEP = Pattern.compile(
            "(_?|.*/)(step|steps|global_step|epoch|epochs|iter|iteration|iterations|optimization_steps?)");
    private static final Pattern HELD_OUT = Pattern
            .compile("(.*[^a-z])?(val|valid|validation|test|eval|held_out)([^a-z].*)?");
    private static final Pattern TRAINED = Pattern.compile("(.*[^a-z])?(train|training)([^a-z].*)?");
    private static final Pattern LOSS = Pattern.compile(".*(loss|cross_entropy|nll).*");
    private static final Pattern ACCURACY = Pattern.compile(".*acc(uracy)?([^a-z].*)?");
    private static final Pattern NORM = Pattern.compile("(.*[^a-z])?(weight|param|parameter|l2)s?_norm");
    /** Least and greatest values that W&B's tables put beside a curve. */
    private static final Pattern BESIDE = Pattern.compile(".*__(min|max)");

    public CurveColumns {
        measures = Map.copyOf(measures);
    }

    /**
     * Guesses which columns mean what.
     *
     * @param said what a person says: columns by {@code step} and by the measures' keys; they come first
     * @throws InvalidSetting when no column of steps or of a measure is found, or one that is named is not there
     */
    public static CurveColumns guess(Curves curves, Map<String, String> said) {
        said.forEach((what, column) -> InvalidSetting.unless(curves.columns().contains(column), what,
                "There is no column '" + column + "'; there are " + String.join(", ", curves.columns()) + "."));
        String step = Optional.ofNullable(said.get("step")).or(() -> first(curves, STEP, null))
                .orElseThrow(() -> new InvalidSetting("step", "Which column holds the steps? Name one of "
                        + String.join(", ", curves.columns()) + " with --step."));
        Map<Measure, String> measures = new EnumMap<>(Measure.class);
        for (Measure measure : OFFERED) {
            Optional.ofNullable(said.get(measure.key())).or(() -> of(curves, measure))
                    .filter(column -> !column.equals(step)).ifPresent(column -> measures.put(measure, column));
        }
        InvalidSetting.unless(!measures.isEmpty(), "trainLoss",
                "No column looks like a loss or an accuracy; name one, for example --train-loss "
                        + curves.columns().getLast() + ".");
        return new CurveColumns(step, measures);
    }

    private static Optional<String> of(Curves curves, Measure measure) {
        return switch (measure) {
            case TRAIN_LOSS -> first(curves, LOSS, TRAINED);
            case VALIDATION_LOSS -> first(curves, LOSS, HELD_OUT);
            case TRAIN_ACCURACY -> first(curves, ACCURACY, TRAINED);
            case VALIDATION_ACCURACY -> first(curves, ACCURACY, HELD_OUT);
            default -> first(curves, NORM, null);
        };
    }

    /** Returns the shortest name that fits: what is meant as a whole rather than a part of it. */
    private static Optional<String> first(Curves curves, Pattern what, @Nullable Pattern of) {
        return curves.columns().stream().filter(column -> {
            String name = column.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
            return what.matcher(name).matches() && (of == null || of.matcher(name).matches())
                    && !BESIDE.matcher(name).matches();
        }).min(Comparator.comparingInt(String::length));
    }
}
