package org.grokscope.workbench.runs;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.figure.MovableAlarm;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;

/**
 * The alarms that somebody moved or added, and the runs as they are dated by those moved: all that were read to the end.
 * Nothing is written into a run. For use on the JavaFX thread; it needs no display.
 */
public final class MovedAlarms {
    private final ObjectProperty<Map<Milestone, Alarm>> alarms = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<List<Alarm>> further = new SimpleObjectProperty<>(List.of());
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

    /** Returns the alarms that date no milestone: they are marked, drawn and compared, and nothing follows from them. */
    public ObjectProperty<List<Alarm>> further() {
        return further;
    }

    /** Adds an alarm, unless it is there. */
    public void add(Alarm alarm) {
        further.set(Stream.concat(further.get().stream(), Stream.of(alarm)).distinct().toList());
    }

    /** Takes an alarm away that was added. */
    public void remove(Alarm alarm) {
        further.set(further.get().stream().filter(it -> !it.equals(alarm)).toList());
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

    /** Puts another alarm in the place of one, which stays as it is where it is not there any more. */
    public void replace(MovableAlarm moved, Alarm alarm) {
        if (moved.milestone().isEmpty()) {
            further.set(further.get().stream().map(it -> it.equals(moved.alarm()) ? alarm : it).distinct().toList());
            return;
        }
        Map<Milestone, Alarm> all = new EnumMap<>(Milestone.class);
        all.putAll(alarms.get());
        all.put(moved.milestone().orElseThrow(), alarm);
        alarms.set(Map.copyOf(all));
    }

    /**
     * Takes an alarm to a level, rounded to what one can mean by a movement of the hand.
     *
     * @param level on the axis of its measure
     * @return the alarm as it is now
     */
    public MovableAlarm move(MovableAlarm moved, double level) {
        Alarm alarm = moved.alarm();
        double round = alarm.reference() == Alarm.Reference.ABSOLUTE
                ? rounded(alarm.measure(), level)
                : significant(level / moved.unit());
        if (!Double.isFinite(round) || round == alarm.threshold()) {
            return moved;
        }
        replace(moved, alarm.at(round));
        return moved.with(alarm.at(round));
    }

    /**
     * Moves an alarm by the smallest step, or by ten.
     *
     * @return the alarm as it is now
     */
    public MovableAlarm nudge(MovableAlarm moved, boolean up, boolean far) {
        double steps = (far ? 10 : 1) * (up ? 1 : -1);
        Alarm alarm = moved.alarm();
        boolean factor = alarm.measure().scale() == Measure.Scale.LOG || alarm.reference() != Alarm.Reference.ABSOLUTE;
        double to = factor
                ? alarm.threshold() * Math.pow(1.05, steps)
                : alarm.threshold() + steps * step(alarm.measure());
        return move(moved, to * moved.unit());
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
            case LOG -> significant(level);
        };
    }

    /** Returns a number with three significant digits; NaN where it is not positive. */
    private static double significant(double level) {
        if (!(level > 0)) {
            return Double.NaN;
        }
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
