package org.grokscope.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Alarms;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.RunHistory;
import org.grokscope.text.NumberText;

/**
 * The level at which an alarm rings in the primary run, as a line across a panel.
 *
 * @param value on the panel's axis
 * @param label what the key calls it
 * @param style dashed where it is recorded, solid where somebody moved it
 * @param movable what moves when it is dragged, if it can be
 */
record AlarmLevel(double value, String label, SeriesStyle style, Optional<MovableAlarm> movable) {
    private static final Set<Milestone> ON_A_PAGE = EnumSet.of(Milestone.CEILING, Milestone.RESTRICTED_SYNC);
    /** In the window one takes hold of those, too, that a page leaves out. */
    private static final Set<Milestone> IN_THE_WINDOW = EnumSet.of(Milestone.CEILING, Milestone.RESTRICTED_SYNC,
            Milestone.MEMORISED, Milestone.GROKKED);

    /**
     * Returns the levels of a panel's measures: those that the primary run records, those they were moved to, and others.
     *
     * @param further alarms that stand for no milestone
     */
    static List<AlarmLevel> of(Panel panel, List<TimelineRun> runs, List<Alarm> further, FigureStyle style) {
        List<Measure> measures = Measure.of(panel);
        Optional<RunHistory> primary = TimelineRun.primaryOf(runs).map(TimelineRun::history);
        List<Evaluation> evaluations = primary.map(RunHistory::evaluations).orElse(List.of());
        OptionalInt memorised = primary.map(run -> run.milestones().step(Milestone.MEMORISED))
                .orElse(OptionalInt.empty());
        Alarms recorded = primary.map(RunHistory::recordedAlarms).orElse(Alarms.of(Thresholds.PAPER));
        List<AlarmLevel> levels = new ArrayList<>();
        for (Milestone milestone : style.page() ? ON_A_PAGE : IN_THE_WINDOW) {
            Alarm alarm = recorded.of(milestone);
            boolean moved = primary.filter(run -> run.moved().containsKey(milestone)).isPresent();
            if (measures.contains(alarm.measure())) {
                levels.add(new AlarmLevel(alarm.level(evaluations, memorised), recorded(milestone, alarm),
                        SeriesStyle.dashed(colour(alarm.measure(), runs, style), 5f, 3f),
                        moved ? Optional.empty() : Optional.of(new MovableAlarm(milestone, alarm))));
            }
        }
        primary.ifPresent(run -> run.moved().forEach((milestone, alarm) -> {
            if (measures.contains(alarm.measure())) {
                levels.add(new AlarmLevel(alarm.level(evaluations, memorised),
                        "moved to " + NumberText.setting(alarm.threshold()),
                        SeriesStyle.solid(colour(alarm.measure(), runs, style)),
                        movable(Optional.of(milestone), alarm, evaluations, memorised)));
            }
        }));
        for (Alarm alarm : further) {
            if (measures.contains(alarm.measure())) {
                levels.add(new AlarmLevel(alarm.level(evaluations, memorised), alarm.words(),
                        SeriesStyle.dashed(style.muted(), 2f, 2f),
                        movable(Optional.empty(), alarm, evaluations, memorised)));
            }
        }
        return levels.stream().filter(level -> Double.isFinite(level.value())).toList();
    }

    private static Optional<MovableAlarm> movable(Optional<Milestone> milestone, Alarm alarm,
            List<Evaluation> evaluations, OptionalInt memorised) {
        double unit = alarm.reference() == Alarm.Reference.ABSOLUTE ? 1 : alarm.at(1).level(evaluations, memorised);
        return unit > 0 ? Optional.of(new MovableAlarm(milestone, alarm, unit)) : Optional.empty();
    }

    private static String recorded(Milestone milestone, Alarm alarm) {
        return switch (milestone) {
            case CEILING -> "ceiling " + NumberText.fixed(alarm.threshold(), 2);
            case RESTRICTED_SYNC -> "synced at " + NumberText.fixed(alarm.threshold(), 1) + " nats";
            case MEMORISED, GROKKED, DESTABILISED ->
                milestone.title() + " " + NumberText.fixed(alarm.threshold(), 2);
        };
    }

    /**
     * The colour of the curve or of its milestone, unless runs have colours of their own. The accuracies have one of neither:
     * beside a level of its colour a dashed curve could be taken for another.
     */
    private static Color colour(Measure measure, List<TimelineRun> runs, FigureStyle style) {
        if (style.page() && runs.size() > 1 || Measure.of(Panel.ACCURACY).contains(measure)) {
            return style.muted();
        }
        return measure == Measure.RESTRICTED_LOSS
                ? style.milestones().getOrDefault(Milestone.RESTRICTED_SYNC, style.text())
                : style.curve(measure).colour();
    }
}
