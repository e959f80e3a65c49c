package org.grokscope.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.analysis.Precursor;
import org.grokscope.file.Json;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.study.Trial.Trained;
import org.grokscope.task.Operation;
import org.grokscope.text.Choice;
import org.grokscope.text.InvalidSetting;

/**
 * How the race of precursors is run, as it was written down: {@code race.json}, which tells what has changed in it since. Its
 * hash stands in every report.
 */
public final class RaceProtocol {
    /** The hash of the file as it was when it was written down. */
    public static final String REGISTERED = "1367c8328be286df49c1341db29cc079b85260c547a75fd59e579b11c2b84a0e";

    private final JsonNode json;
    private final String hash;

    private RaceProtocol(byte[] file) throws IOException {
        this.json = Json.MAPPER.readTree(file);
        try {
            this.hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Reads the protocol that comes with the program. */
    public static RaceProtocol read() {
        try (InputStream in = Objects.requireNonNull(RaceProtocol.class.getResourceAsStream("race.json"))) {
            return new RaceProtocol(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the SHA-256 of the file, in hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** Returns what it says under a key: question, history, rule, counting or verdict. */
    public String says(String key) {
        return json.path(key).asText();
    }

    /** Returns the validation accuracies at which a run counts as grokked, the first that of the thresholds. */
    public List<Double> grokkedAt() {
        return json.path("grokkedAt").valueStream().map(JsonNode::asDouble).toList();
    }

    /** Returns those that race. */
    public List<Precursor> precursors() {
        return json.path("precursors").valueStream()
                .map(it -> new Precursor(it.path("name").asText(), Alarm.parse(it.path("alarm").asText()),
                        it.path("thresholds").valueStream().map(JsonNode::asDouble).toList(),
                        it.has("operation")
                                ? Optional.of(Choice.of(Operation.class, "operation", "operation",
                                        it.path("operation").asText()))
                                : Optional.empty()))
                .toList();
    }

    /**
     * Makes sure that alarms can take the places of those that race.
     *
     * @throws InvalidSetting when one is of a measure whose threshold is not chosen here, or two are of the same
     */
    public void check(List<Alarm> changed) {
        List<Measure> open = precursors().stream().filter(it -> !it.published()).map(it -> it.alarm().measure())
                .distinct().toList();
        Set<Measure> seen = EnumSet.noneOf(Measure.class);
        for (Alarm alarm : changed) {
            InvalidSetting.unless(open.contains(alarm.measure()), "alarm", "No alarm of the race is of "
                    + alarm.measure().option() + "; those that can be changed are of "
                    + open.stream().map(Measure::option).collect(Collectors.joining(", ")) + ".");
            InvalidSetting.unless(seen.add(alarm.measure()), "alarm",
                    "Two alarms of " + alarm.measure().option() + " cannot both take one place.");
        }
    }

    /** Returns the runs on which thresholds are chosen. */
    public List<Trained> calibration() {
        return runs("calibration");
    }

    /** Returns the runs on which they are judged. */
    public List<Trained> fresh() {
        return runs("fresh");
    }

    private List<Trained> runs(String part) {
        JsonNode plan = json.path(part);
        List<Trained> runs = new ArrayList<>();
        for (JsonNode p : plan.path("primes")) {
            seeds(plan, "additionSeeds").forEach(seed -> runs.add(run(part, Operation.ADD, p.asInt(), seed)));
        }
        for (Operation operation : List.of(Operation.SUBTRACT, Operation.MULTIPLY)) {
            seeds(plan, "otherSeeds").forEach(seed -> runs.add(run(part, operation, 97, seed)));
        }
        for (JsonNode change : json.path("negatives")) {
            seeds(plan, "negativeSeeds").forEach(seed -> runs.add(negative(part, change.asText(), seed)));
        }
        return runs;
    }

    private static List<Long> seeds(JsonNode plan, String key) {
        return plan.path(key).valueStream().map(JsonNode::asLong).toList();
    }

    private RunConfiguration usual(Operation operation, int p, long seed) {
        return RunConfiguration.PAPER.with(Settings.OPERATION, operation).with(Settings.P, p).withSeed(seed)
                .with(Settings.EVALUATE_EVERY, json.path("evaluateEvery").asInt())
                .with(Settings.COMMUTATOR_EVERY, json.path("commutatorEvery").asInt());
    }

    private Trained run(String part, Operation operation, int p, long seed) {
        return new Trained("%s: %s p=%d seed=%d".formatted(part, operation.label(), p, seed),
                usual(operation, p, seed).ending(json.path("steps").asInt(), json.path("stopAfterGrok").asInt()));
    }

    private Trained negative(String part, String change, long seed) {
        String[] setting = change.split("=", 2);
        RunConfiguration configuration = usual(Operation.ADD, 97, seed)
                .ending(json.path("stepsOfNegatives").asInt(), json.path("stopAfterGrok").asInt());
        return new Trained("%s: %s seed=%d".formatted(part, change, seed),
                with(configuration, named(setting[0]), setting[1]));
    }

    private static Setting<?> named(String name) {
        return Settings.all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalStateException(
                        "race.json names no setting by '" + name + "'; there are " + Settings.all()
                                .stream().map(Setting::name).collect(Collectors.joining(", ")) + "."));
    }

    private static <T> RunConfiguration with(RunConfiguration configuration, Setting<T> setting, String value) {
        return configuration.with(setting, setting.type().parse(value));
    }

    /** Returns the study. */
    Study study() {
        List<Trial> cells = Stream.<Trial>concat(calibration().stream(), fresh().stream()).toList();
        return new Study("race", "A race of precursors", says("question"), cells,
                cells.stream().map(Trial::name).filter(QUICK::contains).collect(Collectors.toSet()));
    }

    /** A little of each: enough to see the report, and to say nothing. */
    private static final List<String> QUICK = List.of("calibration: add p=97 seed=200",
            "calibration: labels=shuffled seed=200", "fresh: add p=97 seed=300", "fresh: labels=shuffled seed=300");
}
