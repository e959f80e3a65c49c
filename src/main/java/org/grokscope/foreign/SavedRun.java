package org.grokscope.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * Networks of one run that another program saved, one for each of some steps, in one file or several.
 *
 * @param places where each is, by step, ascending
 * @param names whose names the parameters have
 * @param known what the files say of the run: values of settings, as they would be typed, by the settings' names
 * @param trainingPairs the pairs that were trained on, as {@code a·p + b}; empty where no file lists them
 */
public record SavedRun(TreeMap<Integer, Place> places, String names, Map<String, String> known,
        int[] trainingPairs) {
    private static final List<String> PAIRS = List.of("train_data", "train_pairs", "train");
    private static final List<String> INDICES = List.of("train_indices", "train_idx");

    /**
     * Where a network is.
     *
     * @param number which of the file's networks, counted from 0
     */
    public record Place(Path file, int number) {}

    /**
     * A network, and AdamW's state beside it.
     *
     * @param file the name of the file
     * @param moments null where the file has none
     */
    public record Saved(String file, ForeignNetwork network, @Nullable SavedMoments moments) {}

    /**
     * Looks through files. Everything in them is read once, so what is damaged or contradicts itself is found here.
     *
     * @param at the step of a file that does not say it, in its data or its name
     * @param stepsPerEpoch what a file's number is multiplied by to be a step
     * @throws FileProblem when a file cannot be read, or two do not go together
     */
    public static SavedRun open(List<Path> files, OptionalInt at, int stepsPerEpoch) throws IOException {
        return new Reader(at, stepsPerEpoch).read(files);
    }

    /**
     * Reads one network.
     *
     * @throws FileProblem when the file is no longer what it was
     */
    public Saved read(int step) throws IOException {
        Place place = places.get(step);
        if (place == null) {
            throw new FileProblem("There is no network of step " + step + ".");
        }
        String name = String.valueOf(place.file.getFileName());
        try (ForeignFile file = ForeignFile.open(place.file)) {
            List<SavedState> states = SavedStates.of(name, file.root());
            SavedState state = states.get(Math.min(place.number, states.size() - 1));
            return new Saved(name, NetworkNames.read(name, state.tensors()), SavedMoments.read(name, state));
        }
    }

    /** Gathers what is known while it goes through the files. */
    private static final class Reader {
        private final OptionalInt at;
        private final int stepsPerEpoch;
        private final TreeMap<Integer, Place> places = new TreeMap<>();
        private final Map<String, String> known = new LinkedHashMap<>();
        private @Nullable ForeignNetwork first;
        private boolean mlpBiases;
        private boolean otherBiases;
        private int[] trainingPairs = {};

        Reader(OptionalInt at, int stepsPerEpoch) {
            this.at = at;
            this.stepsPerEpoch = stepsPerEpoch;
        }

        SavedRun read(List<Path> files) throws IOException {
            for (Path path : files) {
                String name = String.valueOf(path.getFileName());
                try (ForeignFile file = ForeignFile.open(path)) {
                    List<SavedState> states = SavedStates.of(name, file.root());
                    for (int number = 0; number < states.size(); number++) {
                        take(path, name, states, number);
                    }
                    pairs(name, file.root());
                }
            }
            ForeignNetwork network = first;
            if (network == null) {
                throw new FileProblem("There is nothing to import.");
            }
            if (network.known().getOrDefault("kind", "").equals("full") || !mlpBiases || otherBiases) {
                known.put("biases", otherBiases ? "all" : mlpBiases ? "mlp" : "none");
            }
            return new SavedRun(places, network.names(), known, trainingPairs);
        }

        private void take(Path path, String name, List<SavedState> states, int number) throws IOException {
            SavedState state = states.get(number);
            ForeignNetwork network = NetworkNames.read(name, state.tensors());
            ForeignNetwork before = first;
            if (before != null && (!before.names().equals(network.names())
                    || !before.known().equals(network.known())
                    || !before.parameters().keySet().equals(network.parameters().keySet()))) {
                throw new FileProblem("The shapes contradict each other: " + name
                        + " holds another network than the files before it.");
            }
            first = network;
            mlpBiases |= !network.unbiased(true);
            otherBiases |= !network.unbiased(false);
            known.putAll(network.known());
            known.putAll(SavedMoments.settings(state.optimizer()));
            int step = step(name, state, states.size() == 1);
            Place other = places.put(step, new Place(path, number));
            if (other != null) {
                throw new FileProblem(other.file.getFileName() + " and " + name + " both hold step " + step + ".");
            }
        }

        private int step(String name, SavedState state, boolean alone) throws FileProblem {
            OptionalInt said = state.step();
            if (said.isEmpty() && alone) {
                String stem = name.replaceFirst("\\.[^.]*$", "");
                said = at.isPresent() ? at : SavedStates.last(stem);
                said = said.isEmpty() && stem.matches("(.*[^a-zA-Z])?init([^a-zA-Z].*)?") ? OptionalInt.of(0) : said;
                if (at.isPresent()) {
                    return at.getAsInt();
                }
            }
            long step = said.orElse(-1) * (long) stepsPerEpoch;
            if (step < 0 || step > Integer.MAX_VALUE) {
                throw new FileProblem(name
                        + " does not say at which step it was saved: put the step into its name, or name it with --at.");
            }
            return (int) step;
        }

        private void pairs(String name, @Nullable Object root) throws IOException {
            if (trainingPairs.length > 0 || !(root instanceof Map<?, ?> map)) {
                return;
            }
            int p = Integer.parseInt(known.getOrDefault("p", "0"));
            List<Double> indices = new ArrayList<>();
            for (String key : INDICES) {
                indices.addAll(indices.isEmpty() ? SavedStates.numbers(map.get(key)) : List.of());
            }
            for (String key : PAIRS) {
                if (indices.isEmpty() && map.get(key) instanceof List<?> list) {
                    for (Object pair : list) {
                        List<Double> tokens = SavedStates.numbers(pair);
                        // Of four signs the second is that of the operation.
                        int second = known.getOrDefault("sequence", "").equals("equation") ? 2 : 1;
                        if (tokens.size() <= second) {
                            return;
                        }
                        indices.add(tokens.getFirst() * p + tokens.get(second));
                    }
                }
            }
            if (indices.stream().anyMatch(index -> index < 0 || index >= (double) p * p || index != Math.rint(index))) {
                throw new FileProblem(name + " lists training pairs that are none of the " + (long) p * p + ".");
            }
            trainingPairs = indices.stream().mapToInt(Double::intValue).distinct().sorted().toArray();
        }
    }
}
