package org.grokscope.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.text.NumberText;

/** What happens to the runs that train here: each grokking and each failure is told once. */
final class RunNews {
    /**
     * Something that a person who looks elsewhere wants to hear.
     *
     * @param id of the run
     * @param grokked whether that is what it did
     */
    record News(String id, String sentence, boolean grokked) {}

    /** Whether a run that is followed has grokked already. */
    private final Map<String, Boolean> followed = new HashMap<>();

    /**
     * Returns what is new.
     *
     * @param runs as they were just read
     * @param training the ids of those that train or wait for it
     */
    List<News> of(List<RunHistory> runs, Collection<String> training) {
        List<News> news = new ArrayList<>();
        for (RunHistory run : runs) {
            String id = run.head().id();
            boolean grokked = run.milestones().step(Milestone.GROKKED).isPresent();
            if (!followed.containsKey(id)) {
                if (training.contains(id)) {
                    followed.put(id, grokked);
                }
                continue;
            }
            if (grokked && !followed.put(id, true)) {
                news.add(new News(id, run.head().name() + " grokked at step "
                        + NumberText.count(run.milestones().step(Milestone.GROKKED).getAsInt()) + ".", true));
            }
            if (run.state() == RunState.FAILED || run.state() == RunState.DIVERGED) {
                news.add(new News(id, run.head().name() + (run.state() == RunState.FAILED ? " failed" : " diverged")
                        + " after step " + NumberText.count(run.lastStep()) + ".", false));
                followed.remove(id);
            }
        }
        return news;
    }
}
