package org.grokscope.workbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.grokscope.run.Environment;
import org.grokscope.study.Catalogue;
import org.grokscope.study.StudyArchive;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.Submission;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.training.TrialSpeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyModelTest {
    @TempDir
    Path runs;

    @Test
    void aStudyThatBreaksOffIsNoLongerRunning() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (StudyModel model = new StudyModel(runs, new Broken(), new StudyArchive(Optional.empty()),
                Runnable::run)) {
            model.state().addListener((_, _, state) -> {
                if (!state.running()) {
                    ended.countDown();
                }
            });
            model.start(Catalogue.of("fork-law"), true);
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(model.state().get().words()).isEqualTo("on purpose");
        }
    }

    /** An executor with a fault. */
    private static final class Broken implements RunExecutor {
        @Override
        public Environment environment(int runs) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public TrialSpeed trialSpeed() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public void submitAll(List<Submission> submissions) {}

        @Override
        public void resume(Path runDirectory) {}

        @Override
        public void stop(Path runDirectory) {}

        @Override
        public Listening listen(Consumer<TrainingSnapshot> listener) {
            return () -> {};
        }

        @Override
        public TrainingSnapshot snapshot() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public void close() {}
    }
}
