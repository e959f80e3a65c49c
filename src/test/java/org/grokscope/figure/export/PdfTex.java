package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** pdfTeX, where it is installed. */
final class PdfTex {
    static final Path PROGRAM = Path.of("/usr/bin/pdflatex");

    private PdfTex() {}

    /**
     * Makes sure that figures are typeset, a page each, without a word.
     *
     * @param folder that they lie in
     * @param preamble loads what they need
     * @param figures the names of their files
     */
    static void takes(Path folder, String preamble, List<String> figures) throws Exception {
        StringBuilder document = new StringBuilder("\\documentclass{article}" + preamble + "\\begin{document}\n");
        figures.forEach(file -> document.append("\\noindent\\input{").append(file).append("}\\clearpage\n"));
        Files.writeString(folder.resolve("all.tex"), document + "\\end{document}\n");
        Process tex = new ProcessBuilder(PROGRAM.toString(), "-interaction=nonstopmode", "all.tex")
                .directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile()).start();
        assertThat(tex.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("said.txt"))).contains("(" + figures.size() + " pages")
                .doesNotContain("Warning", "Overfull", "\n!");
    }
}
