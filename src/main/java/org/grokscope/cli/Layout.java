package org.grokscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.figure.export.ComposedContent;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureName;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunNames;
import org.grokscope.text.InvalidSetting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A file that says of which figures a composed one is: {@code columns}, and {@code parts}, each with a {@code figure}, its
 * {@code runs} and the {@code options} that the command line has for it, in one text.
 */
final class Layout {
    private static final int MOST_COLUMNS = 6;

    private final Path file;
    private final JsonNode root;

    /** What one part shows. */
    @Command
    private static final class Part {
        @Mixin
        private ContentOptions content = new ContentOptions();
    }

    /** Finds runs by what they are called. */
    interface Finder {
        /** @throws FileProblem when there is none */
        List<RunDirectory> find(List<String> runs) throws IOException;
    }

    private Layout(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static Layout read(Path file) throws IOException {
        try {
            return new Layout(file, new ObjectMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new FileProblem("The layout " + file + " cannot be read as JSON.", e);
        }
    }

    /** @param usual the runs of parts that name none */
    FigureContent content(List<String> usual, Finder finder, RunNames names) throws IOException {
        int columns = root.path("columns").asInt(1);
        InvalidSetting.unless(columns >= 1 && columns <= MOST_COLUMNS, "layout",
                "The layout's columns lie between 1 and " + MOST_COLUMNS + ", and " + columns + " does not.");
        List<FigureContent> parts = new ArrayList<>();
        for (JsonNode part : root.path("parts")) {
            List<String> runs = part.path("runs").isEmpty()
                    ? usual
                    : part.path("runs").valueStream().map(JsonNode::asText).toList();
            InvalidSetting.unless(!runs.isEmpty(), "layout", "A part of the layout names no runs.");
            Part options = new Part();
            String typed = part.path("options").asText("").strip();
            new CommandLine(options).parseArgs(typed.isEmpty() ? new String[0] : typed.split("\\s+"));
            parts.add(options.content.of(FigureName.of(part.path("figure").asText("timeline")), finder.find(runs),
                    names));
        }
        InvalidSetting.unless(!parts.isEmpty(), "layout", "The layout " + file + " has no parts.");
        return new ComposedContent(parts, columns, file);
    }
}
