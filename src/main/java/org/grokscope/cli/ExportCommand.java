package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureExport;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.Page;
import org.grokscope.figure.export.SharedRun;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunNames;
import org.grokscope.text.Choice;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.NumberText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grokscope export}. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false, description = "Draws a figure of runs for a paper, or writes its numbers as one table. Beside the file a JSON file says how to draw it again.", footer = {
        "",
        "Figures: timeline and its charts accuracy, loss, fsd, embedding-power, median-rank, rank-one-share, restricted-loss, weight-norm, weight-norm-by-group, fsd-top, fsd-own-basis, spectral-entropy, ildr, symmetry-violation, embedding-gini, validation-margin, commutator-defect; of the branches of runs fork-law, log-log, fork-norm; compare; small-multiples; lead-threshold; of the network at a checkpoint circuit-embedding, circuit-neurons, circuit-tokens, circuit-ranks, circuit-phases, circuit-lottery, circuit-ablation, circuit-attention, circuit-logits, circuit-pairs.",
        "",
        "Presets, by their widths in mm: single 85, double 178, neurips 139.7, icml-column 82.55, icml-page 171.45, iclr 139.7, acl-column 77, acl-page 160, jmlr 152.4, nature-column 89, nature-page 183, thesis 150, slide 338.7 x 190.5."})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", arity = "0..*", description = "ids, names if they are the only ones, or directories; milestones and heat map are those of the first")
    private List<String> runs = List.of();

    @Option(names = "--figure", defaultValue = "timeline", paramLabel = "NAME", description = "what to draw, see below; default: ${DEFAULT-VALUE}")
    private String figure = "";

    @Option(names = "--layout", paramLabel = "FILE", description = "composes several figures as a JSON file, or the JSON itself, says: columns, and parts with figure, runs and options")
    private @Nullable String layout;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "svg, pdf, png, pgf, pgfplots or csv; default: as the file's name ends, where tex is pgfplots")
    private @Nullable String format;

    @Mixin
    private ShareOptions share = new ShareOptions();

    @Mixin
    private PageOptions page = new PageOptions();

    @Mixin
    private ContentOptions content = new ContentOptions();

    @Option(names = "--force", description = "replace a file that is there already")
    private boolean force;

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        Optional<SharedRun> whole = share.asked(out);
        if (whole.isPresent()) {
            share(whole.get());
            return 0;
        }
        FigureName name = FigureName.of(figure);
        RunNames names = new RunNames(runsFolder.path());
        ExportFormat as = format();
        InvalidSetting.unless(layout != null || !runs.isEmpty(), "runs", "Name at least one run.");
        FigureContent shown = layout == null ? content.of(name, named(runs), names) : composed(layout, names);
        FigureExport export = new FigureExport(shown, as, page.size(), page.details(names));
        FigureExport.Written written = export.write(out, force);
        tell(output.console(), export, written);
        return 0;
    }

    private FigureContent composed(String several, RunNames names) throws IOException {
        content.requireNone();
        return Layout.read(several).content(runs, this::named, names);
    }

    private void share(SharedRun form) throws IOException {
        InvalidSetting.unless(runs.size() == 1, "runs", "A page or a film is of one run; name one.");
        long bytes = form.write(runsFolder.library().find(runs.getFirst()), out, force);
        if (output.console().json()) {
            output.console()
                    .print(JsonNodeFactory.instance.objectNode().put("file", out.toString()).put("bytes", bytes));
        } else {
            output.console().print(out + ": " + NumberText.bytes(bytes));
        }
    }

    private ExportFormat format() {
        if (format != null) {
            return Choice.of(ExportFormat.class, "format", "--format", format);
        }
        String file = String.valueOf(out.getFileName());
        String ending = file.substring(file.lastIndexOf('.') + 1);
        InvalidSetting.unless(file.contains("."), "format",
                "The file " + out + " does not say its format; add --format svg, pdf, png, pgf, pgfplots or csv.");
        return ending.equalsIgnoreCase(ExportFormat.PGFPLOTS.ending())
                ? ExportFormat.PGFPLOTS
                : Choice.of(ExportFormat.class, "format", "The ending of --out", ending.toLowerCase(Locale.ROOT));
    }

    private List<RunDirectory> named(List<String> called) throws IOException {
        Map<Path, RunDirectory> found = new LinkedHashMap<>();
        for (String run : called) {
            RunDirectory directory = runsFolder.library().find(run);
            found.putIfAbsent(directory.path(), directory);
        }
        return new ArrayList<>(found.values());
    }

    private static void tell(Console console, FigureExport export, FigureExport.Written written) {
        boolean drawn = export.format() != ExportFormat.CSV;
        Optional<Page> page = drawn ? Optional.of(export.page()) : Optional.empty();
        if (console.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("file", written.file().toString());
            written.record().ifPresent(record -> node.put("record", record.toString()));
            node.put("figure", export.content().name().key()).put("format", export.format().label())
                    .put("bytes", written.bytes());
            page.ifPresent(it -> node.put("widthMillimetres", it.widthMillimetres()).put("heightMillimetres",
                    it.heightMillimetres()));
            export.warnings().forEach(node.withArray("warnings")::add);
            export.content().runs().stream().map(RunHistory::head).forEach(run -> node.withArray("runs").add(run.id()));
            console.print(node);
        } else {
            // What was written to a pipe may be standard output.
            Consumer<String> telling = written.record().isPresent() ? console::print : console::say;
            telling.accept(written.file() + page.map(it -> String.format(Locale.ROOT, ": %.1f × %.1f mm",
                    it.widthMillimetres(), it.heightMillimetres())).orElse(""));
            export.warnings().forEach(console::say);
            export.content().runs().forEach(
                    run -> run.leftOut().forEach(sentence -> console.say("left out: " + sentence)));
        }
    }
}
