package org.grokscope.training;

import ai.djl.engine.Engine;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokscope.file.LockFile;

/**
 * The tensor library's files, some 400 MB, which DJL unpacks when it is used for the first time. Of processes that begin at once
 * on one machine, as the tasks of a cluster do, one unpacks and the others wait for it.
 */
final class UnpackedLibrary {
    /** Stands in DJL's folder for PyTorch. */
    static final String LOCK = "unpacking.lock";

    private UnpackedLibrary() {}

    /** Loads the library. */
    static Engine load() {
        Path folder = Utils.getEngineCacheDir("pytorch");
        if (in(folder)) {
            return Engine.getEngine("PyTorch");
        }
        try (LockFile _ = LockFile.hold(Files.createDirectories(folder).resolve(LOCK))) {
            return Engine.getEngine("PyTorch");
        } catch (IOException noPlace) {
            // DJL says better than this what is wrong with its folder.
            return Engine.getEngine("PyTorch");
        }
    }

    private static boolean in(Path folder) {
        Platform platform = Platform.detectPlatform("pytorch");
        Path files = folder.resolve(
                platform.getVersion() + "-" + platform.getFlavor() + "-" + platform.getClassifier());
        return Files.exists(files.resolve(System.mapLibraryName("torch_cpu")))
                && Files.exists(files.resolve(Engine.getDjlVersion() + "-" + System.mapLibraryName("djl_torch")));
    }
}
