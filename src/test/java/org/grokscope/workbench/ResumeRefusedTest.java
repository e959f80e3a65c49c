package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunState;
import org.grokscope.run.RunWriter;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hands that resume one run at the same moment: the one that comes second is told. */
@Timeout(120)
class ResumeRefusedTest extends WindowTest {
    @Test
    void theNoticeSaysWhoWritesTheRun() throws IOException {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(60));
        open();
        until(() -> workbench.model().runs().runs().get().size() == 1);
        assertThat(workbench.model().runs().runs().get().getFirst().state()).isEqualTo(RunState.NEW);
        try (RunWriter _ = RunWriter.open(run)) {
            robot.interact(() -> workbench.runActions().resume(run.head().id()));
            until(() -> workbench.model().notice().get().isPresent());
            assertThat(text("#notice")).isEqualTo("The run " + run.head().id() + " is being written by process "
                    + ProcessHandle.current().pid() + ".");
        }
    }
}
