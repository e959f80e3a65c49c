package org.grokscope.study;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Finished runs of the studies that come with the program: their logs, without checkpoints, each in the folder of a
 * study. Never written to by a study.
 *
 * @param folder that holds a folder a study; empty when there is none
 */
public record StudyArchive(Optional<Path> folder) {
    /** No runs. */
    public static final StudyArchive NONE = new StudyArchive(Optional.empty());

    private static final String SAMPLES = "sample-runs";
    /** From {@code target/grokscope/lib/grokscope.jar} to the folder that a checkout is. */
    private static final int LEVELS = 4;

    /** Returns the archive of this installation: where {@code grokscope.samples} says, or beside the program. */
    public static StudyArchive installed() {
        @Nullable
        String said = System.getProperty("grokscope.samples");
        Optional<Path> samples = said == null ? besideTheProgram() : Optional.of(Path.of(said));
        return new StudyArchive(samples.map(path -> path.resolve("studies")).filter(Files::isDirectory));
    }

    private static Optional<Path> besideTheProgram() {
        @Nullable
        CodeSource source = StudyArchive.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            return Stream.iterate(Optional.ofNullable(place.getParent()), Optional::isPresent,
                    at -> at.map(Path::getParent)).limit(LEVELS).flatMap(Optional::stream)
                    .map(at -> at.resolve(SAMPLES)).filter(Files::isDirectory).findFirst();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns the runs of all studies: one may need those of another. */
    List<RunDirectory> runs() throws IOException {
        List<RunDirectory> runs = new ArrayList<>();
        if (folder.isPresent()) {
            try (Stream<Path> studies = Files.list(folder.get())) {
                for (Path study : studies.filter(Files::isDirectory).sorted().toList()) {
                    runs.addAll(new RunLibrary(study).runs());
                }
            }
        }
        return runs;
    }
}
