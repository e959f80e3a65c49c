package org.grokscope.study.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.ProblemSentence;
import org.grokscope.file.TargetFolder;

/** A report in the folder of the runs. */
public final class ReportFile {
    private ReportFile() {}

    /** Returns where the report of a study lies: {@code reports/NAME.html} in the folder of the runs. */
    public static Path of(Path runsFolder, String study, boolean quick) {
        return runsFolder.resolve("reports").resolve(study + (quick ? "-quick" : "") + ".html");
    }

    /**
     * Makes sure that a report can be written, before runs are trained for it.
     *
     * @throws FileProblem when not
     */
    public static void check(Path runsFolder, String study, boolean quick) throws FileProblem {
        Path file = of(runsFolder, study, quick);
        new TargetFolder(file.resolveSibling("")).check();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileProblem("The report " + file + " cannot be written: something else stands in its place.");
        }
    }

    /**
     * Writes a report, whole or not at all.
     *
     * @param command that makes it again
     * @return the file
     * @throws FileProblem when it cannot be written there
     */
    public static Path write(Report report, Path runsFolder, String command) throws IOException {
        check(runsFolder, report.results().study().name(), report.results().quick());
        Path file = of(runsFolder, report.results().study().name(), report.results().quick());
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file, ByteBuffer
                    .wrap(new HtmlPage(report, folder, command).text().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IOException("The report " + file + " cannot be written (" + ProblemSentence.of(e) + ").", e);
        }
        return file;
    }
}
