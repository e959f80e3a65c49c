package org.grokscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.figure.export.ComposedContent;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureName;
import org.grokscope.file.FileProblem;
import org.grokscope.file.OrdinaryFile;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunNames;
import org.grokscope.text.InvalidSetting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A file that says of which figures a composed one is: {@code columns}, and {@code parts}, each with a {@code figure}, its
 * {@code runs} and the {@code options} that the command line has for it; {@code sharedSteps} gives all timelines one step
 * axis.
 */
final class Layout {
    private static final int MOST_COLUMNS = 6;

    private final String said;
    private final JsonNode root;

    /** What one part shows. */
    @Command(name = "the options of a part")
    private static final class Part {
        @Mixin
        private ContentOptions content = new ContentOptions();
    }

    /** Finds runs by what they are called. */
    interface Finder {
        /** @throws FileProblem when there is none */
        List<RunDirectory> find(List<String> runs) throws IOException;
    }

    private Layout(String said, JsonNode root) {
        this.said = said;
        this.root = root;
    }

    /** @param said a file, or the JSON itself, which begins with a brace */
    static Layout read(String said) throws IOException {
        boolean itself = said.stripLeading().startsWith("{");
        try {
            byte[] json = itself ? said.getBytes(StandardCharsets.UTF_8) : OrdinaryFile.read(Path.of(said));
            return new Layout(itself ? said : Path.of(said).toAbsolutePath().toString(),
                    new ObjectMapper().readTree(json));
        } catch (NoSuchFileException e) {
            throw new FileProblem("There is no layout " + said + ".", e);
        } catch (JsonProcessingException e) {
            throw new FileProblem("The layout " + (itself ? "" : said + " ") + "cannot be read as JSON.", e);
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
            new CommandLine(options).parseArgs(words(part.path("options")));
            parts.add(options.content.of(FigureName.of(part.path("figure").asText("timeline")), finder.find(runs),
                    names));
        }
        InvalidSetting.unless(!parts.isEmpty(), "layout", "The layout has no parts.");
        boolean shared = root.path(ComposedContent.SHARED).asBoolean();
        return new ComposedContent(shared ? ComposedContent.overSameSteps(parts) : parts, columns, said);
    }

    /** Options are one text, or a list of words, which may have spaces in them. */
    private static String[] words(JsonNode options) {
        return options.isArray()
                ? options.valueStream().map(JsonNode::asText).toArray(String[]::new)
                : Stream.of(options.asText("").split("\\s+")).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }
}
