package org.grokscope.foreign;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.grokscope.file.FileProblem;
import org.grokscope.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * AdamW's state as torch.optim keeps it: by the parameters' numbers, which are those of the state_dict without its
 * buffers.
 *
 * @param first exp_avg, by this program's names
 * @param second exp_avg_sq
 * @param updates how many updates they have seen
 */
public record SavedMoments(Map<String, Tensor> first, Map<String, Tensor> second, int updates) {
    /** The optimizer's settings, by the names of this program's. */
    private static final Map<String, String> SETTINGS = Map.of("initial_lr", "learningRate", "lr", "learningRate",
            "weight_decay", "weightDecay", "eps", "epsilon");

    /**
     * Reads them.
     *
     * @return null when the optimizer has no such state
     * @throws FileProblem when it is of another network
     */
    static @Nullable SavedMoments read(String file, SavedState saved) throws IOException {
        if (saved.optimizer() == null || !(saved.optimizer().get("state") instanceof Map<?, ?> states)
                || states.isEmpty()) {
            return null;
        }
        List<Map.Entry<String, ForeignTensor>> parameters = saved.tensors().entrySet().stream()
                .filter(it -> !it.getKey().endsWith(".mask") && !it.getKey().endsWith(".IGNORE")).toList();
        Map<String, ForeignTensor> first = new LinkedHashMap<>();
        Map<String, ForeignTensor> second = new LinkedHashMap<>();
        OptionalInt updates = OptionalInt.empty();
        for (int number = 0; number < parameters.size(); number++) {
            String name = parameters.get(number).getKey();
            if (states.get((long) number) instanceof Map<?, ?> state
                    && state.get("exp_avg") instanceof ForeignTensor mean
                    && state.get("exp_avg_sq") instanceof ForeignTensor square) {
                int[] shape = parameters.get(number).getValue().shape();
                if (!mean.hasShape(shape) || !square.hasShape(shape)) {
                    throw new FileProblem(file + ": the optimizer's state of parameter " + number + " does not fit "
                            + name + ".");
                }
                first.put(name, mean);
                second.put(name, square);
                updates = OptionalInt.of(Math.max(updates.orElse(0), updates(state.get("step"))));
            }
        }
        if (updates.isEmpty() || first.size() != parameters.size()) {
            return null;
        }
        return new SavedMoments(NetworkNames.read(file, first).parameters(),
                NetworkNames.read(file, second).parameters(), updates.getAsInt());
    }

    private static int updates(@Nullable Object step) throws IOException {
        return switch (step) {
            case Long number -> Math.clamp(number, 0, Integer.MAX_VALUE);
            case ForeignTensor tensor when tensor.size() == 1 -> (int) tensor.values()[0];
            case null, default -> 0;
        };
    }

    /** Returns what an optimizer's state says of its settings, by their names, as it would be typed. */
    static Map<String, String> settings(@Nullable Map<?, ?> optimizer) {
        Map<String, String> known = new LinkedHashMap<>();
        if (optimizer != null && optimizer.get("param_groups") instanceof List<?> groups && groups.size() == 1
                && groups.getFirst() instanceof Map<?, ?> group) {
            // What a schedule began with is η; what it has come to is not.
            for (String key : List.of("lr", "initial_lr", "weight_decay", "eps")) {
                if (group.get(key) instanceof Number number) {
                    known.put(SETTINGS.getOrDefault(key, key), number.toString());
                }
            }
            if (group.get("betas") instanceof List<?> betas && betas.size() == 2) {
                known.put("beta1", String.valueOf(betas.getFirst()));
                known.put("beta2", String.valueOf(betas.getLast()));
            }
        }
        return known;
    }
}
