package org.grokscope.workbench.runs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.text.PathEnding;

/** Which runs have a name that another one beside them has, too: their folders tell them apart. */
final class Namesakes {
    static final Namesakes NONE = new Namesakes(Map.of());

    private final Map<Place, List<Path>> bearers;

    /** A name among the forks of one parent, or among those that have none. */
    private record Place(String parent, String name) {
        static Place of(RunHistory run) {
            return new Place(run.head().lineage() instanceof Lineage it ? it.parent() : "", run.head().name());
        }
    }

    private Namesakes(Map<Place, List<Path>> bearers) {
        this.bearers = bearers;
    }

    static Namesakes among(Collection<RunHistory> runs) {
        return new Namesakes(
                runs.stream().collect(Collectors.groupingBy(Place::of,
                        Collectors.mapping(Namesakes::path, Collectors.toList()))));
    }

    /** Returns a run's folder, as short as it is told from the others', where its own name does not do so; else nothing. */
    String folder(RunHistory run) {
        List<Path> folders = bearers.getOrDefault(Place.of(run), List.of());
        return folders.size() > 1 ? PathEnding.of(path(run), folders) : "";
    }

    private static Path path(RunHistory run) {
        return Path.of(run.head().id());
    }
}
