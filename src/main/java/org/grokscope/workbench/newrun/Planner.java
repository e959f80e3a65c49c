package org.grokscope.workbench.newrun;

import static org.grokscope.text.NumberText.count;

import java.util.List;
import java.util.Map;
import org.grokscope.measure.Thresholds;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.TaskSettings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.task.Operation;
import org.grokscope.task.Split;

/**
 * Makes a plan of the dialog's fields. Settings are tried with one more field in place at a time, so that every wrong
 * field is found, and only those.
 */
final class Planner {
    /** A train fraction that suits every p. */
    private static final double ANY_FRACTION = 0.5;
    private static final int LONGEST_NAME = 120;

    private final FieldReader fields;

    private Planner(FieldReader fields) {
        this.fields = fields;
    }

    static Plan plan(Map<NewRunField, String> typed) {
        return new Planner(new FieldReader(typed)).plan();
    }

    private Plan plan() {
        RunConfiguration configuration = new RunConfiguration(task(), model(), optimizer(), schedule(), evaluation(),
                Thresholds.PAPER, Seeds.DEFAULT);
        List<Long> seeds = fields.seeds(NewRunField.SEEDS);
        boolean ownOrder = !fields.text(NewRunField.DATA_SEED).isEmpty();
        List<Long> dataSeed = ownOrder ? fields.seeds(NewRunField.DATA_SEED) : List.of();
        if (dataSeed.size() > 1) {
            fields.problems().put(NewRunField.DATA_SEED, "There is one data seed for all runs, or none.");
        }
        if (fields.text(NewRunField.NAME).length() > LONGEST_NAME) {
            fields.problems().put(NewRunField.NAME, "A name has at most " + LONGEST_NAME + " characters.");
        }
        if (!fields.problems().isEmpty()) {
            return new Plan(List.of(), fields.problems(), "");
        }
        List<PlannedRun> runs = seeds.stream().map(
                seed -> configuration.with(new Seeds(seed, dataSeed.isEmpty() ? seed : dataSeed.getFirst())))
                .map(one -> new PlannedRun(name(one, seeds.size() > 1), one)).toList();
        return new Plan(runs, Map.of(), summary(configuration));
    }

    private String name(RunConfiguration configuration, boolean several) {
        String chosen = fields.text(NewRunField.NAME);
        if (chosen.isEmpty()) {
            return configuration.suggestedName();
        }
        return several ? chosen + " \u00b7 seed " + configuration.seeds().seed() : chosen;
    }

    private TaskSettings task() {
        TaskSettings paper = TaskSettings.PAPER;
        Operation operation = fields.attempt(paper.operation(),
                () -> Operation.of(fields.text(NewRunField.OPERATION)));
        int p = fields.whole(NewRunField.P, paper.p());
        TaskSettings modulus = fields.attempt(paper, () -> new TaskSettings(operation, p, ANY_FRACTION));
        double fraction = fields.number(NewRunField.TRAIN_FRACTION, ANY_FRACTION);
        return fields.attempt(modulus, () -> new TaskSettings(operation, modulus.p(), fraction));
    }

    private ModelSettings model() {
        ModelSettings paper = ModelSettings.PAPER;
        ModelKind kind = fields.attempt(paper.kind(), () -> ModelKind.of(fields.text(NewRunField.KIND)));
        int blocks = fields.whole(NewRunField.BLOCKS, paper.blocks());
        int width = fields.whole(NewRunField.WIDTH, paper.width());
        int heads = fields.whole(NewRunField.HEADS, 1);
        int mlpWidth = fields.whole(NewRunField.MLP_WIDTH, paper.mlpWidth());
        ModelSettings deep = fields.attempt(paper,
                () -> new ModelSettings(kind, blocks, paper.width(), paper.heads(), paper.mlpWidth()));
        boolean widthRead = !fields.problems().containsKey(NewRunField.WIDTH);
        ModelSettings wide = fields.attempt(deep,
                () -> new ModelSettings(kind, deep.blocks(), width, 1, paper.mlpWidth()));
        boolean widthHolds = widthRead && !fields.problems().containsKey(NewRunField.WIDTH);
        // Where the width is wrong, nothing says which heads would divide it.
        ModelSettings headed = fields.attempt(wide, () -> new ModelSettings(kind, deep.blocks(),
                widthHolds ? wide.width() : Math.max(1, heads), heads, paper.mlpWidth()));
        return fields.attempt(headed,
                () -> new ModelSettings(kind, deep.blocks(), headed.width(), headed.heads(), mlpWidth));
    }

    private OptimizerSettings optimizer() {
        OptimizerSettings paper = OptimizerSettings.PAPER;
        double weightDecay = fields.number(NewRunField.WEIGHT_DECAY, paper.weightDecay());
        double learningRate = fields.number(NewRunField.LEARNING_RATE, paper.learningRate());
        int batch = fields.whole(NewRunField.BATCH, paper.batch());
        OptimizerSettings decayed = fields.attempt(paper,
                () -> optimizer(paper.learningRate(), weightDecay, paper.batch()));
        OptimizerSettings rated = fields.attempt(decayed,
                () -> optimizer(learningRate, decayed.weightDecay(), paper.batch()));
        return fields.attempt(rated, () -> optimizer(rated.learningRate(), rated.weightDecay(), batch));
    }

    private static OptimizerSettings optimizer(double learningRate, double weightDecay, int batch) {
        OptimizerSettings paper = OptimizerSettings.PAPER;
        return new OptimizerSettings(learningRate, weightDecay, paper.beta1(), paper.beta2(), paper.epsilon(), batch);
    }

    private ScheduleSettings schedule() {
        int steps = fields.whole(NewRunField.STEPS, ScheduleSettings.DEFAULT.steps());
        int after = fields.text(NewRunField.STOP_AFTER_GROK).isEmpty()
                ? 0
                : fields.whole(NewRunField.STOP_AFTER_GROK, 0);
        ScheduleSettings timed = fields.attempt(ScheduleSettings.DEFAULT, () -> new ScheduleSettings(steps, 0));
        ScheduleSettings ended = fields.attempt(timed, () -> new ScheduleSettings(timed.steps(), after));
        return fields.attempt(ended, () -> new ScheduleSettings(ended.steps(), ended.stopAfterGrok(),
                WeightDecaySchedule.parse(fields.text(NewRunField.WEIGHT_DECAY_SCHEDULE))));
    }

    private EvaluationSettings evaluation() {
        EvaluationSettings usual = EvaluationSettings.DEFAULT;
        int evaluate = fields.whole(NewRunField.EVALUATE_EVERY, usual.evaluateEvery());
        int checkpoint = fields.whole(NewRunField.CHECKPOINT_EVERY, usual.checkpointEvery());
        EvaluationSettings evaluated = fields.attempt(usual,
                () -> new EvaluationSettings(evaluate, usual.checkpointEvery()));
        return fields.attempt(evaluated, () -> new EvaluationSettings(evaluated.evaluateEvery(), checkpoint));
    }

    private static String summary(RunConfiguration configuration) {
        TaskSettings task = configuration.task();
        int train = Split.trainPairs(task.p(), task.trainFraction());
        int validation = task.p() * task.p() - train;
        String batch = train <= configuration.optimizer().batch() ? "; each step sees all of the first" : "";
        return count(train, "pair") + " to train on, " + count(validation) + " to validate with" + batch + ".";
    }
}
