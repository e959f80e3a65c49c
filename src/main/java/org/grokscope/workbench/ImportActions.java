package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.file.FileProblem;
import org.grokscope.foreign.Curves;
import org.grokscope.foreign.SavedRun;
import org.grokscope.importing.CurveImport;
import org.grokscope.importing.ImportFiles;
import org.grokscope.importing.NetworkImport;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.Setting;
import org.grokscope.training.RunExecutor;
import org.grokscope.workbench.newrun.ImportOffer;
import org.grokscope.workbench.newrun.ImportOrder;

/** Makes runs of what other programs saved. */
final class ImportActions {
    private final Path runsFolder;
    private final WorkbenchModel model;
    private final Questions questions;
    private final RunExecutor executor;
    private final BackgroundTasks tasks;
    private final RunsReader reader;

    ImportActions(Path runsFolder, WorkbenchModel model, Questions questions, RunExecutor executor,
            BackgroundTasks tasks, RunsReader reader) {
        this.runsFolder = runsFolder;
        this.model = model;
        this.questions = questions;
        this.executor = executor;
        this.tasks = tasks;
        this.reader = reader;
    }

    /** Asks for files and imports them. */
    void choose() {
        List<Path> files = questions.importedFiles();
        if (!files.isEmpty()) {
            files(files);
        }
    }

    /** Looks into files, asks what they do not say, and makes a run of them. */
    void files(List<Path> paths) {
        tasks.run(() -> offer(ImportFiles.of(paths)), offer -> questions.importRun(offer)
                .ifPresent(order -> tasks.runShownOnceLoaded("Import of " + name(order),
                        progress -> make(order, progress), this::select)));
    }

    private static ImportOffer offer(List<Path> files) throws IOException {
        if (!Curves.named(files.getFirst())) {
            return new ImportOffer.Networks(files, SavedRun.open(files, OptionalInt.empty(), 1));
        }
        if (files.size() > 1) {
            throw new FileProblem("Curves are imported from one file at a time.");
        }
        return new ImportOffer.Columns(files, Curves.read(files.getFirst()));
    }

    /** A run that was made, and what of its files was left out, a sentence each. */
    private record Made(String id, List<String> remarks) {}

    private Made make(ImportOrder order, LongTask.Progress progress) throws IOException {
        Environment environment = executor.environment(1);
        return switch (order.offer()) {
            case ImportOffer.Networks it -> {
                NetworkImport plan = NetworkImport.plan(it.files(), it.saved(), order.typed(), Setting::label);
                yield made(plan.make(runsFolder, name(order), environment, (done, of) -> progress.told(done, of,
                        "%,d of %,d networks are measured.".formatted(done, of))), List.of());
            }
            case ImportOffer.Columns it -> {
                CurveImport plan = CurveImport.plan(it.curves(), String.valueOf(it.files().getFirst().getFileName()),
                        order.columns(), order.typed(), Setting::label, 1);
                yield made(plan.make(runsFolder, name(order), environment), plan.remarks());
            }
        };
    }

    private static Made made(RunDirectory run, List<String> remarks) {
        return new Made(run.head().id(), remarks);
    }

    private static String name(ImportOrder order) {
        return order.name().isEmpty() ? ImportFiles.name(order.offer().files()) : order.name();
    }

    private void select(Made made) {
        if (!made.remarks.isEmpty()) {
            model.notice().set(Optional.of(Notice.told("Imported. " + String.join(" ", made.remarks))));
        }
        model.runs().selectMade(made.id);
        reader.look();
    }
}
