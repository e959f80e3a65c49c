package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.run.EvaluationLine;
import org.grokscope.run.Imported;
import org.grokscope.run.RunDocument;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.Passes;

/** A run as the result of a command, with the keys of its files. */
final class RunJson {
    private RunJson() {}

    /** Returns the head, the milestones and the last evaluation. */
    static ObjectNode summary(RunHistory history, Path path) {
        return summary(history, path, List.of());
    }

    /** Returns the head, the milestones, when these alarms ring and the last evaluation. */
    static ObjectNode summary(RunHistory history, Path path, List<Alarm> alarms) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", history.head().id()).put("name", history.head().name()).put("path", path.toString())
                .put("state", history.state().label()).put("step", history.reached());
        ObjectNode milestones = node.putObject("milestones");
        for (Milestone milestone : Milestone.values()) {
            history.milestones().step(milestone).ifPresentOrElse(step -> milestones.put(milestone.key(), step),
                    () -> milestones.putNull(milestone.key()));
        }
        history.milestones().lead().ifPresentOrElse(lead -> node.put("lead", lead), () -> node.putNull("lead"));
        history.milestones().leadOf(Milestone.RESTRICTED_SYNC).ifPresentOrElse(
                lead -> node.put("restrictedLead", lead), () -> node.putNull("restrictedLead"));
        for (Alarm alarm : alarms) {
            ObjectNode dated = node.withArray("alarms").addObject().put("alarm", alarm.text());
            history.rings(alarm).ifPresentOrElse(step -> dated.put("step", step), () -> dated.putNull("step"));
            history.leadOf(alarm).ifPresentOrElse(lead -> dated.put("lead", lead), () -> dated.putNull("lead"));
        }
        Imported imported = history.head().imported();
        if (imported != null) {
            node.set("imported", RunDocument.imported(imported));
        }
        node.set("configuration", RunDocument.configuration(history.head().configuration()));
        if (!history.evaluations().isEmpty()) {
            node.set("lastEvaluation", EvaluationLine.write(history.evaluations().getLast()));
        }
        return node;
    }

    /** Puts a number, or null where it is not finite. */
    static ObjectNode number(ObjectNode node, String key, double value) {
        return Double.isFinite(value) ? node.put(key, value) : node.putNull(key);
    }

    /** Returns all there is to say but the log itself. */
    static ObjectNode whole(RunHistory history, Path path, List<Alarm> alarms) {
        ObjectNode node = summary(history, path, alarms);
        node.put("created", history.head().created().toString());
        node.put("passes", Passes.of(history.head().configuration().model()).label());
        node.set("environment", RunDocument.environment(history.head().environment()));
        history.checkpoints().forEach(node.putArray("checkpoints")::add);
        history.leftOut().forEach(node.putArray("leftOut")::add);
        return node;
    }
}
