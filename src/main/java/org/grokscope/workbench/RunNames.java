package org.grokscope.workbench;

import java.nio.file.Path;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.jspecify.annotations.Nullable;

/**
 * What the window calls runs: those of its own folder by their ids, those of other folders, which may hold the same ids,
 * by their directories; the command line does the same.
 *
 * @param home the folder of runs that the window trains into
 */
record RunNames(Path home) {
    RunNames {
        home = home.toAbsolutePath().normalize();
    }

    /** Returns what a run is called. */
    String of(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        return home.equals(absolute.getParent()) ? absolute.getFileName().toString() : absolute.toString();
    }

    /** Returns the directory of a run. */
    Path directory(String id) {
        // An absolute path stays what it is.
        return home.resolve(id);
    }

    /** Returns a run under the name it has here, and its parent under the one that it has or would have. */
    RunHistory named(RunHistory run, Path directory) {
        String id = of(directory);
        if (id.equals(run.head().id())) {
            return run;
        }
        @Nullable
        Lineage lineage = run.head().lineage();
        return run.known(id, lineage == null
                ? null
                : new Lineage(of(directory.resolveSibling(lineage.parent())), lineage.step(), lineage.changes(),
                        lineage.draw()));
    }
}
