package org.grokscope.workbench.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.Setting;
import org.grokscope.settings.SettingType;
import org.grokscope.settings.Settings;

/**
 * Words of a run that a filter can ask for, as in {@code kind:mlp-only}: every setting that is one of a few, and what
 * people say of the run.
 *
 * @param word before the colon
 * @param example of a word after it
 * @param whole whether a whole word must be given; of tags and folders the beginning will do
 * @param values the run's
 */
record FilterWord(String word, String example, boolean whole, Function<RunHistory, List<String>> values) {
    private static final List<FilterWord> ALL = Stream.concat(
            Settings.offered().stream().flatMap(setting -> of(setting).stream()),
            Stream.of(new FilterWord("state", "finished", true, run -> List.of(run.state().label())),
                    new FilterWord("tag", "paper", false, run -> run.notes().tags()),
                    new FilterWord("folder", "samples", false,
                            run -> Optional.ofNullable(Path.of(run.head().id()).getParent())
                                    .map(folder -> folder.getFileName().toString()).stream().toList())))
            .toList();

    /** Returns all there are. */
    static List<FilterWord> all() {
        return ALL;
    }

    /** Returns the one that a person means by a word. */
    static Optional<FilterWord> of(String typed) {
        return ALL.stream().filter(each -> each.word.equals(typed)).findFirst();
    }

    /** Returns whether a run has this value. */
    boolean holds(RunHistory run, String value) {
        return values.apply(run).stream().map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(each -> whole ? each.equals(value) : each.startsWith(value));
    }

    /** Returns the values that occur. */
    Stream<String> occurring(List<RunHistory> runs) {
        return runs.stream().flatMap(run -> values.apply(run).stream()).distinct().sorted();
    }

    private static Optional<FilterWord> of(Setting<?> setting) {
        return setting.type() instanceof SettingType.OneOf<?> choices
                ? Optional.of(new FilterWord(setting.words().getFirst(), choices.labels().getLast(), true,
                        run -> List.of(setting.text(run.head().configuration()))))
                : Optional.empty();
    }
}
