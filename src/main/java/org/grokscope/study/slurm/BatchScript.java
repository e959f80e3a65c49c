package org.grokscope.study.slurm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.grokscope.file.AtomicFile;
import org.grokscope.study.plan.PlanFolder;

/** The script that Slurm runs for each task. It is the same for every plan, and readable. */
public final class BatchScript {
    /** Its name in a plan's folder. */
    static final String NAME = "run.sbatch";

    private BatchScript() {}

    /** Puts the script into a plan's folder, and the folder for what its tasks say. */
    public static void write(PlanFolder plan) throws IOException {
        Path script = plan.path().resolve(NAME);
        // Slurm makes no folder for what a task says, and loses it where there is none.
        Files.createDirectories(plan.path().resolve("logs"));
        try (InputStream in = Objects
                .requireNonNull(BatchScript.class.getResourceAsStream("/org/grokscope/study/run.sbatch"))) {
            AtomicFile.write(script, ByteBuffer.wrap(in.readAllBytes()));
        }
    }
}
