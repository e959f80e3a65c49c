package org.grokscope.run;

import java.util.List;

/**
 * Where a run comes from that another program trained.
 *
 * @param from whose format it was read from, for example {@code TransformerLens}, or {@code curves}
 * @param files the names of the files it was read from, without their folders
 * @param assumed the settings that nobody named and no file says, by their names: the configuration has the paper's
 */
public record Imported(String from, List<String> files, List<String> assumed) {
    /** What stands for networks in a run of which only curves are known. */
    public static final String CURVES = "curves";

    public Imported {
        files = List.copyOf(files);
        assumed = List.copyOf(assumed);
    }

    /** Returns whether only curves are known and no network. */
    public boolean curves() {
        return from.equals(CURVES);
    }

    /** Returns it in a phrase, for example {@code from TransformerLens: run.pth and 20 more files}. */
    public String text() {
        String first = files.isEmpty() ? "" : ": " + files.getFirst();
        return "from " + from + first + switch (files.size()) {
            case 0, 1 -> "";
            case 2 -> " and " + files.get(1);
            default -> " and %,d more files".formatted(files.size() - 1);
        };
    }
}
