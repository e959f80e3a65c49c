package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.file.JsonFields;
import org.grokscope.text.CleanText;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.InterventionReader;

/** Reads and writes what a lineage says of interventions; nothing stands there for none. */
final class InterventionsDocument {
    private static final String OWN = "interventions";
    private static final String KEPT = "kept";
    private static final String SHAM = "sham";

    private InterventionsDocument() {}

    static void write(ObjectNode lineage, Interventions interventions) {
        write(lineage, OWN, interventions.own());
        write(lineage, KEPT, interventions.kept());
        interventions.sham().ifPresent(sham -> lineage.putObject(SHAM).put("of", sham.of()).put("seed", sham.seed()));
    }

    private static void write(ObjectNode lineage, String key, List<? extends Intervention> interventions) {
        if (!interventions.isEmpty()) {
            interventions.forEach(it -> lineage.withArray("/" + key).add(it.text()));
        }
    }

    /** @throws org.grokscope.text.InvalidSetting when it is of no kind that this program knows */
    static Interventions read(JsonFields lineage) throws FileProblem {
        JsonNode sham = lineage.object().path(SHAM);
        List<Intervention.Lasting> kept = new ArrayList<>();
        for (Intervention it : texts(lineage.object().path(KEPT))) {
            if (!(it instanceof Intervention.Lasting lasting)) {
                throw new FileProblem(lineage.file() + ": '" + it.text() + "' does not last, and cannot be kept.");
            }
            kept.add(lasting);
        }
        return new Interventions(texts(lineage.object().path(OWN)), kept, sham.isObject()
                ? Optional.of(new Interventions.Sham(CleanText.line(lineage.in(SHAM).text("of")),
                        lineage.in(SHAM).longInteger("seed")))
                : Optional.empty());
    }

    private static List<Intervention> texts(JsonNode array) {
        return array.valueStream().map(it -> InterventionReader.one(it.asText())).toList();
    }
}
