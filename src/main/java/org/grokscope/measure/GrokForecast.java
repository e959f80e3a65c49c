package org.grokscope.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How much more weight decay it takes a run to grok, told by what it took recorded runs that once stood where it stands
 * (src/site/markdown/science.md, section 6).
 *
 * <p>
 * Each recorded run gives one wait: the age at which it grokked minus that at which its weight norm, or its validation loss,
 * first was where this run's is. Waits that this run has outlasted are left out. The interval is the 90% prediction interval of
 * one more wait on the logarithm, as in {@link ForkLaw#predict}; of norm and loss that with the narrower one speaks. Where
 * neither does, the FSD alarm may: the wait since it rang.
 *
 * @param ground what it rests on
 * @param low the least more age, Σ ηλ, at which it groks
 * @param expected the geometric mean
 * @param high the most
 */
public record GrokForecast(Ground ground, double low, double expected, double high) {
    /** What a forecast rests on. */
    public enum Ground {
        /** The weight norm. */
        NORM,
        /** The validation loss, once it is clearly under that of guessing. */
        LOSS,
        /** The time since the FSD reached its ceiling. */
        ALARM
    }

    private static final int LEAST_RUNS = 4;
    /** A network that memorised answers worse than one that guesses; from here on it is generalising. */
    private static final double GENERALISES = 0.85;
    /** Half of the distance at which the recorded runs were evaluated: their grokking is known no better. */
    private static final double LEAST_WAIT = 0.05;

    /** Forecasts a run that has memorised and not grokked; nothing where the recorded runs do not tell. */
    public static Optional<GrokForecast> of(GrokCourse run, List<GrokCourse> recorded) {
        if (run.points().isEmpty() || Double.isFinite(run.grokked())) {
            return Optional.empty();
        }
        GrokCourse.Point now = run.points().getLast();
        Stream<Optional<GrokForecast>> told = Stream.of(
                reaching(Ground.NORM, GrokCourse.Point::norm, run, recorded),
                now.loss() > GENERALISES
                        ? Optional.empty()
                        : reaching(Ground.LOSS, GrokCourse.Point::loss, run, recorded));
        return told.flatMap(Optional::stream).min(Comparator.comparingDouble(it -> it.high() - it.low()))
                .or(() -> sinceAlarm(run, recorded));
    }

    private static Optional<GrokForecast> reaching(Ground ground, ToDoubleFunction<GrokCourse.Point> number,
            GrokCourse run, List<GrokCourse> recorded) {
        double reached = number.applyAsDouble(run.points().getLast());
        OptionalDouble since = run.first(number, reached);
        return since.isEmpty()
                ? Optional.empty()
                : of(ground, run.points().getLast().age() - since.getAsDouble(),
                        recorded.stream().flatMapToDouble(it -> it.first(number, reached).stream()
                                .map(age -> Math.max(LEAST_WAIT, it.grokked() - age))));
    }

    private static Optional<GrokForecast> sinceAlarm(GrokCourse run, List<GrokCourse> recorded) {
        return Double.isNaN(run.alarm())
                ? Optional.empty()
                : of(Ground.ALARM, run.points().getLast().age() - run.alarm(),
                        recorded.stream().filter(it -> it.alarm() < it.grokked())
                                .mapToDouble(it -> it.grokked() - it.alarm()));
    }

    /**
     * @param waited how long this run has waited already
     * @param waits those of the recorded runs
     */
    private static Optional<GrokForecast> of(Ground ground, double waited, DoubleStream waits) {
        Spread logs = Spread.of(waits.filter(wait -> wait > waited).map(Math::log).toArray());
        if (logs.count() < LEAST_RUNS) {
            return Optional.empty();
        }
        double reach = StudentT.reach90(logs.count() - 1) * logs.deviation() * Math.sqrt(1 + 1.0 / logs.count());
        return Optional.of(new GrokForecast(ground, more(logs.mean() - reach, waited), more(logs.mean(), waited),
                more(logs.mean() + reach, waited)));
    }

    private static double more(double logWait, double waited) {
        return Math.max(0, Math.exp(logWait) - waited);
    }
}
