package org.grokscope.figure.export;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/** Runs to export. */
final class Samples {
    private Samples() {}

    /** Runs that differ in name, id and when they grok. */
    static List<RunHistory> runs(int count) {
        List<RunHistory> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Evaluation> evaluations = new ArrayList<>();
            for (int step = 0; step <= 6000; step += 100) {
                double grok = 1 / (1 + Math.exp(-(step - 2000 - 300.0 * i) / 150));
                evaluations.add(SampleHistories.evaluation(step, step < 300 ? step / 300.0 : 1, 0.1 + 0.9 * grok,
                        Math.min(0.9, step / (2000.0 + 200 * i))));
            }
            runs.add(named(SampleHistories.of(evaluations, 100, RunState.FINISHED), "run-" + i,
                    "add mod 97 · seed " + i));
        }
        return runs;
    }

    static RunHistory named(RunHistory run, String id, String name) {
        RunHead head = run.head();
        return new RunHistory(
                new RunHead(id, name, head.created(), head.configuration(), head.lineage(), head.environment()),
                run.state(), run.evaluations(), run.events(), run.checkpoints(), run.milestones(), run.leftOut());
    }
}
