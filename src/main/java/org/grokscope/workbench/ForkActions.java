package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grokscope.run.Fork;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunNames;
import org.grokscope.run.WritableCopy;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TargetSearch;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.forkcard.ForkCommandLine;
import org.grokscope.workbench.forkcard.ForkOffer;

/** Leads to the fork card, and makes the branches that it offers. */
final class ForkActions {
    private final Path runsFolder;
    private final WorkbenchModel model;
    private final RunExecutor executor;
    private final RunNames names;
    private final BackgroundTasks tasks;
    private final RunsReader reader;

    ForkActions(Path runsFolder, WorkbenchModel model, RunExecutor executor, RunNames names, BackgroundTasks tasks,
            RunsReader reader) {
        this.runsFolder = runsFolder;
        this.model = model;
        this.executor = executor;
        this.names = names;
        this.tasks = tasks;
        this.reader = reader;
    }

    /** Leads to the fork card. */
    void forkHere() {
        model.timeline().clickedProperty().set(false);
        model.forkAsked().set(model.forkAsked().get() + 1);
    }

    /**
     * Leads to the fork card, filled in for a fork at the cursor that does something to the network.
     *
     * @param intervention as it is typed
     */
    void forkWith(String intervention) {
        model.fork().intervene(intervention);
        forkHere();
    }

    /** Leads to the fork card at the step where the branches of the forks view left their parent. */
    void addBranches() {
        model.forks().shownStep().ifPresent(step -> {
            model.runs().select(List.of(model.forks().pool().families().getLast().parent()));
            model.timeline().cursorStepProperty().set(step);
        });
        forkHere();
    }

    /** Makes the branches that the fork card offers, and queues them. */
    void fork(ForkOffer offer) {
        offer.request().ifPresent(request -> tasks.runOnceLoaded(() -> {
            Path place = names.directory(offer.parent());
            RunDirectory shown = RunDirectory.open(place);
            // Not first where others wait for the folder, nor when a copy has been made.
            executor.environmentOf(List.of(shown.head().configuration()));
            boolean copied = SampleRuns.fixed(place);
            RunDirectory parent = copied ? WritableCopy.into(names.home(), shown) : shown;
            List<RunDirectory> branches = Fork.create(parent, TargetSearch.settle(parent, request, executor),
                    executor::environment);
            executor.submit(branches.stream().map(RunDirectory::path).toList());
            return copied ? Optional.of(parent) : Optional.<RunDirectory>empty();
        }, copy -> {
            model.runs().filter().set("");
            copy.ifPresent(parent -> {
                model.runs().selectWhenRead(names.of(parent.path()));
                model.notice()
                        .set(Optional.of(Notice.told("The sample itself stays as it is. A copy of it is now among "
                                + "your own runs, with its forks.")));
            });
            reader.look();
        }));
    }

    /** Puts the command that makes the offered branches on the clipboard. */
    void copyFork(ForkOffer offer) {
        offer.request().ifPresent(request -> Clipboards.text(ForkCommandLine.of(offer.parent(), request, runsFolder)));
    }
}
