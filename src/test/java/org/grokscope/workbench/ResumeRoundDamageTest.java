package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Goes on with a run whose newest checkpoint is damaged. */
@Timeout(120)
class ResumeRoundDamageTest extends WindowTest {
    @Test
    void theNoticeHasAButtonThatTakesTheNewestWholeCheckpoint() throws IOException {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(60));
        TinyRun.finish(run);
        Path newest = run.path().resolve("checkpoints/step-00000060.safetensors");
        Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 3000));
        furtherTo = OptionalInt.of(80);
        open();
        until(() -> workbench.model().runs().runs().get().size() == 1);
        robot.interact(() -> workbench.runActions().continueTo(run.head().id()));
        until(() -> workbench.model().notice().get().isPresent());
        assertThat(text("#notice")).contains("the one at step 40 is whole");
        assertThat(text(".notice-remedy")).isEqualTo("Resume from 40");
        screenshot("damaged-checkpoint", 1280, 800);
        robot.clickOn(".notice-remedy");
        until(() -> run.history().events().getLast() instanceof RunEvent.Finished
                && run.history().events().stream().anyMatch(RunEvent.Resumed.class::isInstance));
        assertThat(run.history().events()).filteredOn(RunEvent.Resumed.class::isInstance)
                .extracting(RunEvent::step).containsExactly(40);
    }
}
