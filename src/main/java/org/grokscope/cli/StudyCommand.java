package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Alarm;
import org.grokscope.study.ArchiveCopy;
import org.grokscope.study.Catalogue;
import org.grokscope.study.RaceProtocol;
import org.grokscope.study.RunIndex;
import org.grokscope.study.Study;
import org.grokscope.study.StudyArchive;
import org.grokscope.study.StudyProgress;
import org.grokscope.study.StudyProgress.CellProgress;
import org.grokscope.study.Trial;
import org.grokscope.study.TrialState;
import org.grokscope.study.report.Report;
import org.grokscope.study.report.ReportFile;
import org.grokscope.study.report.Results;
import org.grokscope.text.ShellWord;
import org.grokscope.training.RunExecutor;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grokscope study}. */
@Command(name = "study", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Trains the runs that a claim of the paper rests on and writes a report that puts the paper's numbers beside "
                + "these. Runs that exist, in the folder or with the program, are not trained again, and those that were begun go on; so you can interrupt it at any time."})
final class StudyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "one of those below")
    private String name = "";

    @Option(names = "--quick", description = "only the few runs marked + below: at most 15 minutes on two cores")
    private boolean quick;

    @Option(names = "--report", description = "train nothing: report on what is there")
    private boolean reportOnly;

    @Option(names = "--archive", paramLabel = "DIR", description = "train nothing: copy the logs of the study's finished runs to DIR/NAME, which is how sample-runs/studies comes about")
    private @Nullable Path archive;

    @Option(names = "--alarm", paramLabel = "ALARM", description = "of race: put this in the place of the alarm of the same measure, for example \"fsd>=0.5\"; the report says that it was changed after the fact")
    private List<String> alarms = List.of();

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    void spec(CommandSpec known) {
        known.usageMessage().footer(Catalogue.all().stream().flatMap(study -> help(study).stream())
                .toArray(String[]::new));
    }

    private static List<String> help(Study study) {
        List<String> lines = new ArrayList<>(List.of("", study.name() + ": " + study.question()));
        lines.add("  " + study.cells().size() + " runs; + " + study.cells(true).stream().map(Trial::name)
                .collect(Collectors.joining(", ")));
        return lines;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Study study = Catalogue.of(name);
        List<Alarm> changed = alarms.stream().map(Alarm::parse).toList();
        InvalidSetting.unless(changed.isEmpty() || study.name().equals("race"), "alarm",
                "--alarm is for the study race, whose report has alarms.");
        RaceProtocol.read().check(changed);
        Console console = output.console();
        if ((reportOnly || archive != null) && !Files.isDirectory(runsFolder.path())) {
            throw new FileProblem("The runs folder " + runsFolder.path() + " does not exist.");
        }
        if (archive != null) {
            ArchiveCopy made = ArchiveCopy.of(study, runsFolder.path(), archive);
            console.print("%d runs copied to %s, %d were there; the study's folder holds %.1f MB.".formatted(
                    made.copied().size(), archive.resolve(study.name()), made.there(), made.bytes() / 1e6));
            return 0;
        }
        if (plan.wanted()) {
            return plan.write(missing(study), console);
        }
        ReportFile.check(runsFolder.path(), study.name(), quick);
        StudyProgress progress = reportOnly ? look(study) : run(study, console);
        RunIndex runIndex = RunIndex.read(runsFolder.path(), StudyArchive.installed());
        Path report = ReportFile.write(Report.of(Results.of(study, quick, runIndex), changed), runsFolder.path(),
                command());
        if (console.json()) {
            console.print(json(study, progress).put("report", report.toString()));
        } else {
            tell(progress, console);
            console.print("The report is " + report + ".");
        }
        return reportOnly || progress.complete() ? 0 : CommandLines.FAILED;
    }

    private String command() {
        return "grokscope study " + name + (quick ? " --quick" : "")
                + alarms.stream().map(it -> " --alarm " + ShellWord.of(it)).collect(Collectors.joining()) + " --runs "
                + ShellWord.of(runsFolder.path().toString());
    }

    private StudyProgress run(Study study, Console console) throws IOException, InterruptedException {
        try (RunExecutor executor = workerOptions.open()) {
            return new StudyProgressLine(executor, console).follow(study.cells(quick), runsFolder.path(),
                    StudyArchive.installed());
        }
    }

    /** What came with the program, or is in the runs folder, is not trained again. */
    private List<Trial> missing(Study study) throws IOException {
        return look(study).cells().stream().filter(it -> !it.state().settled()).map(CellProgress::cell).toList();
    }

    private StudyProgress look(Study study) throws IOException {
        RunIndex runIndex = RunIndex.read(runsFolder.path(), StudyArchive.installed());
        List<CellProgress> cells = new ArrayList<>();
        runIndex.states(study.cells(quick)).forEach((cell, state) -> cells.add(new CellProgress(cell, state)));
        return new StudyProgress(cells, List.of(), Double.NaN);
    }

    private static void tell(StudyProgress progress, Console console) {
        List<List<String>> rows = progress.cells().stream()
                .map(cell -> List.of(cell.cell().name(), cell.state().label(), run(cell.state()), why(cell.state())))
                .toList();
        new TextTable(rows).lines().forEach(console::print);
        console.print("%d of %d runs are done.".formatted(progress.done(), progress.cells().size()));
    }

    private static String run(TrialState state) {
        return switch (state) {
            case TrialState.Done(var run) -> run.id();
            case TrialState.Unfinished(var run) -> run.id();
            case TrialState.Missing _,TrialState.Unreachable _,TrialState.Failed _ -> "";
        };
    }

    private static String why(TrialState state) {
        return switch (state) {
            case TrialState.Unreachable(String why) -> why;
            case TrialState.Failed(String why) -> why;
            case TrialState.Done _,TrialState.Unfinished _,TrialState.Missing _ -> "";
        };
    }

    private ObjectNode json(Study study, StudyProgress progress) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("study", study.name()).put("quick", quick)
                .put("complete", progress.complete());
        for (CellProgress cell : progress.cells()) {
            ObjectNode entry = node.withArray("cells").addObject().put("name", cell.cell().name()).put("state",
                    cell.state().label());
            switch (cell.state()) {
                case TrialState.Done(var run) -> entry.put("path", run.directory().path().toString());
                case TrialState.Unfinished(var run) -> entry.put("path", run.directory().path().toString());
                case TrialState.Unreachable(String why) -> entry.put("why", why);
                case TrialState.Failed(String why) -> entry.put("why", why);
                case TrialState.Missing _ -> {
                    // There is no more to say of it.
                }
            }
        }
        return node;
    }
}
