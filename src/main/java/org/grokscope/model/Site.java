package org.grokscope.model;

import org.grokscope.run.ModelSettings;

/**
 * A place in the network where activations can be seen.
 *
 * @param block from 0
 */
public record Site(int block, Kind kind) {
    /** Which activation of a block. */
    public enum Kind {
        /** The attention's output projection with its bias, before the residual. */
        ATTENTION_OUTPUT("attention.output"),
        /** The MLP's hidden layer, after GELU. */
        MLP_HIDDEN("mlp.hidden"),
        /** The MLP's output with its bias, before the residual. */
        MLP_OUTPUT("mlp.output");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** Returns where FSD is measured unless said otherwise: the first block's hidden layer, or its attention's output. */
    public static Site standard(ModelSettings model) {
        return new Site(0, model.kind().mlp() ? Kind.MLP_HIDDEN : Kind.ATTENTION_OUTPUT);
    }

    /** Returns how many neurons the site has in a network. */
    public int neurons(ModelSettings model) {
        return kind == Kind.MLP_HIDDEN ? model.mlpWidth() : model.width();
    }

    /** Returns the site's name, for example {@code blocks.0.mlp.hidden}. */
    @Override
    public String toString() {
        return "blocks." + block + "." + kind.label;
    }
}
