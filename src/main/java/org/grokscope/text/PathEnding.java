package org.grokscope.text;

import java.nio.file.Path;
import java.util.Collection;

/** Paths as short as they can be told apart: nobody wants to read where a home folder lies. */
public final class PathEnding {
    private PathEnding() {}

    /**
     * Returns the shortest ending of a path that no other has, for example {@code thesis/runs} beside
     * {@code course/runs}; the whole path where even all its names are another's ending.
     *
     * @param others that may hold the path itself
     */
    public static String of(Path path, Collection<Path> others) {
        int names = path.getNameCount();
        for (int first = names - 1; first >= 0; first--) {
            Path ending = path.subpath(first, names);
            if (others.stream().noneMatch(other -> !other.equals(path) && other.endsWith(ending))) {
                return ending.toString();
            }
        }
        return path.toString();
    }
}
