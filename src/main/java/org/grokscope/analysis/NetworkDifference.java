package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grokscope.measure.CircuitDifference;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.NumberFormat;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.task.Basis;
import org.grokscope.text.NumberText;

/**
 * A number of two networks side by side.
 *
 * @param name what is compared
 * @param first of the first network, as people read it; a dash where it is not known
 * @param second of the second
 * @param difference second minus first; empty where there is none to tell
 * @param differs whether the two are to be told apart: by {@link CircuitDifference#LEAST} of a share or degree, of anything else
 *     by as much of the greater of the two
 */
public record NetworkDifference(String name, String first, String second, String difference, boolean differs) {
    /** What was logged at the step of the checkpoint. */
    private static final List<Measure> LOGGED = List.of(Measure.FSD, Measure.RANK, Measure.TRAIN_ACCURACY,
            Measure.VALIDATION_ACCURACY, Measure.VALIDATION_LOSS, Measure.RESTRICTED_LOSS, Measure.EXCLUDED_LOSS,
            Measure.WEIGHT_NORM);
    private static final int FREQUENCIES = 3;

    /** Returns whether both numbers are known. */
    public boolean known() {
        return !first.equals(NumberText.NONE) && !second.equals(NumberText.NONE);
    }

    /** A network at a checkpoint. */
    public record Side(RunHistory run, int step, CircuitReading reading) {
        /** What a branch has from the step at which it did something is its parent's, from before. */
        private Optional<Evaluation> logged() {
            Lineage lineage = run.head().lineage();
            boolean before = lineage != null && lineage.step() == step && !lineage.interventions().own().isEmpty();
            return before
                    ? Optional.empty()
                    : run.evaluations().stream().filter(it -> it.step() == step).findFirst();
        }

        private double value(Measure measure) {
            return logged().map(it -> it.value(measure)).orElse(Double.NaN);
        }
    }

    /**
     * Compares two networks: what was logged of them, how many neurons the frequencies dominate on which they differ most and
     * how much of the embedding's power these hold, how round a frequency's circle is, and which pairs one alone answers.
     *
     * @param frequency along which both are looked at, 1..F
     */
    public static List<NetworkDifference> between(Side one, Side other, int frequency) {
        List<NetworkDifference> lines = new ArrayList<>();
        LOGGED.forEach(measure -> lines.add(logged(measure, one.value(measure), other.value(measure))));
        lines.add(1, peak(one, other));
        CircuitDifference.between(one.reading(), other.reading()).ifPresent(it -> {
            Basis basis = one.run().head().configuration().learnedTask().basis();
            first(it.neurons()).forEach(k -> lines.add(neurons(it, basis, k)));
            first(it.power()).forEach(k -> lines.add(share("power at " + basis.label(k),
                    it.first().embedding().power().share(k), it.second().embedding().power().share(k))));
            if (basis.circular()) {
                lines.add(share("circle at " + basis.label(frequency) + " explains",
                        it.first().embedding().circle(frequency).roundness(),
                        it.second().embedding().circle(frequency).roundness()));
            }
            pairs(it).ifPresent(lines::add);
        });
        return List.copyOf(lines);
    }

    private static Stream<Integer> first(List<Integer> frequencies) {
        return frequencies.stream().limit(FREQUENCIES);
    }

    private static NetworkDifference logged(Measure measure, double one, double other) {
        boolean share = measure.scale() == Measure.Scale.SHARE || measure.scale() == Measure.Scale.DEGREE;
        double least = CircuitDifference.LEAST * (share ? 1 : Math.max(Math.abs(one), Math.abs(other)));
        return new NetworkDifference(measure.title(), measure.text(one), measure.text(other),
                signed(measure.format(), other - one), Math.abs(other - one) >= least && one != other);
    }

    private static NetworkDifference peak(Side one, Side other) {
        String first = one.logged().map(it -> PeakFrequency.of(one.run(), it)).orElse(NumberText.NONE);
        String second = other.logged().map(it -> PeakFrequency.of(other.run(), it)).orElse(NumberText.NONE);
        return new NetworkDifference(Measure.PEAK_FREQUENCY.title(), first, second, "",
                one.logged().isPresent() && other.logged().isPresent() && !first.equals(second));
    }

    private static NetworkDifference neurons(CircuitDifference of, Basis basis, int k) {
        long one = neurons(of.first(), k);
        long other = neurons(of.second(), k);
        return new NetworkDifference("neurons on " + basis.label(k), NumberText.count(one), NumberText.count(other),
                NumberText.signed(Math.toIntExact(other - one)), true);
    }

    private static long neurons(CircuitReading reading, int k) {
        return reading.activity()
                .map(it -> Math.round(it.neurons().participation(1)[k - 1] * it.neurons().neurons())).orElse(0L);
    }

    private static NetworkDifference share(String name, double one, double other) {
        return new NetworkDifference(name, NumberFormat.PERCENT.text(one), NumberFormat.PERCENT.text(other),
                signed(NumberFormat.PERCENT, other - one), Math.abs(other - one) >= CircuitDifference.LEAST);
    }

    private static Optional<NetworkDifference> pairs(CircuitDifference of) {
        OptionalInt one = of.answeredByFirstAlone();
        OptionalInt other = of.answeredBySecondAlone();
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        int p = of.first().embedding().p();
        int most = Math.max(one.getAsInt(), other.getAsInt());
        return Optional.of(new NetworkDifference("pairs right here alone", NumberText.count(one.getAsInt()),
                NumberText.count(other.getAsInt()), "", most >= CircuitDifference.LEAST * p * p));
    }

    private static String signed(NumberFormat format, double difference) {
        return Double.isFinite(difference) ? sign(difference) + format.text(Math.abs(difference)) : "";
    }

    private static String sign(double difference) {
        return difference < 0 ? "\u2212" : "+";
    }
}
