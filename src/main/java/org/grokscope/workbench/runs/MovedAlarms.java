package org.grokscope.workbench.runs;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;

/**
 * The alarms that somebody moved, and the runs as they are dated by them: all that were read to the end. Nothing is written.
 * For use on the JavaFX thread; it needs no display.
 */
public final class MovedAlarms {
    private final ObjectProperty<Map<Milestone, Alarm>> alarms = new SimpleObjectProperty<>(Map.of());
    private final Consumer<ReadRuns> receiver;
    private ReadRuns last = new ReadRuns(List.of(), List.of());
    /** A run that has nothing new stays the same object: what is drawn of it is kept. */
    private Map<RunHistory, RunHistory> dated = new IdentityHashMap<>();

    /** @param receiver takes the runs whenever they were read or dated anew */
    public MovedAlarms(Consumer<ReadRuns> receiver) {
        this.receiver = receiver;
        alarms.subscribe((_, _) -> {
            dated = new IdentityHashMap<>();
            deliver();
        });
    }

    /** Returns the alarms that stand in the place of those that runs record. */
    public ObjectProperty<Map<Milestone, Alarm>> alarms() {
        return alarms;
    }

    /** Takes over what was just read. */
    public void update(ReadRuns read) {
        last = read;
        deliver();
    }

    private void deliver() {
        Map<RunHistory, RunHistory> now = new IdentityHashMap<>();
        List<RunHistory> runs = last.runs().stream().map(run -> {
            RunHistory known = dated.get(run);
            RunHistory result = known == null ? run.dated(alarms.get()) : known;
            now.put(run, result);
            return result;
        }).toList();
        dated = now;
        receiver.accept(new ReadRuns(runs, last.damaged()));
    }

    /** Dates a milestone by another alarm. */
    public void move(Milestone milestone, Alarm alarm) {
        Map<Milestone, Alarm> moved = new EnumMap<>(Milestone.class);
        moved.putAll(alarms.get());
        moved.put(milestone, alarm);
        alarms.set(Map.copyOf(moved));
    }

    /** Takes an alarm to a level, rounded to what one can mean by a movement of the hand. */
    public void move(Milestone milestone, Alarm alarm, double level) {
        double round = rounded(alarm.measure(), level);
        if (Double.isFinite(round) && round != alarm.threshold()) {
            move(milestone, alarm.at(round));
        }
    }

    /** Moves an alarm by the smallest step, or by ten. */
    public void nudge(Milestone milestone, Alarm alarm, boolean up, boolean far) {
        double steps = (far ? 10 : 1) * (up ? 1 : -1);
        boolean log = alarm.measure().scale() == Measure.Scale.LOG;
        move(milestone, alarm, log
                ? alarm.threshold() * Math.pow(1.05, steps)
                : alarm.threshold() + steps * step(alarm.measure()));
    }

    /** Brings the recorded alarms back. */
    public void reset() {
        alarms.set(Map.of());
    }

    private static double rounded(Measure measure, double level) {
        return switch (measure.scale()) {
            case SHARE, DEGREE -> Math.round(Math.clamp(level, 0, 1) * 100) / 100.0;
            case AMOUNT -> Math.max(0, Math.rint(level));
            case SIGNED -> Math.round(level * 10) / 10.0;
            case LOG -> level > 0 ? significant(level) : Double.NaN;
        };
    }

    /** Returns a number with three significant digits. */
    private static double significant(double level) {
        double unit = Math.pow(10, Math.floor(Math.log10(level)) - 2);
        return Double.parseDouble(String.format(Locale.ROOT, "%.3g", Math.rint(level / unit) * unit));
    }

    private static double step(Measure measure) {
        return switch (measure.scale()) {
            case SHARE, DEGREE -> 0.01;
            case SIGNED -> 0.1;
            default -> 1;
        };
    }
}
