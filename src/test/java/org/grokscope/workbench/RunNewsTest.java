package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.text.NumberText;
import org.junit.jupiter.api.Test;

class RunNewsTest {
    private final RunNews news = new RunNews();

    private static RunHistory run(RunState state) {
        return Runs.run("a", "a run", 1, state, 1000).known("a", null);
    }

    @Test
    void aGrokkingIsToldOnce() {
        RunHistory grokked = SampleHistories.grokked().known("a", null);
        assertThat(news.of(List.of(run(RunState.TRAINING)), Set.of("a"))).isEmpty();
        assertThat(news.of(List.of(grokked), Set.of("a"))).extracting(RunNews.News::sentence)
                .containsExactly(grokked.head().name() + " grokked at step "
                        + NumberText.count(grokked.milestones().step(Milestone.GROKKED).getAsInt()) + ".");
        assertThat(news.of(List.of(grokked), Set.of())).isEmpty();
    }

    @Test
    void whatGrokkedBeforeIsNoNews() {
        RunHistory grokked = SampleHistories.grokked().known("a", null);
        assertThat(news.of(List.of(grokked), Set.of("a"))).isEmpty();
        assertThat(news.of(List.of(grokked), Set.of("a"))).isEmpty();
    }

    @Test
    void aFailureIsToldOnce() {
        news.of(List.of(run(RunState.TRAINING)), Set.of("a"));
        assertThat(news.of(List.of(run(RunState.DIVERGED)), Set.of())).extracting(RunNews.News::sentence)
                .containsExactly("a run diverged after step 1,000.");
        assertThat(news.of(List.of(run(RunState.DIVERGED)), Set.of())).isEmpty();
    }

    @Test
    void whatTrainsElsewhereIsNoNews() {
        news.of(List.of(run(RunState.TRAINING)), Set.of());
        assertThat(news.of(List.of(run(RunState.FAILED)), Set.of())).isEmpty();
    }
}
