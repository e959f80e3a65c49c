package org.grokscope.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Carries out a command line for each line of standard input, its words apart by tabs, in one process. */
public final class ExportBatch {
    private ExportBatch() {}

    public static void main(String[] arguments) throws IOException {
        int failed = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (CommandLines.run(ResultStream.standard(), line.split("\t")) != 0) {
                    System.err.println("failed: " + line);
                    failed++;
                }
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }
}
