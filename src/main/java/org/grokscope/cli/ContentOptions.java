package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.ForkFamily;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.PageRuns;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineRun;
import org.grokscope.figure.export.CompareContent;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureName.Shows;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.ForkContent;
import org.grokscope.figure.export.LeadThresholdContent;
import org.grokscope.figure.export.MultiplesContent;
import org.grokscope.figure.export.TimelineContent;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunNames;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what of its runs a figure shows. */
final class ContentOptions {
    @Option(names = "--panels", split = ",", paramLabel = "NAME", description = "the charts of a timeline, from the top; default: accuracy,fsd,embedding-power,weight-norm")
    private List<String> panels = List.of();

    @Option(names = "--log", description = "a logarithmic step axis")
    private boolean logarithmic;

    @Option(names = "--from", paramLabel = "N", description = "the first step shown; default: 0")
    private @Nullable Double from;

    @Option(names = "--to", paramLabel = "N", description = "the last step shown; default: the last one")
    private @Nullable Double to;

    @Option(names = "--measure", defaultValue = "validation-accuracy", paramLabel = "NAME", description = "of compare: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}", completionCandidates = Measures.class)
    private String measure = "";

    @Option(names = "--measures", split = ",", paramLabel = "NAME", description = "of small-multiples: its columns, from the left; at most 8; default: validation-accuracy,fsd,restricted-loss,weight-norm")
    private List<String> measures = List.of();

    @Option(names = "--align", defaultValue = "start", paramLabel = "WHERE", description = "of compare and small-multiples: what stands at 0: start, fork or grokking; default: ${DEFAULT-VALUE}")
    private String align = "";

    @Option(names = "--bands", description = "of compare and small-multiples: the seeds of one configuration as mean and range")
    private boolean bands;

    @Option(names = "--step", paramLabel = "N", description = "of the circuit: a step with a checkpoint, by default the newest; of branches: the step at which they left, if they left at several")
    private @Nullable Integer step;

    @Option(names = "--frequency", paramLabel = "K", description = "of the circuit: the frequency whose plane is shown; default: the strongest of the embedding")
    private @Nullable Integer frequency;

    @Option(names = "--pair", paramLabel = "A,B", description = "of circuit-logits: the pair to ask; default: 3,4")
    private @Nullable String pair;

    @Option(names = "--neuron", paramLabel = "J", description = "of circuit-lottery: the neuron of the last block's MLP, from 0; default: the one that one frequency holds most of in the end")
    private @Nullable Integer neuron;

    @Mixin
    private AlarmOptions alarms = new AlarmOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Reads what a figure of these runs shows. */
    FigureContent of(FigureName name, List<RunDirectory> runs, RunNames names) throws IOException {
        requireMeant(name.key(), switch (name.shows()) {
            case Shows.Panels _ -> Set.of("--panels", "--log", "--from", "--to", "--alarm");
            case Shows.Forks _ -> Set.of("--step");
            case Shows.Composed _ -> Set.of();
            case Shows.Compared _ -> Set.of("--measure", "--align", "--bands");
            case Shows.Multiples _ -> Set.of("--measures", "--align", "--bands");
            case Shows.Leads _ -> Set.of("--alarm");
            case Shows.Circuit _ -> Set.of("--step", "--frequency", "--pair", "--neuron");
        });
        return switch (name.shows()) {
            case Shows.Panels(List<Panel> usual) -> timeline(name, usual, histories(runs, names));
            case Shows.Forks(ForkChart chart) -> forks(chart, runs, names);
            case Shows.Composed _ -> throw new InvalidSetting("figure", "Several figures are composed by --layout.");
            case Shows.Compared _ -> new CompareContent(aligned(histories(runs, names)),
                    curve("measure", measure), alignment(), bands);
            case Shows.Multiples _ ->
                new MultiplesContent(aligned(histories(runs, names)), columns(), alignment(), bands);
            case Shows.Leads _ -> new LeadThresholdContent(histories(runs, names),
                    alarms.further().stream().findFirst().orElseGet(() -> Milestone.CEILING.alarm(Thresholds.PAPER)));
            case Shows.Circuit circuit ->
                new CircuitSubject(circuit.chart(), runs, step, frequency, pair, neuron).read(names);
        };
    }

    /**
     * Refuses what a layout says itself.
     *
     * @throws InvalidSetting when one of these options was given
     */
    void requireNone() {
        requireMeant("of several charts, whose layout says it", Set.of());
    }

    /** A figure that leaves an option out without a word would be taken for one that follows it. */
    private void requireMeant(String figure, Set<String> meant) {
        Set<String> mine = CommandSpec.forAnnotatedObject(this).optionsMap().keySet();
        for (OptionSpec given : Objects.requireNonNull(command).commandLine().getParseResult().matchedOptions()) {
            String name = given.longestName();
            InvalidSetting.unless(!mine.contains(name) || meant.contains(name), name.substring(2),
                    name + " means nothing to the figure " + figure + ".");
        }
    }

