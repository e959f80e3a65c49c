package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
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
import org.grokscope.settings.WeightDecayTrigger;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;

/** How a configuration stands in run.json. */
final class ConfigurationDocument {
    private ConfigurationDocument() {}

    static ObjectNode write(RunConfiguration configuration) {
        ObjectNode node = constants(configuration);
        ObjectNode schedule = node.putObject("schedule").put("steps", configuration.schedule().steps())
                .put("stopAfterGrok", configuration.schedule().stopAfterGrok());
        changes(schedule.putArray("weightDecay"), configuration.schedule().weightDecay());
        node.putObject("evaluation").put("evaluateEvery", configuration.evaluation().evaluateEvery())
                .put("checkpointEvery", configuration.evaluation().checkpointEvery());
        thresholds(node.putObject("thresholds"), configuration.thresholds());
        return node;
    }

    /** Returns the part that determines the weights of every step. */
    static ObjectNode determining(RunConfiguration configuration) {
        ObjectNode node = constants(configuration);
        WeightDecaySchedule schedule = configuration.schedule().weightDecay();
        if (!schedule.changes().isEmpty()) {
            // When a milestone changes λ, so do the evaluations that show it.
            changes(node.putArray("weightDecaySchedule"), schedule);
            node.put("evaluateEvery", configuration.evaluation().evaluateEvery());
            thresholds(node.putObject("thresholds"), configuration.thresholds());
        }
        return node;
    }

    private static void changes(ArrayNode array, WeightDecaySchedule schedule) {
        schedule.changes().forEach(change -> array.addObject().put("at", change.trigger().key()).put("weightDecay",
                change.weightDecay()));
    }

    private static void thresholds(ObjectNode node, Thresholds thresholds) {
        node.put("memorisedAccuracy", thresholds.memorisedAccuracy())
                .put("ceilingFsd", thresholds.ceilingFsd()).put("restrictedLoss", thresholds.restrictedLoss())
                .put("grokkedAccuracy", thresholds.grokkedAccuracy())
                .put("destabilisedAccuracy", thresholds.destabilisedAccuracy());
    }

    private static ObjectNode constants(RunConfiguration configuration) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        TaskSettings task = configuration.task();
        ObjectNode learned = node.putObject("task").put("operation", task.operation().label()).put("p", task.p())
                .put("trainFraction", task.trainFraction());
        if (task.labels() != Labels.TRUE) {
            learned.put("labels", task.labels().label());
        }
        ModelSettings model = configuration.model();
        node.putObject("model").put("kind", model.kind().label()).put("blocks", model.blocks())
                .put("width", model.width()).put("heads", model.heads()).put("mlpWidth", model.mlpWidth());
        OptimizerSettings optimizer = configuration.optimizer();
        node.putObject("optimizer").put("learningRate", optimizer.learningRate())
                .put("weightDecay", optimizer.weightDecay()).put("beta1", optimizer.beta1())
                .put("beta2", optimizer.beta2()).put("epsilon", optimizer.epsilon()).put("batch", optimizer.batch());
        node.putObject("seeds").put("seed", configuration.seeds().seed()).put("dataSeed",
                configuration.seeds().dataSeed());
        return node;
    }

    /** Reads which answers are learned; a run that learns the true ones need not say so. */
    private static Labels labels(JsonFields task) throws FileProblem {
        return task.object().has("labels") ? Labels.of(task.text("labels")) : Labels.TRUE;
    }

    /** Reads the planned changes of λ; a run without any may leave them out. */
    private static WeightDecaySchedule changes(JsonFields schedule) throws FileProblem {
        List<WeightDecaySchedule.Change> changes = new ArrayList<>();
        for (JsonNode node : schedule.object().path("weightDecay")) {
            JsonFields change = new JsonFields(schedule.file(), node);
            changes.add(new WeightDecaySchedule.Change(WeightDecayTrigger.of(change.text("at")),
                    change.number("weightDecay")));
        }
        return new WeightDecaySchedule(changes);
    }

    /**
     * @throws FileProblem when a field is missing or of the wrong kind
     * @throws org.grokscope.text.InvalidSetting when a value cannot be used
     */
    static RunConfiguration read(JsonFields fields) throws FileProblem {
        JsonFields task = fields.in("task");
        JsonFields model = fields.in("model");
        JsonFields optimizer = fields.in("optimizer");
        JsonFields schedule = fields.in("schedule");
        JsonFields evaluation = fields.in("evaluation");
        JsonFields thresholds = fields.in("thresholds");
        JsonFields seeds = fields.in("seeds");
        return new RunConfiguration(
                new TaskSettings(Operation.of(task.text("operation")), task.integer("p"),
                        task.number("trainFraction"), labels(task)),
                new ModelSettings(ModelKind.of(model.text("kind")), model.integer("blocks"), model.integer("width"),
                        model.integer("heads"), model.integer("mlpWidth")),
                new OptimizerSettings(optimizer.number("learningRate"), optimizer.number("weightDecay"),
                        optimizer.number("beta1"), optimizer.number("beta2"), optimizer.number("epsilon"),
                        optimizer.integer("batch")),
                new ScheduleSettings(schedule.integer("steps"), schedule.integer("stopAfterGrok"),
                        changes(schedule)),
                new EvaluationSettings(evaluation.integer("evaluateEvery"), evaluation.integer("checkpointEvery")),
                new Thresholds(thresholds.number("memorisedAccuracy"), thresholds.number("ceilingFsd"),
                        thresholds.number("restrictedLoss"), thresholds.number("grokkedAccuracy"),
                        thresholds.number("destabilisedAccuracy")),
                new Seeds(seeds.longInteger("seed"), seeds.longInteger("dataSeed")));
    }
}
