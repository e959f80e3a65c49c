package org.grokscope.foreign;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.settings.Sequence;
import org.grokscope.tensor.Tensor;

/** How a program names and shapes the parameters of a transformer. */
abstract sealed class NetworkNames permits TransformerLensNames, EncoderLayerNames, OwnNames {
    private final Map<String, ForeignTensor> tensors;
    private final Set<String> read = new LinkedHashSet<>();
    /** What is known of the network, by the names of settings, as it would be typed. */
    final Map<String, String> known = new LinkedHashMap<>();
    /** The parameters by this program's names; all biases, and the LayerNorms that are there. */
    final Map<String, Tensor> parameters = new LinkedHashMap<>();

    NetworkNames(Map<String, ForeignTensor> tensors) {
        this.tensors = tensors;
    }

    /**
     * Reads a network.
     *
     * @param file its name, for sentences
     * @throws FileProblem when its names or shapes are none that this program has
     */
    static ForeignNetwork read(String file, Map<String, ForeignTensor> tensors) throws IOException {
        NetworkNames names = of(file, tensors);
        try {
            names.read();
        } catch (ContradictoryShape e) {
            throw new FileProblem(file + ": " + e.getMessage(), e);
        }
        Set<String> left = new LinkedHashSet<>(tensors.keySet());
        left.removeAll(names.read);
        if (!left.isEmpty()) {
            throw new FileProblem(file + " has a parameter " + left.iterator().next()
                    + ", which no network of this program has.");
        }
        return new ForeignNetwork(names.title(), names.known, names.parameters);
    }

    private static NetworkNames of(String file, Map<String, ForeignTensor> tensors) throws FileProblem {
        if (tensors.containsKey("embed.W_E")) {
            return new TransformerLensNames(tensors);
        }
        if (tensors.containsKey("token_embedding.weight") && tensors.containsKey("head.weight")
                && tensors.keySet().stream().noneMatch(name -> name.contains("self_attn"))) {
            return new OwnNames(tensors);
        }
        if (tensors.keySet().stream().anyMatch(name -> name.endsWith("self_attn.in_proj_weight"))) {
            return new EncoderLayerNames(tensors);
        }
        throw new FileProblem(file + " names its parameters in a way that is not known here, for example "
                + tensors.keySet().stream().findFirst().orElse("none") + "; known are those of TransformerLens, of the "
                + "progress-measures code and of torch.nn.TransformerEncoderLayer.");
    }

    /** Returns whose names they are. */
    abstract String title();

    /** Fills {@link #known} and {@link #parameters}. */
    abstract void read() throws IOException, ContradictoryShape;

    /** Returns whether there is a tensor of a name. */
    boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** Returns the names that nothing was read of yet. */
    List<String> unread() {
        return tensors.keySet().stream().filter(name -> !read.contains(name)).toList();
    }

    /** Passes over what is no parameter. */
    void passOver(String name) {
        read.add(name);
    }

    /** Returns a tensor of any shape. */
    ForeignTensor tensor(String name) throws ContradictoryShape {
        ForeignTensor tensor = look(name);
        read.add(name);
        return tensor;
    }

    /** Returns a tensor that is not yet read. */
    ForeignTensor look(String name) throws ContradictoryShape {
        ForeignTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ContradictoryShape("There is no parameter " + name + ".");
        }
        return tensor;
    }

    /** Returns a tensor of the shape that the others ask for. */
    ForeignTensor tensor(String name, int... shape) throws ContradictoryShape {
        ForeignTensor tensor = tensor(name);
        if (!tensor.hasShape(shape)) {
            throw new ContradictoryShape("The shapes contradict each other: " + name + " is " + text(tensor.shape())
                    + ", and after the others it should be " + text(shape) + ".");
        }
        return tensor;
    }

    private static String text(int... shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" \u00d7 "));
    }

    /** Puts a bias, or zeros where there is none. */
    void bias(String ours, String theirs, int length) throws IOException, ContradictoryShape {
        parameters.put(ours, has(theirs)
                ? tensor(theirs, length).tensor()
                : new Tensor(new int[]{length}, new float[length]));
    }

    /** Puts a LayerNorm. */
    void norm(String ours, String weight, String bias, int width) throws IOException, ContradictoryShape {
        parameters.put(ours + ".weight", tensor(weight, width).tensor());
        parameters.put(ours + ".bias", tensor(bias, width).tensor());
    }

    /** Puts three equally shaped parts one after the other. */
    void joined(String ours, Tensor first, Tensor second, Tensor third, int... shape) {
        float[] all = new float[3 * first.values().length];
        int at = 0;
        for (Tensor part : List.of(first, second, third)) {
            System.arraycopy(part.values(), 0, all, at, part.values().length);
            at += part.values().length;
        }
        parameters.put(ours, new Tensor(shape, all));
    }

    /**
     * Notes what follows from the number of tokens, positions and answers, and puts the head, without the answers that are
     * no operands.
     *
     * @param tokens rows of the token embedding
     * @param head (answers, width)
     * @param bias of the head; zeros where there is none
     */
    void head(int tokens, int positions, Tensor head, Tensor bias) throws ContradictoryShape {
        int answers = head.shape()[0];
        int width = head.shape()[1];
        Sequence sequence = Arrays.stream(Sequence.values()).filter(it -> it.positions() == positions).findFirst()
                .orElseThrow(() -> new ContradictoryShape("It has " + positions
                        + " positions, and the networks of this program have 2, 3 or 4."));
        int operands = tokens - sequence.furtherTokens();
        if (operands < 2 || answers != operands && answers != tokens) {
            throw new ContradictoryShape("The shapes contradict each other: " + tokens + " tokens at " + positions
                    + " positions leave " + operands + " operands, and the head answers with " + answers + ".");
        }
        known.put("p", Integer.toString(operands));
        known.put("sequence", sequence.label());
        known.put("width", Integer.toString(width));
        parameters.put("head.weight", new Tensor(new int[]{operands, width},
                Arrays.copyOf(head.values(), operands * width)));
        parameters.put("head.bias", new Tensor(new int[]{operands}, Arrays.copyOf(bias.values(), operands)));
    }

    /** The parameters do not fit each other; the message is a sentence. */
    static final class ContradictoryShape extends Exception {
        ContradictoryShape(String sentence) {
            super(sentence);
        }
    }
}
