package org.grokscope.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;

/** The files that a person means who names some, or a folder of them. */
public final class ImportFiles {
    private static final List<String> NETWORKS = List.of(".pt", ".pth", ".ckpt", ".bin", ".safetensors");

    private ImportFiles() {}

    /** Returns what a run of these files is called when nobody names it: as the file, or as the folder of several. */
    public static String name(List<Path> files) {
        Path first = files.getFirst().toAbsolutePath().normalize();
        Path folder = first.getParent();
        return files.size() > 1 && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : first.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /**
     * Lists them: a folder stands for the networks in it.
     *
     * @throws FileProblem when there are none
     */
    public static List<Path> of(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(FolderTree.entries(path).stream().filter(file -> NETWORKS.stream().anyMatch(
                        file.toString().toLowerCase(Locale.ROOT)::endsWith)).sorted().toList());
            } else {
                files.add(path);
            }
        }
        if (files.isEmpty()) {
            throw new FileProblem("There is no file in " + paths.getFirst() + " that ends on "
                    + String.join(", ", NETWORKS) + ".");
        }
        return files;
    }
}
