package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.figure.TimelineRun;
import org.grokscope.run.BundledRuns;
import org.grokscope.run.RunNames;
import org.grokscope.run.Tour;
import org.grokscope.workbench.timeline.TimelineModel;
import org.grokscope.workbench.tour.TourModel;

/** Takes people on tours: reads them, and leads the window from station to station. */
final class TourGuide {
    /** The sample that the tour of the program lies beside. */
    private static final String FLAGSHIP = "add-97-seed-123";

    private final RunNames names;
    private final WorkbenchModel model;
    private final BackgroundTasks tasks;
    private final OpenFolders folders;
    private final TourModel tour = new TourModel(this::lead);
    /** A run that may have to be read first, and the step to show of it. */
    private Optional<Arrival> expected = Optional.empty();

    private record Arrival(String run, OptionalInt step) {}

    TourGuide(RunNames names, WorkbenchModel model, BackgroundTasks tasks, OpenFolders folders) {
        this.names = names;
        this.model = model;
        this.tasks = tasks;
        this.folders = folders;
        model.runs().shown().subscribe(this::arrive);
    }

    /** Returns the tour that is taken. */
    TourModel tour() {
        return tour;
    }

    /** Returns whether the program came with its tour. */
    boolean offered() {
        return BundledRuns.folder().filter(samples -> Tour.beside(samples.resolve(FLAGSHIP))).isPresent();
    }

    /** Takes the tour that came with the program. */
    void take() {
        BundledRuns.folder().ifPresent(samples -> take(samples.resolve(FLAGSHIP)));
    }

    /** Returns whether a run has a tour beside it. */
    boolean offered(String id) {
        return Tour.beside(names.directory(id));
    }

    /** Takes the tour beside a run. */
    void take(String id) {
        take(names.directory(id));
    }

    private void take(Path run) {
        tasks.run(() -> Tour.read(run), tour::take);
    }

    private void lead(Tour.Station station) {
        List<String> ids = station.runs().stream().map(names::of).toList();
        String id = ids.getLast();
        folders.open(names.folder(id));
        model.runs().filter().set("");
        model.circuit().beside().openProperty().set(false);
        model.page().set(Page.valueOf(station.view().name()));
        expected = Optional.of(new Arrival(id, station.step()));
        if (ids.stream().allMatch(it -> model.runs().run(it).isPresent())) {
            model.runs().select(ids);
        } else {
            model.runs().selectWhenRead(id);
        }
        arrive();
    }

    /** Puts the cursor where the station wants it, as soon as its run is shown. */
    private void arrive() {
        Optional<String> primary = TimelineRun.primaryOf(model.runs().shown().get())
                .map(run -> run.history().head().id());
        expected.filter(it -> primary.equals(Optional.of(it.run()))).ifPresent(it -> {
            expected = Optional.empty();
            it.step().ifPresentOrElse(model.timeline()::lead,
                    () -> model.timeline().cursorStepProperty().set(TimelineModel.NONE));
        });
    }
}
