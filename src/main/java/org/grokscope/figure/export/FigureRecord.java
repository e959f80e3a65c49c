package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDocument;
import org.grokscope.run.RunHistory;
import org.grokscope.training.ProgramVersion;

/** The JSON beside a figure: runs, configurations, version and settings, enough to draw it again. */
final class FigureRecord {
    private FigureRecord() {}

    static ObjectNode of(FigureExport export, String file) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("grokscope", ProgramVersion.text()).put("file", file);
        export.command(file).forEach(node.putArray("command")::add);
        ObjectNode figure = node.putObject("figure").put("name", export.content().name().key());
        export.content().describe(figure);
        node.put("format", export.format().label());
        if (export.format() != ExportFormat.CSV) {
            page(node.putObject("page"), export);
            node.put("latex", export.latex(file));
        }
        export.warnings().forEach(node.withArray("warnings")::add);
        export.content().runs().forEach(run -> run(node.withArray("runs").addObject(), run));
        return node;
    }

    private static void page(ObjectNode node, FigureExport export) {
        Page page = export.page();
        Rectangle2D plot = page.plotAreaMillimetres();
        node.put("preset", export.size().preset().label()).put("widthMillimetres", rounded(page.widthMillimetres()))
                .put("heightMillimetres", rounded(page.heightMillimetres()))
                .put("plotWidthMillimetres", rounded(plot.getWidth()))
                .put("plotHeightMillimetres", rounded(plot.getHeight()))
                .put("textPoints", export.size().preset().textPoints());
        if (export.format() == ExportFormat.PNG) {
            node.put("dotsPerInch", export.dotsPerInch());
        }
    }

    private static double rounded(double millimetres) {
        return Math.round(1000 * millimetres) / 1000.0;
    }

    private static void run(ObjectNode node, RunHistory run) {
        node.put("id", run.head().id()).put("name", run.head().name()).put("created", run.head().created().toString())
                .put("evaluations", run.evaluations().size()).put("lastStep", run.lastStep());
        Lineage lineage = run.head().lineage();
        if (lineage != null) {
            ObjectNode child = node.putObject("lineage").put("parent", lineage.parent()).put("step", lineage.step());
            lineage.changes().forEach(child.putArray("changes")::add);
        }
        node.set("configuration", RunDocument.configuration(run.head().configuration()));
        node.set("environment", RunDocument.environment(run.head().environment()));
    }
}
