package org.grokscope.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grokscope.foreign.SavedRun;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.settings.TypedSettings;
import org.grokscope.task.Split;
import org.grokscope.task.SplitRule;
import org.grokscope.text.InvalidSetting;

/**
 * The configuration of a run that another program trained: what the files say, what a person says, and for settings that
 * change no measure, the paper's values.
 *
 * @param assumed the settings that nobody knows, by their names
 * @param found what the files say, as it would be typed, by what a setting is called
 */
record ImportedSettings(RunConfiguration configuration, List<String> assumed, SequencedMap<String, String> found) {
    /** What the measures depend on and files may leave open. */
    private static final List<String> ASKED = List.of("operation", "heads", "activation", "norm", "mask",
            "trainFraction");
    /** What says nothing about how the run was trained: how it is looked at here. */
    private static final Set<String> LOOKS = Set.of("steps", "stopAfterGrok", "evaluateEvery", "checkpointEvery",
            "commutatorEvery", "labels", "weightDecaySchedule", "dataSeed", "split");

    static ImportedSettings of(SavedRun saved, Map<Setting<?>, String> typed, Function<Setting<?>, String> called) {
        Map<String, String> known = new LinkedHashMap<>(saved.known());
        if (saved.trainingPairs().length > 0 && known.containsKey("p")) {
            known.put("split", SplitRule.listed(saved.trainingPairs()).text());
            known.put("trainFraction", fraction(saved.trainingPairs().length, Integer.parseInt(known.get("p"))));
        }
        Map<Setting<?>, String> all = new LinkedHashMap<>(typed);
        SequencedMap<String, String> found = new LinkedHashMap<>();
        known.forEach((name, value) -> {
            Setting<?> setting = named(name);
            String other = typed.get(setting);
            // Biases that are zeros need not be none.
            boolean open = setting.equals(Settings.BIASES);
            InvalidSetting.unless(open || other == null || same(setting, other, value), name,
                    called.apply(setting) + ": the files say "
                            + said(setting, value) + ", and not " + other + ".");
            all.putIfAbsent(setting, value);
            found.put(called.apply(setting), said(setting, value));
        });
        missing(saved, typed, called);
        return of(List.copyOf(saved.places().keySet()), all, found, called);
    }

    /** Of curves nothing is known but what a person says; what the run learns must be said. */
    static ImportedSettings ofCurves(List<Integer> steps, Map<Setting<?>, String> typed,
            Function<Setting<?>, String> called) {
        List<String> missing = Stream.of(Settings.OPERATION, Settings.P).filter(setting -> !typed.containsKey(setting))
                .map(called).toList();
        InvalidSetting.unless(missing.isEmpty(), "operation",
                "Curves do not say what was learned: name " + String.join(" and ", missing) + ".");
        return of(steps, new LinkedHashMap<>(typed), new LinkedHashMap<>(), called);
    }

    private static ImportedSettings of(List<Integer> steps, Map<Setting<?>, String> all,
            SequencedMap<String, String> found, Function<Setting<?>, String> called) {
        looks(steps, all);
        TypedSettings read = TypedSettings.of(all, called);
        read.problems().entrySet().stream().findFirst().ifPresent(problem -> {
            throw new InvalidSetting(problem.getKey().name(), problem.getValue());
        });
        InvalidSetting.unless(read.configurations().size() == 1, Settings.SEED.name(),
                "An import is one run, so it takes one seed.");
        List<String> assumed = new ArrayList<>(Settings.offered().stream()
                .filter(setting -> !all.containsKey(setting) && !LOOKS.contains(setting.name())).map(Setting::name)
                .toList());
        return new ImportedSettings(read.configurations().getFirst(), assumed, found);
    }

    /** Returns the settings that files leave open and that must be said. */
    static List<Setting<?>> asked(SavedRun saved) {
        List<Setting<?>> asked = new ArrayList<>();
        boolean pairs = saved.trainingPairs().length > 0;
        for (String name : ASKED) {
            boolean known = saved.known().containsKey(name) || pairs && name.equals("trainFraction");
            if (!known && applies(name, saved.known())) {
                asked.add(named(name));
            }
        }
        if (!pairs) {
            asked.add(Settings.SPLIT);
        }
        return asked;
    }

    private static void missing(SavedRun saved, Map<Setting<?>, String> typed, Function<Setting<?>, String> called) {
        // Whoever names a seed says that this program drew the split.
        List<String> missing = asked(saved).stream().filter(setting -> !typed.containsKey(setting))
                .filter(setting -> !setting.equals(Settings.SPLIT) || !typed.containsKey(Settings.SEED))
                .map(called).toList();
        InvalidSetting.unless(missing.isEmpty(), Settings.OPERATION.name(),
                "The files do not say everything: name " + String.join(", ", missing) + " as well.");
    }

    private static boolean applies(String name, Map<String, String> known) {
        String kind = known.getOrDefault("kind", "full");
        return switch (name) {
            case "activation" -> !kind.equals("attention-only");
            case "mask", "heads" -> !kind.equals("mlp-only");
            default -> true;
        };
    }

    /** The run ends at its last network, and is looked at where there are networks. */
    private static void looks(List<Integer> steps, Map<Setting<?>, String> all) {
        int every = steps.stream().reduce(0, ImportedSettings::greatestDivisor);
        all.putIfAbsent(Settings.STEPS, Integer.toString(Math.max(1, steps.getLast())));
        all.putIfAbsent(Settings.EVALUATE_EVERY, Integer.toString(Math.max(1, every)));
        all.putIfAbsent(Settings.CHECKPOINT_EVERY, Integer.toString(Math.max(1, every)));
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }

    private static Setting<?> named(String name) {
        return Settings.all().stream().filter(setting -> setting.name().equals(name)).findFirst().orElseThrow();
    }

    private static <T> boolean same(Setting<T> setting, String typed, String known) {
        try {
            return setting.type().parse(typed.strip()).equals(setting.type().parse(known));
        } catch (IllegalArgumentException notReadable) {
            // Whoever reads it says what is wrong with it.
            return true;
        }
    }

    private static <T> String said(Setting<T> setting, String value) {
        try {
            return setting.type().said(setting.type().parse(value));
        } catch (IllegalArgumentException notReadable) {
            return value;
        }
    }

    /** Returns a share of p² pairs of which the whole part is a number of pairs. */
    private static String fraction(int pairs, int p) {
        double fraction = (double) pairs / ((double) p * p);
        InvalidSetting.unless(fraction < 1, "trainFraction", "The files list all pairs as trained on.");
        return Double.toString(Split.trainPairs(p, fraction) == pairs ? fraction : Math.nextUp(fraction));
    }
}
