package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.grokscope.training.TrainingRun.Phase;
import org.junit.jupiter.api.Test;

class TrainingNewsTest {
    private final TrainingNews news = new TrainingNews();

    @Test
    void ofMereProgressOnlyTheLatestWaits() {
        for (int step = 0; step < 1000; step++) {
            news.accept(at(Phase.TRAINING, step));
        }
        assertThat(news.poll()).contains(at(Phase.TRAINING, 999));
        assertThat(news.poll()).isEmpty();
    }

    @Test
    void everyChangeOfPhaseIsTold() throws InterruptedException {
        news.accept(at(Phase.QUEUED, 0));
        news.accept(at(Phase.TRAINING, 1));
        news.accept(at(Phase.FAILED, 1));
        assertThat(List.of(news.take(), news.take(), news.take())).extracting(it -> it.runs().getFirst().phase())
                .containsExactly(Phase.QUEUED, Phase.TRAINING, Phase.FAILED);
    }

    private static TrainingSnapshot at(Phase phase, int step) {
        return new TrainingSnapshot(
                List.of(new TrainingRun("run", Path.of("/runs/run"), "run", phase, step, 1000, 1, "")));
    }
}
