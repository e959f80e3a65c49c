package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.study.FoundRun;
import org.grokscope.study.RunIndex;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.study.TrialState;

/**
 * What there is of a study.
 *
 * @param quick whether only its few cells are asked for
 * @param states of the cells asked for, in their order
 */
public record Results(Study study, boolean quick, Map<Trial, TrialState> states) {
    public Results {
        states = new LinkedHashMap<>(states);
    }

    /** Looks each cell up. */
    public static Results of(Study study, boolean quick, RunIndex runIndex) throws IOException {
        return new Results(study, quick, runIndex.states(study.cells(quick)));
    }

    /** Returns the finished run of a cell; nothing when it is missing or was not asked for. */
    Optional<FoundRun> run(String cell) {
        return states.entrySet().stream().filter(entry -> entry.getKey().name().equals(cell))
                .map(Map.Entry::getValue).flatMap(state -> state instanceof TrialState.Done(FoundRun run)
                        ? Optional.of(run).stream()
                        : Optional.<FoundRun>empty().stream())
                .findFirst();
    }

    /** Returns the finished runs, in the order of the cells. */
    List<FoundRun> runs() {
        List<FoundRun> runs = new ArrayList<>();
        states.values().forEach(state -> {
            if (state instanceof TrialState.Done(FoundRun run)) {
                runs.add(run);
            }
        });
        return runs;
    }

    /** Returns how many cells have a finished run. */
    int done() {
        return runs().size();
    }
}
