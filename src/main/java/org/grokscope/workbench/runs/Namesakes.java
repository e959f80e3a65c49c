package org.grokscope.workbench.runs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/** Which runs have a name that another one beside them has, too: their folders tell them apart. */
final class Namesakes {
    static final Namesakes NONE = new Namesakes(Map.of());

    private final Map<Place, Long> bearers;

    /** A name among the forks of one parent, or among those that have none. */
    private record Place(String parent, String name) {
        static Place of(RunHistory run) {
            return new Place(run.head().lineage() instanceof Lineage it ? it.parent() : "", run.head().name());
        }
    }

    private Namesakes(Map<Place, Long> bearers) {
        this.bearers = bearers;
    }

    static Namesakes among(Collection<RunHistory> runs) {
        return new Namesakes(
                runs.stream().collect(Collectors.groupingBy(Place::of, Collectors.counting())));
    }

    /** Returns the name of a run's folder where its own name does not tell it from another; else nothing. */
    String folder(RunHistory run) {
        return bearers.getOrDefault(Place.of(run), 0L) > 1
                ? Path.of(run.head().id()).getFileName().toString()
                : "";
    }
}
