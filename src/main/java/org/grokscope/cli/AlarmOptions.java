package org.grokscope.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.text.InvalidSetting;
import picocli.CommandLine.Option;

/** The option that dates runs by alarms of one's own. */
final class AlarmOptions {
    @Option(names = "--alarm", paramLabel = "ALARM", description = "date runs also by this, for example \"fsd>=0.5\" or \"restricted-loss<=0.5*start for 3\"; with a milestone before it, \"ceiling:fsd>=0.5\", in that milestone's place. May be given several times")
    private List<String> typed = List.of();

    /** Returns those that stand in a milestone's place. */
    Map<Milestone, Alarm> moved() {
        Map<Milestone, Alarm> moved = new EnumMap<>(Milestone.class);
        typed.forEach(text -> milestone(text)
                .ifPresent(it -> moved.put(it, Alarm.parse(text.substring(text.indexOf(':') + 1)))));
        return moved;
    }

    /** Returns those that stand for themselves. */
    List<Alarm> further() {
        return new ArrayList<>(
                typed.stream().filter(text -> milestone(text).isEmpty()).map(Alarm::parse).distinct().toList());
    }

    private static Optional<Milestone> milestone(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String key = text.substring(0, colon).strip();
        return Optional.of(Milestone.of(key).orElseThrow(() -> new InvalidSetting("alarm",
                "There is no milestone '" + key + "'; there are "
                        + Stream.of(Milestone.values()).map(Milestone::key).collect(Collectors.joining(", ")) + ".")));
    }
}
