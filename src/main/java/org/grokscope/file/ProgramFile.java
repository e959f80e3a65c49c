package org.grokscope.file;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files that come with the program, as they lie on the disk. Libraries that want a file would else copy what is in a jar into
 * the temporary folder, which may be full or not there, and leave it there when the process is killed.
 */
public final class ProgramFile {
    private ProgramFile() {}

    /**
     * Finds a file among the compiled classes, or in the folder beside the program's jar that is called as the resource's own.
     *
     * @param near a class of the same jar
     * @param resource its absolute name
     * @return empty when it lies in the jar alone
     */
    public static Optional<Path> find(Class<?> near, String resource) {
        try {
            @Nullable
            URL url = near.getResource(resource);
            if (url != null && url.getProtocol().equals("file")) {
                return Optional.of(Path.of(url.toURI()));
            }
            @Nullable
            CodeSource source = near.getProtectionDomain().getCodeSource();
            if (source == null || source.getLocation() == null) {
                return Optional.empty();
            }
            Path name = Path.of(resource);
            Path file = Path.of(source.getLocation().toURI()).resolveSibling(name.subpath(name.getNameCount() - 2,
                    name.getNameCount()));
            return Optional.of(file).filter(Files::isReadable);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException unusual) {
            return Optional.empty();
        }
    }
}
