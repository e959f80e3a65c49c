package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.grokscope.foreign.Curves;
import org.grokscope.foreign.SavedRun;
import org.grokscope.importing.CurveImport;
import org.grokscope.importing.ImportFiles;
import org.grokscope.importing.NetworkImport;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.Setting;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grokscope import}. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false, description = "Makes a run of what another program saved: networks (.safetensors, and .pt or .pth of torch.save) or curves (.csv, .tsv, .jsonl, TensorBoard). Nothing in the files is executed. Settings that the files do not say are named as for train, whose defaults stand below; for curves, name at least --operation and --p.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files of one run, or a folder of them")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--dry-run", description = "show what would be imported, and make nothing")
    private boolean dryRun;

    @Option(names = "--at", paramLabel = "STEP", description = "the step of a single network, if its file does not say it")
    private @Nullable Integer at;

    @Option(names = "--steps-per-epoch", paramLabel = "N", defaultValue = "1", description = "what the files' numbers are multiplied by to be steps; default: 1")
    private int stepsPerEpoch = 1;

    @Mixin
    private CurveOptions curves = new CurveOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "what to call the run")
    private @Nullable String name;

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        InvalidSetting.unless(name == null || !name.isBlank(), "name", "A run's name cannot be blank.");
        InvalidSetting.unless(stepsPerEpoch >= 1, "stepsPerEpoch", "An epoch has at least 1 step.");
        InvalidSetting.unless(at == null || at >= 0, "at", "A step is at least 0.");
        Console console = output.console();
        List<Path> files = ImportFiles.of(paths);
        if (Curves.named(files.getFirst())) {
            InvalidSetting.unless(files.size() == 1, "file", "Curves are imported from one file at a time.");
            curves(console, files.getFirst());
        } else {
            networks(console, files);
        }
        return 0;
    }

    private void networks(Console console, List<Path> files) throws IOException {
        SavedRun saved = SavedRun.open(files, at == null ? OptionalInt.empty() : OptionalInt.of(at), stepsPerEpoch);
        NetworkImport plan = NetworkImport.plan(files, saved, configuration.typed(), Setting::option);
        Map<String, String> told = new TreeMap<>(plan.found());
        told.put("format", saved.names());
        told.put("networks", steps(List.copyOf(saved.places().keySet())));
        told.put("assumed", String.join(", ", plan.imported().assumed()));
        if (dryRun) {
            tell(console, told);
            return;
        }
        Compute compute = Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        RunDirectory run = plan.make(runsFolder.path(), name(files), compute.environment(),
                (steps, of) -> console.progress(new ProgressLine("", (double) steps / of,
                        List.of("measured %,d of %,d networks".formatted(steps, of)))));
        console.endProgress();
        made(console, run);
    }

    private void curves(Console console, Path file) throws IOException {
        CurveImport plan = CurveImport.plan(file, curves.columns(), configuration.typed(), Setting::option,
                stepsPerEpoch);
        plan.remarks().forEach(console::say);
        Map<String, String> told = new TreeMap<>();
        told.put("step", plan.columns().step());
        plan.columns().measures().forEach((measure, column) -> told.put(measure.key(),
                column + (plan.percent().contains(measure) ? ", in per cent" : "")));
        told.put("rows", steps(plan.evaluations().stream().map(it -> it.step()).toList()));
        told.put("assumed", String.join(", ", plan.imported().assumed()));
        tell(console, told);
        if (!dryRun) {
            Compute compute = Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
            made(console, plan.make(runsFolder.path(), name(List.of(file)), compute.environment()));
        }
    }

    private static String steps(List<Integer> steps) {
        return steps.size() == 1
                ? "one, at step %,d".formatted(steps.getFirst())
                : "%,d, at steps %,d to %,d".formatted(steps.size(), steps.getFirst(), steps.getLast());
    }

    private String name(List<Path> files) {
        return name == null ? ImportFiles.name(files) : name;
    }

    /** With JSON the result is one object: a run that is made tells its own. */
    private void tell(Console console, Map<String, String> told) {
        if (!console.json()) {
            new TextTable(told.entrySet().stream().map(entry -> List.of(entry.getKey(), entry.getValue()))
                    .collect(Collectors.toList())).lines().forEach(console::print);
        } else if (dryRun) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            told.forEach(node::put);
            console.print(node);
        }
    }

    private static void made(Console console, RunDirectory run) throws IOException {
        if (console.json()) {
            console.print(RunJson.summary(run.history(), run.path()));
        } else {
            console.print(run.path().toString());
        }
    }
}
