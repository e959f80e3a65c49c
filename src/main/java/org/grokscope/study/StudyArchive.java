package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FolderTree;
import org.grokscope.run.BundledRuns;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;

/**
 * Finished runs of the studies that come with the program: their logs, without checkpoints, each in the folder of a
 * study. Never written to by a study.
 *
 * @param folder that holds a folder a study; empty when there is none
 */
public record StudyArchive(Optional<Path> folder) {
    /** No runs. */
    public static final StudyArchive NONE = new StudyArchive(Optional.empty());

    /** Returns the archive of this installation, where it was installed with one. */
    public static StudyArchive installed() {
        return new StudyArchive(BundledRuns.folder().map(runs -> runs.resolve("studies"))
                .filter(Files::isDirectory));
    }

    /** Returns the runs of all studies: one may need those of another. */
    List<RunDirectory> runs() throws IOException {
        List<RunDirectory> runs = new ArrayList<>();
        if (folder.isPresent()) {
            for (Path study : FolderTree.entries(folder.get()).stream().filter(Files::isDirectory).sorted().toList()) {
                runs.addAll(new RunLibrary(study).runs());
            }
        }
        return runs;
    }
}
