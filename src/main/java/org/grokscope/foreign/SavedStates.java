package org.grokscope.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/** Finds the networks in what a file holds: one, or one for each of several steps. */
final class SavedStates {
    private static final List<String> SERIES = List.of("state_dicts", "checkpoints", "models");
    private static final List<String> SERIES_STEPS = List.of("epochs", "checkpoint_epochs", "steps", "iterations");
    private static final List<String> ONE = List.of("model", "model_state_dict", "state_dict", "net", "network",
            "weights", "params");
    private static final List<String> STEP = List.of("step", "global_step", "epoch", "iteration", "iter");
    private static final List<String> OPTIMIZER = List.of("optimizer", "optimizer_state_dict", "opt");
    /** What compiling, spreading over devices and Lightning put before a name. */
    private static final Pattern WRAPPERS = Pattern.compile("^(_orig_mod\\.|module\\.|model\\.)+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final String file;

    private SavedStates(String file) {
        this.file = file;
    }

    /**
     * Lists them in the file's order.
     *
     * @param file its name, for sentences
     * @throws FileProblem when there is none
     */
    static List<SavedState> of(String file, @Nullable Object root) throws IOException {
        List<SavedState> states = new SavedStates(file).states(root);
        if (states.isEmpty()) {
            throw new FileProblem(file + " holds no network: a state_dict is looked for, alone or under a name such as "
                    + "model, or state_dicts with their epochs.");
        }
        return states;
    }

    private List<SavedState> states(@Nullable Object root) throws IOException {
        if (!(root instanceof Map<?, ?> map)) {
            return List.of();
        }
        for (String name : SERIES) {
            if (map.get(name) instanceof List<?> list) {
                return series(list, map);
            }
            if (map.get(name) instanceof Map<?, ?> byStep && !byStep.isEmpty()) {
                return byStep(byStep);
            }
        }
        for (String name : ONE) {
            if (map.get(name) instanceof Map<?, ?> state && !tensors(state).isEmpty()) {
                return List.of(new SavedState(step(map), tensors(state), optimizer(map)));
            }
        }
        Map<String, ForeignTensor> alone = tensors(map);
        return alone.isEmpty() ? byStep(map) : List.of(new SavedState(step(map), alone, null));
    }

    private List<SavedState> series(List<?> list, Map<?, ?> map) throws IOException {
        List<Integer> steps = new ArrayList<>();
        for (String name : SERIES_STEPS) {
            if (steps.isEmpty() && map.containsKey(name)) {
                numbers(map.get(name)).forEach(number -> steps.add(number.intValue()));
            }
        }
        if (steps.size() != list.size()) {
            throw new FileProblem(file + " holds " + list.size() + " networks and says of " + steps.size()
                    + " at which step they were.");
        }
        List<SavedState> states = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> state) {
                states.add(new SavedState(OptionalInt.of(steps.get(i)), tensors(state), null));
            }
        }
        return states;
    }

    /** Networks under their steps. */
    private static List<SavedState> byStep(Map<?, ?> map) {
        List<SavedState> states = new ArrayList<>();
        map.forEach((key, value) -> {
            OptionalInt step = key instanceof Long number ? whole(number.doubleValue()) : last(String.valueOf(key));
            if (step.isPresent() && value instanceof Map<?, ?> state && !tensors(state).isEmpty()) {
                states.add(new SavedState(step, tensors(state), null));
            }
        });
        return states;
    }

    /** Returns the last whole number in a name, for example of {@code step-500}. */
    static OptionalInt last(String name) {
        Matcher number = NUMBER.matcher(name);
        OptionalInt last = OptionalInt.empty();
        while (number.find()) {
            last = OptionalInt.of(Integer.parseInt(number.group()));
        }
        return last;
    }

    private static OptionalInt step(Map<?, ?> map) throws IOException {
        for (String name : STEP) {
            Object value = map.get(name);
            OptionalInt step = switch (value) {
                case Long number -> whole(number.doubleValue());
                case ForeignTensor tensor when tensor.size() == 1 -> whole(tensor.values()[0]);
                // A safetensors file's metadata are strings.
                case String text when NUMBER.matcher(text).matches() -> OptionalInt.of(Integer.parseInt(text));
                case null, default -> OptionalInt.empty();
            };
            if (step.isPresent()) {
                return step;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt whole(double number) {
        return number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number)
                ? OptionalInt.of((int) number)
                : OptionalInt.empty();
    }

    private static @Nullable Map<?, ?> optimizer(Map<?, ?> map) {
        for (String name : OPTIMIZER) {
            if (map.get(name) instanceof Map<?, ?> state && state.containsKey("param_groups")) {
                return state;
            }
        }
        return null;
    }

    /** Returns the tensors under names, without what wrappers put before all of them. */
    private static Map<String, ForeignTensor> tensors(Map<?, ?> state) {
        Map<String, ForeignTensor> tensors = new LinkedHashMap<>();
        state.forEach((name, value) -> {
            if (name instanceof String text && value instanceof ForeignTensor tensor && tensor.shape().length > 0) {
                tensors.put(WRAPPERS.matcher(text).replaceFirst(""), tensor);
            }
        });
        return tensors;
    }

    /** Returns numbers that stand in a list or a tensor; none where something else does. */
    static List<Double> numbers(@Nullable Object value) throws IOException {
        List<Double> numbers = new ArrayList<>();
        if (value instanceof ForeignTensor tensor) {
            for (double each : tensor.values()) {
                numbers.add(each);
            }
        } else if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Number number) {
                    numbers.add(number.doubleValue());
                } else {
                    return List.of();
                }
            }
        }
        return numbers;
    }
}
