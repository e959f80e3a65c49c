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
 * @param interventions what it does to the network beside changing settings
 * @param coldStart whether AdamW's moments began at zero, because the program that trained the parent did not save them
 */
public record Lineage(String parent, int step, List<String> changes, int draw, Interventions interventions,
        boolean coldStart) {
    /** A fork that goes on with its parent's moments. */
    public Lineage(String parent, int step, List<String> changes, int draw, Interventions interventions) {
        this(parent, step, changes, draw, interventions, false);
    }

    /** A fork that changes settings alone. */
    public Lineage(String parent, int step, List<String> changes, int draw) {
        this(parent, step, changes, draw, Interventions.NONE);
    }

    /** A fork with its parent's own order of batches. */
    public Lineage(String parent, int step, List<String> changes) {
        this(parent, step, changes, 1);
    }

    public Lineage {
        changes = List.copyOf(changes);
    }

    /** Returns whether it changes nothing, and so must repeat its parent. */
    public boolean control() {
        return changes.isEmpty() && interventions.own().isEmpty();
    }

    /** Returns this lineage of another draw. */
    Lineage drawn(int other) {
        return new Lineage(parent, step, changes, other, interventions, coldStart);
    }

    /** Returns this lineage under another id of the parent. */
    Lineage from(String other) {
        return new Lineage(other, step, changes, draw, interventions, coldStart);
    }

    /** Returns the name of the parent's folder, without the path that an id may be. */
    public String parentFolder() {
        Path folder = Path.of(parent).getFileName();
        return folder == null ? parent : folder.toString();
    }
}
