package org.grokscope.run;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a fork comes from.
 *
 * @param parent the parent's run id
 * @param step the step it was forked at
 * @param changes the settings that differ from the parent's, by their names in run.json
 * @param draw 1 for the parent's own order of batches, more for others: so many seeds further; 0 when that is not known
 */
public record Lineage(String parent, int step, List<String> changes, int draw) {
    /** A fork with its parent's own order of batches. */
    public Lineage(String parent, int step, List<String> changes) {
        this(parent, step, changes, 1);
    }

    public Lineage {
        changes = List.copyOf(changes);
    }

    /** Returns this lineage of another draw. */
    Lineage drawn(int other) {
        return new Lineage(parent, step, changes, other);
    }

    /** Returns the name of the parent's folder, without the path that an id may be. */
    public String parentFolder() {
        Path folder = Path.of(parent).getFileName();
        return folder == null ? parent : folder.toString();
    }
}
