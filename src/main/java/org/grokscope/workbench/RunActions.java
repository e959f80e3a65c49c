package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.grokscope.file.FileProblem;
import org.grokscope.figure.export.SharedRun;
import org.grokscope.run.Lineage;
import org.grokscope.run.ResumePoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunNames;
import org.grokscope.run.RunNotes;
import org.grokscope.run.Trash;
import org.grokscope.text.NumberText;
import org.grokscope.training.Submission;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.forkcard.ForkCommandLine;
import org.grokscope.workbench.newrun.TrainCommandLine;
import org.grokscope.workbench.runs.RunCommands;
import org.grokscope.workbench.runs.RunRow;
import org.grokscope.workbench.runs.RunsModel;

/** What people do to the runs of the list: annotate them, pin one, train one on, delete some and bring them back. */
final class RunActions implements RunCommands {
    /** What one deletion moved, by runs folder. */
    private record Undo(String sentence, Map<Path, Trash.Deletion> deletions, Set<String> ids) {}

    private final RunNames names;
    private final WorkbenchModel model;
    private final Questions questions;
    private final BackgroundTasks tasks;
    private final RunsReader reader;
    private final Consumer<Submission> submit;
    private final SharedRuns shared;
    private final Deque<Undo> deleted = new ArrayDeque<>();

    /** @param submit queues a run in training */
    RunActions(RunNames names, WorkbenchModel model, Questions questions, BackgroundTasks tasks, RunsReader reader,
            Consumer<Submission> submit, SharedRuns shared) {
        this.names = names;
        this.model = model;
        this.questions = questions;
        this.tasks = tasks;
        this.reader = reader;
        this.submit = submit;
        this.shared = shared;
    }

    private RunsModel runs() {
        return model.runs();
    }

    @Override
    public void rename(String id) {
        changeable(id).flatMap(run -> questions.name(run.head().name()))
                .ifPresent(name -> annotate(List.of(id), notes -> notes.named(name)));
    }

    @Override
    public void star(List<String> ids) {
        if (ids.stream().anyMatch(id -> changeable(id).isEmpty())) {
            return;
        }
        boolean all = ids.stream().allMatch(id -> runs().run(id).filter(run -> run.notes().starred()).isPresent());
        annotate(ids, notes -> notes.starred(!all));
    }

    @Override
    public void note(String id) {
        changeable(id).flatMap(run -> questions.note(run.head().name(), run.notes().note()))
                .ifPresent(note -> annotate(List.of(id), notes -> notes.noted(note.strip())));
    }

    @Override
    public void tag(List<String> ids) {
        if (ids.stream().anyMatch(id -> changeable(id).isEmpty())) {
            return;
        }
        List<String> now = ids.stream().flatMap(id -> runs().run(id).stream())
                .flatMap(run -> run.notes().tags().stream()).distinct().toList();
        questions.tags(String.join(" ", now)).map(typed -> Arrays.asList(typed.strip().split("[\\s,]+")))
                .ifPresent(tags -> annotate(ids, notes -> notes.tagged(tags)));
    }

    /** Returns a run that may be changed, or says why it may not, before anybody typed in vain. */
    private Optional<RunHistory> changeable(String id) {
        Path directory = names.directory(id);
        if (SampleRuns.fixed(directory)) {
            tell(refusal(directory));
            return Optional.empty();
        }
        return runs().run(id);
    }

    private void tell(String sentence) {
        model.notice().set(Optional.of(Notice.told(sentence)));
    }

    private void annotate(List<String> ids, UnaryOperator<RunNotes> change) {
        List<Path> directories = ids.stream().filter(id -> runs().run(id).isPresent()).map(names::directory).toList();
        tasks.run(() -> {
            for (Path directory : directories) {
                writable(directory);
                RunDirectory.open(directory).annotate(change);
            }
            return ids;
        }, _ -> reader.look());
    }

    @Override
    public void pin(String id) {
        runs().pin(id);
    }

    @Override
    public void continueTo(String id) {
        changeable(id).ifPresent(run -> questions.lastStep(run)
                .ifPresent(steps -> submit(names.directory(id), OptionalInt.empty(),
                        steps == run.head().configuration().schedule().steps()
                                ? OptionalInt.empty()
                                : OptionalInt.of(steps))));
    }

    /** Queues a run that rests in its folder. */
    void resume(String id) {
        changeable(id).ifPresent(_ -> submit(names.directory(id), OptionalInt.empty(), OptionalInt.empty()));
    }

    /** Queues a run that goes on from an earlier checkpoint. */
    void resumeFrom(Path directory, int step) {
        model.notice().set(Optional.empty());
        submit(directory, OptionalInt.of(step), OptionalInt.empty());
    }

    private void submit(Path directory, OptionalInt from, OptionalInt steps) {
        tasks.runOnceLoaded(() -> {
            writable(directory);
            // Damage is told here, where there is a button that leads around it.
            ResumePoint.of(RunDirectory.open(directory), from);
            submit.accept(new Submission(directory, from, steps));
            return directory;
        }, _ -> reader.look());
    }

