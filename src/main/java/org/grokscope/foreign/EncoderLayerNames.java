package org.grokscope.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.tensor.Tensor;

/**
 * The names of torch.nn.TransformerEncoderLayer, {@code layers.0.self_attn.in_proj_weight} and so on, whatever stands
 * before them. What a person's module adds has names of its own: the embeddings and the head are known by their shapes, and
 * where two could be meant, by words in their names.
 */
final class EncoderLayerNames extends NetworkNames {
    private static final Pattern LAYER = Pattern.compile("(.*?)(\\d+)\\.self_attn\\.in_proj_weight");
    private static final String ATTENTION = ".self_attn.";

    private int width;

    EncoderLayerNames(Map<String, ForeignTensor> tensors) {
        super(tensors);
    }

    @Override
    String title() {
        return "torch.nn.TransformerEncoderLayer";
    }

    @Override
    void read() throws IOException, ContradictoryShape {
        Matcher layer = unread().stream().map(LAYER::matcher).filter(Matcher::matches).findFirst().orElseThrow();
        String prefix = layer.group(1);
        width = tensor(layer.group()).shape()[1];
        int blocks = 0;
        for (; has(prefix + blocks + ATTENTION + "in_proj_weight"); blocks++) {
            block("blocks." + blocks, prefix + blocks);
        }
        known.put("blocks", Integer.toString(blocks));
        known.put("kind", "full");
        finalNorm();
        List<String> matrices = new ArrayList<>(unread().stream().filter(name -> isMatrix(name)).toList());
        String positions = taken(matrices, "pos", "position embedding");
        ForeignTensor place = flat(positions);
        parameters.put("position_embedding.weight", place.tensor());
        String embedding = taken(matrices, "emb|tok", "token embedding");
        ForeignTensor tokens = flat(embedding);
        parameters.put("token_embedding.weight", tensor(embedding, tokens.shape()[0], width).tensor());
        String head = taken(matrices, "", "head");
        ForeignTensor answers = flat(head);
        String bias = head.replaceAll("weight$", "bias");
        int count = answers.shape()[0];
        head(tokens.shape()[0], place.shape()[0], tensor(head, count, width).tensor(), has(bias)
                ? tensor(bias, count).tensor()
                : new Tensor(new int[]{count}, new float[count]));
    }

    private void block(String ours, String theirs) throws IOException, ContradictoryShape {
        parameters.put(ours + ".attention.qkv.weight",
                tensor(theirs + ATTENTION + "in_proj_weight", 3 * width, width).tensor());
        bias(ours + ".attention.qkv.bias", theirs + ATTENTION + "in_proj_bias", 3 * width);
        parameters.put(ours + ".attention.output.weight",
                tensor(theirs + ATTENTION + "out_proj.weight", width, width).tensor());
        bias(ours + ".attention.output.bias", theirs + ATTENTION + "out_proj.bias", width);
        int hidden = tensor(theirs + ".linear1.weight").shape()[0];
        known.put("mlpWidth", Integer.toString(hidden));
        parameters.put(ours + ".mlp.up.weight", tensor(theirs + ".linear1.weight", hidden, width).tensor());
        bias(ours + ".mlp.up.bias", theirs + ".linear1.bias", hidden);
        parameters.put(ours + ".mlp.down.weight", tensor(theirs + ".linear2.weight", width, hidden).tensor());
        bias(ours + ".mlp.down.bias", theirs + ".linear2.bias", width);
        norm(ours + ".ln1", theirs + ".norm1.weight", theirs + ".norm1.bias", width);
        norm(ours + ".ln2", theirs + ".norm2.weight", theirs + ".norm2.bias", width);
    }

    /** A LayerNorm outside the blocks can only stand before the head; where the blocks' own stand, names do not tell. */
    private void finalNorm() throws IOException, ContradictoryShape {
        for (String name : unread()) {
            String stem = name.replaceAll("weight$", "");
            if (name.endsWith("weight") && tensor1d(name) && has(stem + "bias")) {
                norm("final_norm", name, stem + "bias", width);
                return;
            }
        }
    }

    private boolean tensor1d(String name) throws ContradictoryShape {
        return look(name).shape().length == 1;
    }

    private boolean isMatrix(String name) {
        try {
            return look(name).shape().length >= 2;
        } catch (ContradictoryShape absent) {
            return false;
        }
    }

    /** Takes the one matrix left whose name holds a word, or the last one left. */
    private static String taken(List<String> matrices, String words, String what) throws ContradictoryShape {
        List<String> fitting = matrices.stream()
                .filter(name -> Pattern.compile(words).matcher(name.toLowerCase(Locale.ROOT)).find()).toList();
        if (fitting.size() != 1) {
            throw new ContradictoryShape("Which of " + matrices + " is the " + what + " cannot be told.");
        }
        matrices.remove(fitting.getFirst());
        return fitting.getFirst();
    }

    /** Returns a matrix without the axis of one batch that some keep for broadcasting. */
    private ForeignTensor flat(String name) throws ContradictoryShape {
        ForeignTensor tensor = tensor(name);
        int[] shape = tensor.shape();
        if (shape.length == 3 && shape[0] == 1) {
            return new ForeignTensor(tensor.storage(), tensor.offset(), new int[]{shape[1], shape[2]},
                    new int[]{tensor.strides()[1], tensor.strides()[2]});
        }
        if (shape.length != 2) {
            throw new ContradictoryShape("The parameter " + name + " is no matrix.");
        }
        return tensor;
    }
}