    private FigureContent timeline(FigureName name, List<Panel> usual, List<RunHistory> histories) {
        List<Panel> chosen = panels.isEmpty() ? usual : panels.stream().map(ContentOptions::panel).toList();
        InvalidSetting.unless(name == FigureName.TIMELINE || panels.isEmpty(), "panels",
                "--panels is for the figure timeline, which is a stack of charts.");
        List<TimelineRun> shown = PageRuns.of(histories);
        for (TimelineRun run : shown) {
            InvalidSetting.unless(!run.drawn().isEmpty(), "runs",
                    "The run " + run.history().head().id() + " has no evaluation yet, so there is nothing to draw.");
        }
        return new TimelineContent(name, shown, chosen, part(shown), logarithmic, alarms.further());
    }

    private Optional<StepRange> part(List<TimelineRun> shown) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        double lower = from == null ? 0 : from;
        double upper = to == null ? StepRange.whole(shown).upper() : to;
        InvalidSetting.unless(lower >= 0 && lower < upper, "from", "There is no step between --from "
                + Math.round(lower) + " and --to " + Math.round(upper) + "; --from must be the smaller one.");
        return Optional.of(new StepRange(lower, upper));
    }

    private static Panel panel(String key) {
        return Arrays.stream(Panel.values()).filter(each -> FigureName.of(each).key().equals(key.strip()))
                .findFirst().orElseThrow(() -> new InvalidSetting("panels", "There is no chart '" + key.strip()
                        + "' in a timeline; there are "
                        + String.join(", ", Arrays.stream(Panel.values()).map(FigureName::of)
                                .map(FigureName::key).toList())
                        + "."));
    }

    /** The measures that can be compared, for the help. */
    static final class Measures implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Measure.curves().stream().map(Measure::option).iterator();
        }
    }

    private static Measure curve(String option, String typed) {
        return Measure.curves().stream().filter(it -> it.option().equals(typed)).findFirst()
                .orElseThrow(() -> new InvalidSetting(option, "--" + option + " has no '" + typed + "'; it has "
                        + String.join(", ", Measure.curves().stream().map(Measure::option).toList()) + "."));
    }

    private List<Measure> columns() {
        return measures.isEmpty()
                ? MultiplesContent.USUAL
                : measures.stream().map(it -> curve("measures", it.strip())).distinct().toList();
    }

    private Alignment alignment() {
        return constant(Alignment.values(), "align", align);
    }

    private List<RunHistory> aligned(List<RunHistory> runs) {
        Alignment alignment = alignment();
        InvalidSetting.unless(runs.stream().anyMatch(run -> alignment.origin(run).isPresent()), "align",
                "None of these runs has a " + CompareContent.key(alignment) + " to be aligned at.");
        return runs;
    }

    private static <E extends Enum<E>> E constant(E[] constants, String option, String typed) {
        return Arrays.stream(constants).filter(each -> CompareContent.key(each).equals(typed)).findFirst()
                .orElseThrow(() -> new InvalidSetting(option, "--" + option + " has no '" + typed + "'; it has "
                        + String.join(", ", Arrays.stream(constants).map(CompareContent::key).toList()) + "."));
    }

    private FigureContent forks(ForkChart chart, List<RunDirectory> runs, RunNames names) throws IOException {
        List<RunHistory> named = histories(runs, names);
        OptionalInt forkStep = step == null ? OptionalInt.empty() : OptionalInt.of(step);
        ForkPool pool = ForkPool.of(families(runs, named, names), named.stream().map(run -> run.head().id()).toList(),
                forkStep);
        InvalidSetting.unless(!pool.branches().isEmpty(), "runs",
                "There is no branch of " + String.join(", ", named.stream().map(run -> run.head().id()).toList())
                        + " to compare; 'grokscope fork' makes some.");
        InvalidSetting.unless(step == null || pool.families().getLast().forkStep() == step, "step",
                "No branch left at step " + step + ".");
        return new ForkContent(chart, named, pool, forkStep);
    }

    /** Reads the named runs and, of the folders they are in, the branches of their families. */
    private List<RunHistory> families(List<RunDirectory> runs, List<RunHistory> named, RunNames names)
            throws IOException {
        Set<String> parents = new HashSet<>();
        named.forEach(run -> parents.add(ForkFamily.parentOf(run)));
        Set<Path> folders = new HashSet<>();
        runs.forEach(run -> folders.add(Objects.requireNonNull(run.path().getParent())));
        List<RunHistory> all = new ArrayList<>();
        for (Path folder : folders) {
            for (RunDirectory run : new RunLibrary(folder).runs()) {
                Lineage lineage = run.head().lineage();
                if (parents.contains(names.of(run.path())) || lineage != null
                        && parents.contains(names.of(run.path().resolveSibling(lineage.parent())))) {
                    all.add(history(run, names));
                }
            }
        }
        return all;
    }

    private RunHistory history(RunDirectory run, RunNames names) throws IOException {
        return names.named(run.history().dated(alarms.moved()), run.path());
    }

    private List<RunHistory> histories(List<RunDirectory> runs, RunNames names) throws IOException {
        List<RunHistory> histories = new ArrayList<>();
        for (RunDirectory run : runs) {
            histories.add(history(run, names));
        }
        return histories;
    }
}
