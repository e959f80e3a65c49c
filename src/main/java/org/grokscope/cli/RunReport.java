package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunHistory;
import org.grokscope.text.NumberText;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;

/** Tells what happens to one run; where nobody watches a progress line, also where it stands every thousand steps. */
final class RunReport {
    private static final int PLAIN_EVERY = 1000;

    private final Path path;
    private final String id;
    private final RunFeed feed;
    private final Console console;
    private final Set<Milestone> told = EnumSet.noneOf(Milestone.class);
    private final Set<Instant> resumed = new HashSet<>();
    private int toldStep = -1;
    private int toldEvents;

    /** Begins with the run as it stands: its milestones so far are no news. */
    RunReport(Path path, RunFeed feed, Console console) throws IOException {
        this.path = path;
        this.id = String.valueOf(path.getFileName());
        this.feed = feed;
        this.console = console;
        feed.poll();
        told.addAll(feed.history().milestones().reached().keySet());
        toldEvents = feed.history().events().size();
    }

    Path path() {
        return path;
    }

    /** Tells the news of a run that trains. */
    void tell(TrainingSnapshot executor, TrainingRun run) {
        try {
            feed.poll();
        } catch (IOException gone) {
            // Whoever writes it finds that out, too, and says so; the others go on.
            return;
        }
        RunHistory history = feed.history();
        // A run that is taken up loses the events after its checkpoint, but the last one tells of that.
        history.events().stream().skip(Math.min(toldEvents, Math.max(0, history.events().size() - 1)))
                .filter(RunEvent.Resumed.class::isInstance).map(RunEvent.Resumed.class::cast)
                .filter(it -> resumed.add(it.time())).forEach(this::tellReplaced);
        toldEvents = history.events().size();
        history.milestones().reached().forEach((milestone, step) -> {
            if (told.add(milestone)) {
                console.say("%s: %s at step %,d".formatted(id, milestone.title(), step));
            }
        });
        if (!Console.terminal().watched() && run.step() / PLAIN_EVERY > Math.max(toldStep, 0) / PLAIN_EVERY) {
            console.say(id + "  " + String.join("  ", numbers(executor, run, history)));
        }
        toldStep = run.step();
    }

    private void tellReplaced(RunEvent.Resumed event) {
        List<Integer> steps = event.replaced();
        if (!steps.isEmpty()) {
            console.say("%s: goes on from step %,d; %s made again".formatted(id, event.step(), steps.size() == 1
                    ? "the evaluation at step %,d is".formatted(steps.getFirst())
                    : "the %d evaluations at steps %,d to %,d are".formatted(steps.size(), steps.getFirst(),
                            steps.getLast())));
        }
    }

    /** Returns the progress line of a run that trains alone. */
    ProgressLine progress(TrainingSnapshot executor, TrainingRun run) {
        return new ProgressLine(id, run.lastStep() == 0 ? 0 : (double) run.step() / run.lastStep(),
                numbers(executor, run, feed.history()));
    }

    /** Returns the steps that the run has still to take, before it is known whether it may end earlier. */
    int stepsLeft() {
        return feed.history().head().configuration().schedule().steps() - feed.history().lastStep();
    }

    /** Tells how it ended. */
    void end(TrainingRun run) {
        String how = run.phase().name().toLowerCase(Locale.ROOT);
        console.say("%s: %s at step %,d%s".formatted(id, how, run.step(),
                run.message().isEmpty() ? "" : ". " + run.message()));
    }

    /** Returns what there is to say, the most important first. */
    private static List<String> numbers(TrainingSnapshot executor, TrainingRun run, RunHistory history) {
        List<String> numbers = new ArrayList<>(List.of("step %,d of %,d".formatted(run.step(), run.lastStep())));
        if (!Double.isNaN(run.stepsPerSecond())) {
            numbers.add("%.1f steps/s".formatted(run.stepsPerSecond()));
            if (!run.phase().ended()) {
                numbers.add(NumberText.duration(executor.secondsLeft(run)) + " left");
            }
        }
        if (!history.evaluations().isEmpty()) {
            Evaluation last = history.evaluations().getLast();
            numbers.add("train " + Measure.TRAIN_ACCURACY.text(last));
            numbers.add("val " + Measure.VALIDATION_ACCURACY.text(last));
            numbers.add("FSD " + Measure.FSD.text(last));
        }
        return numbers;
    }
}
