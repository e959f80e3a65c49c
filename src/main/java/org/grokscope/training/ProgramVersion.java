package org.grokscope.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this program, as the build wrote it. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** Returns the version, for example {@code 0.1.0}. */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream in = Objects
                .requireNonNull(ProgramVersion.class.getResourceAsStream("/org/grokscope/version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"));
    }
}
