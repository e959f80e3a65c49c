package org.grokscope.workbench.preferences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.OrdinaryFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps preferences in a file, which is read once and written when asked to. What cannot be read or written is said in
 * the log, and the window goes on with what is usual.
 */
public final class PreferencesFile {
    /** The system property that names another file than the person's own. */
    public static final String PROPERTY = "grokscope.preferences";

    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final ObjectNode document;
    private final Preferences preferences = new Preferences();
    private final BooleanProperty changed = new SimpleBooleanProperty();

    private PreferencesFile(Path file) {
        this.file = file;
        document = read(file);
        PreferencesDocument.read(document, preferences);
        for (ObservableValue<?> value : preferences.all()) {
            value.subscribe((_, _) -> changed.set(true));
        }
    }

    /** Opens a person's own preferences, or those that {@link #PROPERTY} names. */
    public static PreferencesFile open() {
        return open(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of)
                .orElseGet(() -> usual(System.getProperty("os.name"), Path.of(System.getProperty("user.home")),
                        System.getenv())));
    }

    /** Opens the preferences of a file, which need not be there. */
    public static PreferencesFile open(Path file) {
        return new PreferencesFile(file);
    }

    /** Returns what the file keeps. */
    public Preferences preferences() {
        return preferences;
    }

    /** Returns whether something was changed that is not in the file yet. */
    public ReadOnlyBooleanProperty changed() {
        return changed;
    }

    /** Writes what has changed. */
    public void save() {
        if (!changed.get()) {
            return;
        }
        changed.set(false);
        PreferencesDocument.write(preferences, document);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, ByteBuffer.wrap(JSON.writeValueAsBytes(document)));
        } catch (IOException problem) {
            LOG.warn("The preferences cannot be written to {}: {}", file, problem.toString());
        }
    }

    private static ObjectNode read(Path file) {
        try {
            JsonNode read = JSON.readTree(OrdinaryFile.read(file));
            if (read instanceof ObjectNode object) {
                return object;
            }
            LOG.warn("The preferences in {} are not a JSON object and are left aside.", file);
        } catch (NoSuchFileException first) {
            LOG.debug("There are no preferences in {} yet.", file);
        } catch (IOException problem) {
            LOG.warn("The preferences in {} cannot be read and are left aside: {}", file,
                    firstLine(problem.toString()));
        }
        return JSON.createObjectNode();
    }

    private static String firstLine(String text) {
        return Arrays.asList(text.split("\\R")).getFirst();
    }

    /**
     * Returns where a system wants a program's settings of one person.
     *
     * @param environment the variables of the process
     */
    static Path usual(String system, Path home, Map<String, String> environment) {
        UnaryOperator<String> variable = name -> environment.getOrDefault(name, "");
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return home.resolve("Library/Application Support/Grokscope/preferences.json");
        }
        if (lower.startsWith("windows")) {
            String roaming = variable.apply("APPDATA");
            return (roaming.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(roaming))
                    .resolve("Grokscope/preferences.json");
        }
        // The XDG Base Directory Specification: a path that is not absolute counts as none.
        Path config = Path.of(variable.apply("XDG_CONFIG_HOME"));
        return (config.isAbsolute() ? config : home.resolve(".config")).resolve("grokscope/preferences.json");
    }
}