    @Override
    public boolean canContinue(String id) {
        return runs().training(id).isEmpty()
                && runs().run(id).map(RunHistory::state).filter(RunControl::resting).isPresent();
    }

    @Override
    public void delete(List<String> ids) {
        for (String id : ids) {
            if (SampleRuns.fixed(names.directory(id)) && Files.isDirectory(names.directory(id))) {
                tell(SampleRuns.reason(names.directory(id)) + " It stays; close its folder to see it no more.");
                return;
            }
            if (runs().training(id).isPresent()) {
                tell("The run " + name(id) + " is training and cannot be deleted. Pause it first.");
                return;
            }
        }
        Set<String> all = Set.copyOf(ids);
        Optional<String> next = runs().neighbour(all);
        String sentence = ids.size() == 1
                ? "Deleted " + name(ids.getFirst()) + "."
                : "Deleted " + NumberText.count(ids.size(), "run") + ".";
        tasks.run(() -> new Undo(sentence, moveToTrash(ids), all), undo -> {
            deleted.push(undo);
            next.filter(_ -> runs().selection().get().stream().anyMatch(all::contains))
                    .ifPresent(id -> runs().select(List.of(id)));
            model.notice().set(Optional.of(Notice.done(sentence, this::undo)));
            reader.look();
        });
    }

    private Map<Path, Trash.Deletion> moveToTrash(List<String> ids) throws IOException {
        Map<Path, List<Path>> byFolder = new LinkedHashMap<>();
        for (String id : ids) {
            Path directory = names.directory(id);
            byFolder.computeIfAbsent(directory.resolveSibling(""), _ -> new ArrayList<>()).add(directory);
        }
        Map<Path, Trash.Deletion> deletions = new LinkedHashMap<>();
        for (Map.Entry<Path, List<Path>> folder : byFolder.entrySet()) {
            try {
                deletions.put(folder.getKey(), new Trash(folder.getKey()).delete(folder.getValue()));
            } catch (IOException problem) {
                for (Map.Entry<Path, Trash.Deletion> done : deletions.entrySet()) {
                    new Trash(done.getKey()).restore(done.getValue());
                }
                throw problem;
            }
        }
        return deletions;
    }

    /** Brings back what was deleted last. */
    void undo() {
        if (deleted.isEmpty()) {
            return;
        }
        Undo last = deleted.pop();
        tasks.run(() -> {
            for (Map.Entry<Path, Trash.Deletion> folder : last.deletions().entrySet()) {
                new Trash(folder.getKey()).restore(folder.getValue());
            }
            return last;
        }, _ -> {
            model.notice().get().filter(it -> it.sentence().equals(last.sentence()))
                    .ifPresent(_ -> model.notice().set(Optional.empty()));
            last.ids().stream().findFirst().ifPresent(runs()::selectWhenRead);
            reader.look();
        });
    }

    @Override
    public void emptyTrash() {
        List<Trash> bins = reader.folders().stream().map(Trash::new).toList();
        tasks.run(() -> {
            int count = 0;
            long bytes = 0;
            for (Trash bin : bins) {
                Trash.Contents contents = bin.contents();
                count += contents.runs();
                bytes += contents.bytes();
            }
            return new Trash.Contents(count, bytes);
        }, contents -> {
            if (contents.runs() == 0) {
                tell("The trash is empty.");
            } else if (questions.emptyTrash(contents.runs(), contents.bytes())) {
                deleted.clear();
                tasks.run(() -> {
                    for (Trash bin : bins) {
                        bin.empty();
                    }
                    return bins;
                }, _ -> model.notice().set(Optional.empty()));
            }
        });
    }

    @Override
    public void explain(RunRow damaged) {
        model.notice().set(Optional.of(new Notice(damaged.details(), "")));
    }

    @Override
    public void copyCommandLine(String id) {
        runs().run(id).map(RunHistory::head).ifPresent(head -> {
            Lineage lineage = head.lineage();
            Clipboards.text(lineage == null
                    ? TrainCommandLine.of(head.name(), head.configuration(), names.home())
                    : ForkCommandLine.of(head, lineage, names.home()));
        });
    }

    @Override
    public void copyPath(String id) {
        Clipboards.text(names.directory(id).toString());
    }

    @Override
    public void share(String id, SharedRun form) {
        shared.share(names.directory(id), form);
    }

    private String name(String id) {
        return runs().run(id).map(run -> run.head().name())
                .orElseGet(() -> names.directory(id).getFileName().toString());
    }

    /** @throws FileProblem when the run must stay as it is */
    private void writable(Path directory) throws FileProblem {
        if (SampleRuns.fixed(directory)) {
            throw new FileProblem(refusal(directory));
        }
    }

    private static String refusal(Path directory) {
        return SampleRuns.reason(directory) + " Fork it: its copy is yours to change.";
    }
}
