package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.TargetFolder;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunDirectory;
import org.grokscope.study.Trial.Trained;

/**
 * What was put into an archive.
 *
 * @param copied the ids of the runs that were not there before
 * @param there how many were there already, in the folder of this or of another study
 * @param bytes of the study's folder as it is now
 */
public record ArchiveCopy(List<String> copied, int there, long bytes) {
    public ArchiveCopy {
        copied = List.copyOf(copied);
    }

    /**
     * Copies the finished runs of a study, byte for byte and without checkpoints. A run that another study has put there
     * is not put there twice.
     *
     * @param runsFolder where the runs are
     * @param archive a folder of folders of studies; made when it is not there
     * @throws FileProblem when the archive cannot be written, or holds another run of the same id
     */
    public static ArchiveCopy of(Study study, Path runsFolder, Path archive) throws IOException {
        new TargetFolder(archive).make();
        RunIndex runIndex = RunIndex.read(runsFolder, new StudyArchive(Optional.of(archive)));
        Path folder = archive.resolve(study.name());
        List<FoundRun> wanted = new ArrayList<>();
        int there = 0;
        for (Trial cell : study.cells()) {
            Finding finding = cell instanceof Trained trained ? trained.finding() : Finding.NONE;
            List<FoundRun> runs = runIndex.runs(cell).stream().filter(run -> run.complete(finding)).toList();
            if (runs.stream().anyMatch(run -> run.archived() && knows(run, finding))) {
                there++;
            } else {
                runs.stream().filter(run -> !run.archived()).findFirst().ifPresent(wanted::add);
            }
        }
        for (FoundRun run : wanted) {
            copy(run.directory(), folder);
        }
        return new ArchiveCopy(wanted.stream().map(FoundRun::id).toList(), there, new FolderTree(folder).bytes());
    }

    private static boolean knows(FoundRun run, Finding finding) {
        return finding == Finding.NONE || Files.exists(run.file(finding));
    }

    private static void copy(RunDirectory run, Path folder) throws IOException {
        Path there = folder.resolve(run.head().id());
        if (Files.exists(there) && Files.mismatch(run.path().resolve("run.json"), there.resolve("run.json")) >= 0) {
            throw new FileProblem("The archive has another run " + run.head().id()
                    + ", of which it can hold only one.");
        }
        RunCopy.logs().replace(run, folder);
    }
}
