package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.grokscope.measure.Score;
import org.grokscope.model.Network;
import org.grokscope.model.Script;
import org.grokscope.model.ScriptValue;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;

/** What many pairs' logits say, computed where they are: the numbers of {@link Score}, in float64 as there. */
final class Readout implements AutoCloseable {
    /** The part of the network that turns its last vector into logits. */
    static final String HEAD = "head";

    private final NDManager manager;
    private final Script script;
    /** Weight and bias of the norm before the head, or nothing. */
    private final ScriptValue norm;
    /** The head's weight, and its bias where it has one. */
    private final ScriptValue head;

    /** @param network lends its parameters, and must live longer */
    Readout(Network network, ModelSettings model) {
        this.manager = network.newScope();
        this.script = Script.load(manager, Readout.class, "Readout", "readout.torchscript");
        this.norm = parameters(network, ParameterLayout.finalNorm(model));
        this.head = parameters(network, HEAD);
    }

    /** Returns weight and bias of a part of the network, as far as it has them, as scripts take them. */
    static ScriptValue parameters(Network network, String part) {
        return ScriptValue.list(Stream.of(part + ".weight", part + ".bias")
                .filter(network.parameters().names()::contains).map(network.parameters()::get)
                .toArray(NDArray[]::new));
    }

    /**
     * Pairs as the script takes them.
     *
     * @param answers their right answers
     * @param trained which of them are trained on
     */
    record Pairs(ScriptValue answers, ScriptValue trained) implements AutoCloseable {
        @Override
        public void close() {
            answers.close();
            trained.close();
        }
    }

    /**
     * Returns pairs as the script takes them; the caller closes them, before this.
     *
     * @param answers the right answer of each
     * @param trained which of them are trained on, ascending
     */
    Pairs pairs(int[] answers, int[] trained) {
        return new Pairs(indices(answers), indices(trained));
    }

    private ScriptValue indices(int[] values) {
        return ScriptValue.of(manager.create(Arrays.stream(values).asLongStream().toArray(), new Shape(values.length)));
    }

    /**
     * Returns the pairs' cross-entropies in nats; behind them 1 for each pair whose greatest logit, of equals the lowest
     * answer's, is the right answer's, and 0 for the others; and behind these by how much the right answer's logit exceeds
     * the greatest of the others.
     *
     * @param logits (pairs, p)
     */
    double[] score(NDArray logits, Pairs pairs) {
        try (NDManager scope = manager.newSubManager();
                ScriptValue values = ScriptValue.of(logits);
                ScriptValue result = script.call("score", values, pairs.answers())) {
            return result.array(scope).toDoubleArray();
        }
    }

    /**
     * Returns the pairs' cross-entropies in nats with the key frequencies alone, and behind them, of those that are trained
     * on, the ones without.
     *
     * @param residual what the last MLP reads, (pairs, width)
     * @param output that plus what it adds, (pairs, width)
     * @param rows what it makes of the restricted activation of each answer, then of the mean: (p + 1, width)
     */
    double[] keyFrequencyLosses(NDArray residual, NDArray output, NDArray rows, Pairs pairs) {
        try (NDManager scope = manager.newSubManager();
                ScriptValue before = ScriptValue.of(residual);
                ScriptValue behind = ScriptValue.of(output);
                ScriptValue perAnswer = ScriptValue.of(rows);
                ScriptValue result = script.call("key_frequencies", before, behind, perAnswer, pairs.answers(),
                        pairs.trained(), norm, head)) {
            return result.array(scope).toDoubleArray();
        }
    }

    @Override
    public void close() {
        norm.close();
        head.close();
        script.close();
        manager.close();
    }
}
