package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.file.OrdinaryFile;
import org.grokscope.text.CleanText;

/**
 * A tour through runs: {@code tour.json} in the folder of a run. Each station shows a page of the window, says one sentence and
 * asks for one thing to be done.
 *
 * @param stations at least one
 */
public record Tour(String title, List<Station> stations) {
    /** Its file, in the folder of a run. */
    public static final String FILE = "tour.json";
    private static final int MOST_STATIONS = 20;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_SENTENCE = 300;

    /** What the window shows at a station. */
    public enum View {
        /** The run over its steps. */
        TIMELINE,
        /** Its network at a step. */
        CIRCUIT,
        /** Its branches. */
        FORKS,
        /** The selected runs side by side. */
        COMPARE
    }

    /**
     * A station.
     *
     * @param runs the folders of the runs that are selected, at least one; the last is the chosen one
     * @param step at which the cursor is put; without one it is nowhere
     * @param say a sentence on what is to be seen
     * @param task one thing to do
     */
    public record Station(String title, List<Path> runs, View view, OptionalInt step, String say, String task) {
        public Station {
            runs = List.copyOf(runs);
        }
    }

    public Tour {
        stations = List.copyOf(stations);
    }

    /** Returns whether a run, given by its folder, has a tour. */
    public static boolean beside(Path run) {
        return Files.isRegularFile(run.resolve(FILE));
    }

    /**
     * Reads the tour of a run.
     *
     * @param run its folder
     * @throws FileProblem when there is none, or it is none; the message says what is wrong in one sentence
     */
    public static Tour read(Path run) throws IOException {
        Path file = run.resolve(FILE);
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(OrdinaryFile.read(file));
        } catch (NoSuchFileException none) {
            throw new FileProblem("The run " + run.getFileName() + " has no " + FILE + ".", none);
        } catch (JsonProcessingException broken) {
            throw new FileProblem(file + " is not JSON.", broken);
        }
        JsonNode listed = root.path("stations");
        if (!listed.isArray() || listed.isEmpty() || listed.size() > MOST_STATIONS) {
            throw new FileProblem(file + ": 'stations' must be a list of 1 to " + MOST_STATIONS + " stations.");
        }
        List<Station> stations = new ArrayList<>();
        for (JsonNode station : listed) {
            stations.add(station(run, new JsonFields(file + ", station " + (stations.size() + 1), station)));
        }
        return new Tour(words(new JsonFields(file.toString(), root), "title", LONGEST_TITLE), stations);
    }

    private static Station station(Path run, JsonFields fields) throws FileProblem {
        OptionalInt step = OptionalInt.empty();
        if (fields.object().has("step")) {
            step = OptionalInt.of(fields.integer("step"));
            if (step.getAsInt() < 0) {
                throw fields.wrong("step", "a step, which is 0 or more");
            }
        }
        return new Station(words(fields, "title", LONGEST_TITLE), runs(run, fields), view(fields), step,
                words(fields, "say", LONGEST_SENTENCE), words(fields, "do", LONGEST_SENTENCE));
    }

    /** Without a name it is the run beside which the tour lies. */
    private static List<Path> runs(Path beside, JsonFields fields) throws FileProblem {
        JsonNode named = fields.object().path("run");
        if (named.isMissingNode()) {
            return List.of(beside);
        }
        List<Path> runs = new ArrayList<>();
        for (JsonNode name : named.isArray() && !named.isEmpty() ? named : List.of(named)) {
            if (!name.isTextual()) {
                throw fields.wrong("run", "the name of a folder, or a list of them");
            }
            Path run = beside.resolveSibling(HeadDocument.plainName(Path.of(fields.file()), "run", name.textValue()));
            if (!RunParts.isRun(run)) {
                throw new FileProblem(fields.file() + ": there is no run " + run.getFileName() + " beside it.");
            }
            runs.add(run);
        }
        return runs;
    }

    private static View view(JsonFields fields) throws FileProblem {
        String named = fields.text("page");
        for (View view : View.values()) {
            if (name(view).equals(named)) {
                return view;
            }
        }
        throw fields.wrong("page",
                "one of " + Arrays.stream(View.values()).map(Tour::name).collect(Collectors.joining(", ")));
    }

    private static String name(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    private static String words(JsonFields fields, String name, int longest) throws FileProblem {
        String words = CleanText.line(fields.text(name)).strip();
        if (words.isEmpty() || words.length() > longest) {
            throw fields.wrong(name, "a text of 1 to " + longest + " characters");
        }
        return words;
    }
}
