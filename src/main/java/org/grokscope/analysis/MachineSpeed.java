package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Median;
import org.grokscope.run.Environment;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;

/**
 * How fast this machine trains: what its runs measured of themselves, and for other settings what follows from the cost of
 * a step.
 *
 * @param here what runs are trained on
 * @param measured in the order they were found
 */
public record MachineSpeed(Environment here, List<Measured> measured) {
    /** What names the processor's model in an environment. */
    private static final String PROCESSOR = "processor";
    /** So many evaluations tell a run's speed; those before them may have seen another load of the machine. */
    private static final int RECENT = 20;
    /** So many runs of the most similar cost decide. */
    private static final int NEIGHBOURS = 5;
    /** What one thread does of what two do, by the runs of the race in speed.md. */
    private static final double ONE_OF_TWO = 0.65;

    /**
     * A speed that was measured.
     *
     * @param cost of a step, by {@link TrainingCost}
     */
    public record Measured(double cost, int threads, double stepsPerSecond) {
        /** The speed of a run with these settings. */
        public Measured(RunConfiguration settings, int threads, double stepsPerSecond) {
            this(TrainingCost.ofStep(settings), threads, stepsPerSecond);
        }
    }

    public MachineSpeed {
        measured = List.copyOf(measured);
    }

    /** Takes the speeds of all runs that were trained on a machine like this one. */
    public static MachineSpeed of(List<RunHistory> runs, Environment here) {
        List<Measured> measured = new ArrayList<>();
        for (RunHistory run : runs) {
            Environment its = run.environmentAt(run.lastStep());
            double speed = speed(run);
            if (alike(its, here) && speed > 0) {
                measured.add(new Measured(run.head().configuration(), its.threads(), speed));
            }
        }
        return new MachineSpeed(here, measured);
    }

    /** Returns this with one more measurement. */
    public MachineSpeed with(Measured other) {
        List<Measured> all = new ArrayList<>(measured);
        all.add(other);
        return new MachineSpeed(here, all);
    }

    /**
     * Returns the steps a second that a run would take alone, evaluations included; empty where nothing was measured yet.
     *
     * @param threads of the tensor library
     */
    public OptionalDouble stepsPerSecond(RunConfiguration run, int threads) {
        double cost = TrainingCost.ofStep(run);
        double[] nearest = measured.stream()
                .sorted(Comparator.comparing((Measured it) -> it.threads() != threads)
                        .thenComparingDouble(it -> Math.abs(Math.log(it.cost() / cost))))
                .limit(NEIGHBOURS)
                .filter(it -> it.threads() == threads || measured.stream().noneMatch(o -> o.threads() == threads))
                .mapToDouble(it -> it.stepsPerSecond() * it.cost() / cost
                        * threadFactor(it.threads(), threads))
                .toArray();
        return nearest.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Median.of(nearest));
    }

    private static double threadFactor(int measured, int wanted) {
        if (measured == wanted) {
            return 1;
        }
        return wanted == 1 ? ONE_OF_TWO : measured == 1 ? 1 / ONE_OF_TWO : 1;
    }

    private static boolean alike(Environment its, Environment here) {
        return its.device().equals(here.device()) && its.deviceName().equals(here.deviceName())
                && here.versions().containsKey(PROCESSOR)
                && Objects.equals(its.versions().get(PROCESSOR), here.versions().get(PROCESSOR));
    }

    /** The evaluation at step 0 has no speed, and what a fork inherited was measured of another run. */
    private static double speed(RunHistory run) {
        Lineage lineage = run.head().lineage();
        int from = lineage == null ? 0 : lineage.step();
        double[] speeds = run.evaluations().stream().filter(it -> it.step() > from)
                .mapToDouble(MachineSpeed::speed).filter(it -> it > 0).toArray();
        return speeds.length == 0
                ? Double.NaN
                : Median.of(Arrays.copyOfRange(speeds, Math.max(0, speeds.length - RECENT), speeds.length));
    }

    private static double speed(Evaluation evaluation) {
        return evaluation.value(Measure.STEPS_PER_SECOND);
    }
}
