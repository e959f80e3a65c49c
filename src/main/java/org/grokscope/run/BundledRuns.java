package org.grokscope.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The runs that come with the program. */
public final class BundledRuns {
    /** The system property by which a launcher names their folder. */
    public static final String PROPERTY = "grokscope.samples";

    private BundledRuns() {}

    /** Returns their folder, where the program was installed with it. */
    public static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Path::toAbsolutePath)
                .map(Path::normalize).filter(Files::isDirectory);
    }

    /** Returns whether a run, given by its directory, is one of them. */
    public static boolean hold(Path directory) {
        return folder().filter(directory::startsWith).isPresent();
    }
}
