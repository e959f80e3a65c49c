package org.grokscope.run;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What runs are called where those of several folders meet: those of its own folder by their ids, those of other folders, which may hold the same ids,
 * by their directories.
 *
 * @param home the folder of runs that the window trains into, or that {@code --runs} names
 */
public record RunNames(Path home) {
    public RunNames {
        home = home.toAbsolutePath().normalize();
    }

    /** Returns what a run is called. */
    public String of(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        return home.equals(absolute.getParent()) ? absolute.getFileName().toString() : absolute.toString();
    }

    /** Returns the folder that a run is in. */
    public Path folder(String id) {
        return Objects.requireNonNull(directory(id).getParent());
    }

    /** Returns the directory of a run. */
    public Path directory(String id) {
        // An absolute path stays what it is.
        return home.resolve(id);
    }

    /** Returns a run under the name it has here, and its parent under the one that it has or would have. */
    public RunHistory named(RunHistory run, Path directory) {
        String id = of(directory);
        if (id.equals(run.head().id())) {
            return run;
        }
        @Nullable
        Lineage lineage = run.head().lineage();
        return run.known(id, lineage == null
                ? null
                : lineage.from(of(directory.resolveSibling(lineage.parent()))));
    }
}
