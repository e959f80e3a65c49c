package org.grokscope.workbench.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.grokscope.file.ProblemSentence;
import org.grokscope.study.RunIndex;
import org.grokscope.study.Study;
import org.grokscope.study.StudyArchive;
import org.grokscope.study.StudyProgress;
import org.grokscope.study.StudyRunner;
import org.grokscope.study.report.Report;
import org.grokscope.study.report.ReportFile;
import org.grokscope.study.report.Results;
import org.grokscope.text.ShellWord;
import org.grokscope.training.RunExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a study on the window's executor, one at a time, on a thread of its own; its state is of the toolkit's thread. */
public final class StudyModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StudyModel.class);

    private final Path runsFolder;
    private final RunExecutor executor;
    private final StudyArchive archive;
    private final Executor toolkit;
    private final ReadOnlyObjectWrapper<StudyState> state = new ReadOnlyObjectWrapper<>(StudyState.NONE);
    private @Nullable StudyRunner runner;

    /**
     * Prepares; nothing runs yet.
     *
     * @param archive runs that came with the program
     * @param toolkit runs something on the toolkit's thread
     */
    public StudyModel(Path runsFolder, RunExecutor executor, StudyArchive archive, Executor toolkit) {
        this.runsFolder = runsFolder;
        this.executor = executor;
        this.archive = archive;
        this.toolkit = toolkit;
    }

    /** Returns how far the study is. */
    public ReadOnlyObjectProperty<StudyState> state() {
        return state.getReadOnlyProperty();
    }

    /** Returns the folder that runs and reports are in. */
    Path runsFolder() {
        return runsFolder;
    }

    /** Starts a study, or goes on with it, unless one runs. */
    void start(Study study, boolean quick) {
        if (state.get().running()) {
            return;
        }
        state.set(new StudyState(study.title(), true, Optional.empty(), ""));
        StudyRunner begun = new StudyRunner(study.cells(quick), runsFolder, archive, executor,
                progress -> tell(study, true, progress));
        runner = begun;
        Thread.ofPlatform().name("study").daemon().start(() -> run(study, quick, begun));
    }

    /** Submits no more runs and stops those that train for the study, with a checkpoint. */
    void stop() {
        StudyRunner running = runner;
        if (running != null && state.get().running()) {
            List<Path> paths = state.get().progress().stream().flatMap(it -> it.training().stream())
                    .map(run -> run.path()).toList();
            running.stop();
            paths.forEach(executor::stop);
        }
    }

    private void run(Study study, boolean quick, StudyRunner begun) {
        try {
            ReportFile.check(runsFolder, study.name(), quick);
            StudyProgress end = begun.run();
            report(study, quick);
            tell(study, false, end);
        } catch (IOException | RuntimeException | Error problem) {
            LOG.warn("The study {} broke off.", study.name(), problem);
            String sentence = ProblemSentence.of(problem);
            toolkit.execute(() -> state.set(new StudyState(study.title(), false, state.get().progress(), sentence)));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Study study, boolean running, StudyProgress progress) {
        toolkit.execute(() -> state.set(new StudyState(study.title(), running, Optional.of(progress), "")));
    }

    /**
     * Writes the report on what there is of a study; takes a few seconds.
     *
     * @return the file
     */
    public Path report(Study study, boolean quick) throws IOException {
        return ReportFile.write(Report.of(Results.of(study, quick, RunIndex.read(runsFolder, archive))), runsFolder,
                command(study, quick));
    }

    /** Returns the command line that does the same. */
    String command(Study study, boolean quick) {
        return "grokscope study " + study.name() + (quick ? " --quick" : "") + " --runs "
                + ShellWord.of(runsFolder.toString());
    }

    /** Submits no more runs. */
    @Override
    public void close() {
        StudyRunner running = runner;
        if (running != null) {
            running.stop();
        }
    }
}
