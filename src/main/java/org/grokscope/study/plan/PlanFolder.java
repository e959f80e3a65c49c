package org.grokscope.study.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokscope.file.FileProblem;
import org.grokscope.file.TargetFolder;

/**
 * A plan on disk: plan.jsonl and the folder of its runs. It can be copied or moved as a whole, for nothing in it says where it
 * is.
 *
 * @param path the folder
 */
public record PlanFolder(Path path) {
    private static final String PLAN = "plan.jsonl";

    /**
     * Makes the folder of a plan.
     *
     * @throws FileProblem when it holds a plan already, or may not be written
     */
    public static PlanFolder create(Path path, Plan plan) throws IOException {
        PlanFolder folder = new PlanFolder(path.toAbsolutePath().normalize());
        if (Files.exists(folder.planFile())) {
            throw new FileProblem("There is a plan in " + path + " already; choose another folder.");
        }
        new TargetFolder(folder.runs()).make();
        PlanFile.write(folder.planFile(), plan);
        return folder;
    }

    /** Returns whether a folder is one of a plan. */
    public static boolean isPlan(Path path) {
        return Files.exists(path.resolve(PLAN));
    }

    /**
     * Opens the folder of a plan.
     *
     * @throws FileProblem when there is none
     */
    public static PlanFolder open(Path path) throws IOException {
        PlanFolder folder = new PlanFolder(path.toAbsolutePath().normalize());
        if (!Files.exists(folder.planFile())) {
            throw new FileProblem("There is no plan in " + path + ": it has no " + PLAN + ".");
        }
        return folder;
    }

    /**
     * Reads the plan.
     *
     * @throws FileProblem when a line of it cannot be read, which is named
     */
    public Plan plan() throws IOException {
        return PlanFile.read(planFile());
    }

    /** Returns the folder of its runs. */
    public Path runs() {
        return path.resolve("runs");
    }

    private Path planFile() {
        return path.resolve(PLAN);
    }
}
