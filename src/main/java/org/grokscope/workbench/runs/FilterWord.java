package org.grokscope.workbench.runs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grokscope.run.RunHistory;

/** Words of a run that a filter can ask for, as in {@code kind:mlp-only}. */
enum FilterWord {
    /** What the network is made of. */
    KIND("kind", true, run -> List.of(run.head().configuration().model().kind().label())),
    /** What is done modulo p. */
    OPERATION("operation", true, run -> List.of(run.head().configuration().task().operation().label())),
    /** Where the run stands. */
    STATE("state", true, run -> List.of(run.state().label())),
    /** What people marked it with. */
    TAG("tag", false, run -> run.notes().tags()),
    /** The folder it lies in, where that is not the window's own. */
    FOLDER("folder", false, run -> Optional.ofNullable(Path.of(run.head().id()).getParent())
            .map(folder -> folder.getFileName().toString()).stream().toList());

    private final String word;
    private final boolean whole;
    private final Function<RunHistory, List<String>> values;

    FilterWord(String word, boolean whole, Function<RunHistory, List<String>> values) {
        this.word = word;
        this.whole = whole;
        this.values = values;
    }

    /** Returns the one that a person means by a word. */
    static Optional<FilterWord> of(String typed) {
        return Arrays.stream(values()).filter(each -> each.word.equals(typed)).findFirst();
    }

    /** Returns the word before the colon. */
    String word() {
        return word;
    }

    /** Returns whether a run has this value; of tags and folders the beginning will do. */
    boolean holds(RunHistory run, String value) {
        return values.apply(run).stream().map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(each -> whole ? each.equals(value) : each.startsWith(value));
    }

    /** Returns the values that occur. */
    Stream<String> occurring(List<RunHistory> runs) {
        return runs.stream().flatMap(run -> values.apply(run).stream()).distinct().sorted();
    }
}
