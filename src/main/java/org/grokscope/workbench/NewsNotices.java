package org.grokscope.workbench;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableSet;
import javafx.stage.Window;
import javafx.util.Duration;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.workbench.control.DesktopNotice;

/** Tells of what a person did not see, but never in place of what went wrong. */
final class NewsNotices {
    private static final Duration GLOW = Duration.seconds(8);

    private final WorkbenchModel model;
    private final RunNews news = new RunNews();

    NewsNotices(WorkbenchModel model) {
        this.model = model;
        model.runs().executor().subscribe(this::refused);
    }

    /** What training was refused, by whoever holds the run, for example, is told: its folder says nothing of it. */
    private void refused(TrainingSnapshot before, TrainingSnapshot now) {
        now.runs().stream().filter(NewsNotices::failed)
                .filter(run -> before.run(run.path()).filter(NewsNotices::failed).isEmpty())
                .forEach(run -> model.notice().set(Optional.of(new Notice(
                        run.message().endsWith(".") ? run.message() : run.name() + " failed: " + run.message() + ".",
                        ""))));
    }

    private static boolean failed(TrainingRun run) {
        return run.phase() == TrainingRun.Phase.FAILED && !run.message().isEmpty();
    }

    /** Looks at the runs as they were just read. */
    void look() {
        news.of(model.runs().runs().get(), model.runs().executor().get().underWay())
                .forEach(this::tell);
    }

    private void tell(RunNews.News heard) {
        if (heard.grokked()) {
            glow(heard.id());
        }
        boolean inFront = Window.getWindows().stream().anyMatch(Window::isFocused);
        boolean seen = inFront && model.runs().selection().get().contains(heard.id());
        if (!seen && model.notice().get().filter(Notice::wrong).isEmpty()) {
            model.notice().set(Optional.of(Notice.told(heard.sentence(),
                    new Notice.Remedy("Show", () -> model.runs().select(List.of(heard.id()))))));
        }
        if (!inFront) {
            DesktopNotice.show(heard.sentence());
        }
    }

    /** The run's line in the list stands out for a moment. */
    private void glow(String id) {
        ObservableSet<String> glowing = model.runs().justGrokked();
        glowing.add(id);
        PauseTransition moment = new PauseTransition(GLOW);
        moment.setOnFinished(_ -> glowing.remove(id));
        moment.play();
    }
}
