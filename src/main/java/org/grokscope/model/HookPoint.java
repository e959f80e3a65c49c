package org.grokscope.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.settings.ModelSettings;
import org.grokscope.text.InvalidSetting;

/**
 * A place in the network where activations can be seen.
 *
 * @param block from 0
 */
public record HookPoint(int block, Kind kind) {
    /** Which activation of a block. */
    public enum Kind {
        /** How much each position attends to each, after the softmax: (pairs, heads, positions, positions). */
        ATTENTION_WEIGHTS("attention.weights"),
        /** The attention's output projection with its bias, before the residual. */
        ATTENTION_OUTPUT("attention.output"),
        /** The residual stream that the MLP reads and its output is added to. */
        MLP_RESIDUAL("mlp.residual"),
        /** The MLP's hidden layer, after its activation. */
        MLP_HIDDEN("mlp.hidden"),
        /** The MLP's output with its bias, before the residual. */
        MLP_OUTPUT("mlp.output");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** Returns where FSD is measured unless said otherwise: the first block's hidden layer, or its attention's output. */
    public static HookPoint standard(ModelSettings model) {
        return new HookPoint(0, model.kind().mlp() ? Kind.MLP_HIDDEN : Kind.ATTENTION_OUTPUT);
    }

    /**
     * Finds a site whose neurons can be measured by its name, {@code blocks.i.mlp.hidden} or
     * {@code blocks.i.attention.output}.
     *
     * @throws InvalidSetting when the network has none of that name
     */
    public static HookPoint of(String name, ModelSettings model) {
        List<HookPoint> sites = measurable(model);
        return sites.stream().filter(site -> site.toString().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidSetting("site", "This network has no site '" + name + "'; it has "
                        + sites.stream().map(HookPoint::toString).collect(Collectors.joining(", ")) + "."));
    }

    /** Returns the sites of a network whose neurons can be measured, in the network's order. */
    public static List<HookPoint> measurable(ModelSettings model) {
        return IntStream.range(0, model.blocks()).boxed().flatMap(block -> Stream.concat(
                model.kind().attention() ? Stream.of(new HookPoint(block, Kind.ATTENTION_OUTPUT)) : Stream.empty(),
                model.kind().mlp() ? Stream.of(new HookPoint(block, Kind.MLP_HIDDEN)) : Stream.empty())).toList();
    }

    /** Returns how many neurons the site has in a network; of attention weights, those of one position. */
    public int neurons(ModelSettings model) {
        return switch (kind) {
            case ATTENTION_WEIGHTS -> model.heads() * model.sequence().positions();
            case MLP_HIDDEN -> model.mlpWidth();
            case ATTENTION_OUTPUT, MLP_RESIDUAL, MLP_OUTPUT -> model.width();
        };
    }

    /** Returns the site's name, for example {@code blocks.0.mlp.hidden}. */
    @Override
    public String toString() {
        return "blocks." + block + "." + kind.label;
    }
}
