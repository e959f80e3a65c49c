package org.grokscope.workbench;

import java.util.stream.Stream;
import org.grokscope.measure.Alarm;
import org.grokscope.text.InvalidSetting;
import org.grokscope.workbench.preferences.Preferences;
import org.grokscope.workbench.runs.MovedAlarms;

/** Has the alarms that a person added at another time, and remembers those added now. */
final class RememberedAlarms {
    RememberedAlarms(MovedAlarms alarms, Preferences preferences) {
        alarms.further().set(preferences.alarms().get().stream().flatMap(RememberedAlarms::known).distinct().toList());
        alarms.further().subscribe((_, added) -> preferences.alarms().set(added.stream().map(Alarm::text).toList()));
    }

    /** What another version of the program knows may mean nothing to this one. */
    private static Stream<Alarm> known(String text) {
        try {
            return Stream.of(Alarm.parse(text));
        } catch (InvalidSetting _) {
            return Stream.empty();
        }
    }
}
