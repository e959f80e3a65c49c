package org.grokscope.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * A run's way from memorising to grokking on the clock of its weight decay, as forecasts see it
 * (src/site/markdown/science.md, section 6).
 *
 * @param points ascending in age, from the evaluation at which it had memorised to that at which it grokked, or the last one
 * @param alarm the age at which the FSD reached its ceiling; NaN where it did not
 * @param grokked the age at which it grokked; NaN where it did not
 */
public record GrokCourse(List<Point> points, double alarm, double grokked) {
    /**
     * Where a run stood at an evaluation.
     *
     * @param age Σ ηλ over the updates so far
     * @param norm the least weight norm since it had memorised
     * @param loss the least validation loss since it had memorised, over that of guessing, ln p
     */
    public record Point(double age, double norm, double loss) {}

    public GrokCourse {
        points = List.copyOf(points);
    }

    /**
     * Reads a run's evaluations.
     *
     * @param evaluations ascending in step, from step 0 on; each names the λ of the updates after it
     * @param learningRate η
     * @param p that answers are taken modulo
     */
    public static GrokCourse of(List<Evaluation> evaluations, Milestones milestones, double learningRate, int p) {
        OptionalInt memorised = milestones.step(Milestone.MEMORISED);
        int grokked = milestones.step(Milestone.GROKKED).orElse(Integer.MAX_VALUE);
        int ceiling = milestones.step(Milestone.CEILING).orElse(Integer.MAX_VALUE);
        List<Point> points = new ArrayList<>();
        double alarm = Double.NaN;
        double end = Double.NaN;
        double age = 0;
        double norm = Double.POSITIVE_INFINITY;
        double loss = Double.POSITIVE_INFINITY;
        for (int i = 0; i < evaluations.size(); i++) {
            Evaluation now = evaluations.get(i);
            if (i > 0) {
                Evaluation before = evaluations.get(i - 1);
                age += learningRate * before.value(Measure.WEIGHT_DECAY) * (now.step() - before.step());
            }
            alarm = now.step() == ceiling ? age : alarm;
            end = now.step() == grokked ? age : end;
            if (memorised.isPresent() && now.step() >= memorised.getAsInt() && now.step() <= grokked) {
                norm = least(norm, now.value(Measure.WEIGHT_NORM));
                loss = least(loss, now.value(Measure.VALIDATION_LOSS) / Math.log(p));
                points.add(new Point(age, norm, loss));
            }
        }
        return new GrokCourse(points, alarm, end);
    }

    /** What was not measured changes nothing. */
    private static double least(double before, double now) {
        return now < before ? now : before;
    }

    /** Returns the age at which a falling number first was at most this; nothing where it never was. */
    OptionalDouble first(ToDoubleFunction<Point> number, double atMost) {
        return points.stream().filter(it -> number.applyAsDouble(it) <= atMost).mapToDouble(Point::age).findFirst();
    }
}
