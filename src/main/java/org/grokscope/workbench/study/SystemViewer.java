package org.grokscope.workbench.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/** Opens a file with whatever the system shows such files with. */
public final class SystemViewer {
    private SystemViewer() {}

    /** @throws FileProblem when the system cannot, which says where the file is */
    public static void open(Path file) throws IOException {
        List<String> command = new ArrayList<>(opener());
        command.add(file.toAbsolutePath().toString());
        try {
            new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new FileProblem(
                    "No program on this system opens " + file.getFileName() + ". Copy its path and open it by hand.",
                    e);
        }
    }

    private static List<String> opener() {
        @Nullable
        String system = System.getProperty("os.name");
        if (system != null && system.startsWith("Windows")) {
            return List.of("cmd", "/c", "start", "");
        }
        return List.of(system != null && system.startsWith("Mac") ? "open" : "xdg-open");
    }
}
