package org.grokscope.workbench.preferences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.worker.Workers;
import org.grokscope.workbench.control.Theme;

/** How preferences stand in their file. A field that is absent or of another kind leaves what is usual. */
final class PreferencesDocument {
    private static final int SMALLEST = 9;
    private static final int LARGEST = 24;
    private static final int MOST_THREADS = 1024;

    private PreferencesDocument() {}

    /** Sets what a document says. */
    static void read(ObjectNode document, Preferences preferences) {
        preferences.theme().set(Stream.of(Theme.values())
                .filter(theme -> name(theme).equals(document.path("theme").asText())).findFirst());
        preferences.window().set(window(document.path("window")));
        preferences.paneWidths().set(numbers(document.path("paneWidths")));
        preferences.columns().set(texts(document.path("columns")));
        preferences.alarms().set(texts(document.path("alarms")));
        preferences.folders().set(texts(document.path("folders")));
        preferences.recentFolders().set(texts(document.path("recentFolders")));
        preferences.order().set(document.path("order").asText());
        preferences.textSize().set(Math.clamp(document.path("textSize").asInt(Preferences.USUAL_TEXT_SIZE), SMALLEST,
                LARGEST));
        preferences.dismissedHints().set(new HashSet<>(texts(document.path("dismissedHints"))));
        preferences.device().set(Stream.of(DeviceChoice.values()).map(DeviceChoice::label)
                .filter(document.path("device").asText()::equals).findFirst().orElse(""));
        preferences.threads().set(Math.clamp(document.path("threads").asInt(), 0, MOST_THREADS));
        preferences.runsFolder().set(document.path("runsFolder").asText());
        preferences.exports().set(document.path("exports").propertyStream().filter(it -> it.getValue().isTextual())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> it.getValue().textValue())));
        preferences.workers().set(Math.clamp(document.path("workers").asInt(), 0, Workers.LIMIT));
    }

    /** Writes the fields into a document, whose others stay: another version of the program may know them. */
    static void write(Preferences preferences, ObjectNode document) {
        preferences.theme().get().ifPresentOrElse(theme -> document.put("theme", name(theme)),
                () -> document.putNull("theme"));
        preferences.window().get()
                .ifPresentOrElse(place -> document.putObject("window").put("x", place.x()).put("y", place.y())
                        .put("width", place.width()).put("height", place.height())
                        .put("maximized", place.maximized()), () -> document.putNull("window"));
        preferences.paneWidths().get().forEach(document.putArray("paneWidths")::add);
        write(document, "columns", preferences.columns().get());
        write(document, "alarms", preferences.alarms().get());
        write(document, "folders", preferences.folders().get());
        write(document, "recentFolders", preferences.recentFolders().get());
        document.put("order", preferences.order().get()).put("textSize", preferences.textSize().get());
        write(document, "dismissedHints", preferences.dismissedHints().get().stream().sorted().toList());
        ObjectNode exports = document.putObject("exports");
        new TreeMap<>(preferences.exports().get()).forEach(exports::put);
        document.put("workers", preferences.workers().get()).put("device", preferences.device().get())
                .put("threads", preferences.threads().get()).put("runsFolder", preferences.runsFolder().get());
    }

    private static void write(ObjectNode document, String field, Collection<String> texts) {
        texts.forEach(document.putArray(field)::add);
    }

    private static Optional<WindowPlace> window(JsonNode node) {
        List<Double> numbers = numbers(node.path("x"), node.path("y"), node.path("width"), node.path("height"));
        return numbers.size() < 4
                ? Optional.empty()
                : Optional.of(new WindowPlace(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3),
                        node.path("maximized").asBoolean()));
    }

    private static List<Double> numbers(JsonNode array) {
        return numbers(array.valueStream().toArray(JsonNode[]::new));
    }

    private static List<Double> numbers(JsonNode... nodes) {
        return Stream.of(nodes).filter(JsonNode::isNumber).map(JsonNode::doubleValue).filter(Double::isFinite)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
