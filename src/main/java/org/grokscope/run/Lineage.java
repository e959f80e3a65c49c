package org.grokscope.run;

import java.util.List;

/**
 * Where a fork comes from.
 *
 * @param parent the parent's run id
 * @param step the step it was forked at
 * @param changes the settings that differ from the parent's, by their names in run.json
 */
public record Lineage(String parent, int step, List<String> changes) {
    public Lineage {
        changes = List.copyOf(changes);
    }
}
