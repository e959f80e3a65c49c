package org.grokscope.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.Score;
import org.grokscope.model.Hook;
import org.grokscope.model.HookPoint;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.task.Task;

/** Silences each block's attention and each block's MLP in turn: its output is set to zero, its bias with it. */
final class ZeroAblation {
    private final ModelSettings model;
    private final Task task;
    private final BatchedForward sweep;

    ZeroAblation(BatchedForward sweep, ModelSettings model, Task task) {
        this.model = model;
        this.task = task;
        this.sweep = sweep;
    }

    /** Measures the accuracy over all p² pairs without each part, and with all of them. */
    Ablation measure() {
        Map<String, Double> without = new LinkedHashMap<>();
        for (int block = 0; block < model.blocks(); block++) {
            if (model.kind().attention()) {
                without.put("blocks." + block + ".attention", accuracy(silence(block, Kind.ATTENTION_OUTPUT)));
            }
            if (model.kind().mlp()) {
                without.put("blocks." + block + ".mlp", accuracy(silence(block, Kind.MLP_OUTPUT)));
            }
        }
        return new Ablation(accuracy(Hook.NONE), without);
    }

    private static Hook silence(int block, Kind kind) {
        HookPoint ablated = new HookPoint(block, kind);
        return (site, activation) -> site.equals(ablated) ? activation.zerosLike() : activation;
    }

    private double accuracy(Hook tap) {
        Score score = new Score(task.answerCount());
        sweep.overAll(_ -> tap, (pairs, logits) -> {
            for (int i = 0; i < pairs.length; i++) {
                score.add(logits, i, task.answer(pairs[i]));
            }
        });
        return score.accuracy();
    }
}
