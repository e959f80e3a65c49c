package org.grokscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.grokscope.SharesNothing;
import org.grokscope.cli.Program;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a study, the real process, again and again, and starts it again. */
@Timeout(300)
@SharesNothing
class KilledStudyTest {
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void aStudyThatIsKilledLosesAtMostTheStepsSinceTheLastCheckpointAndEndsAsOneThatIsNot() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(Program.run(command(undisturbed)).exitCode()).isZero();
        Path killed = folder.resolve("killed");
        Random random = new Random(1);
        for (int kill = 0; kill < KILLS; kill++) {
            Map<String, Integer> before = steps(killed);
            Process process = new ProcessBuilder(command(killed)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            while (process.isAlive() && steps(killed).equals(before)) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        Map<String, Integer> checkpoints = checkpoints(killed);
        assertThat(Program.run(command(killed)).exitCode()).isZero();
        for (RunDirectory run : new RunLibrary(killed).runs()) {
            assertThat(run.history().state()).isEqualTo(RunState.FINISHED);
            assertThat(lastResumed(run)).isGreaterThanOrEqualTo(checkpoints.getOrDefault(run.head().id(), 0));
            assertThat(Program.numbers(run.path())).isEqualTo(Program.numbers(undisturbed.resolve(run.head().id())));
        }
        assertThat(steps(killed)).isEqualTo(steps(undisturbed));
    }

    private static List<String> command(Path runs) {
        return Program.java(StudyProgram.class, runs);
    }

    private static Map<String, Integer> steps(Path runs) throws IOException {
        Map<String, Integer> steps = new HashMap<>();
        if (Files.isDirectory(runs)) {
            for (RunDirectory run : new RunLibrary(runs).runs()) {
                steps.put(run.head().id(), run.history().lastStep());
            }
        }
        return steps;
    }

    /** Returns the step of each run's last checkpoint. */
    private static Map<String, Integer> checkpoints(Path runs) throws IOException {
        Map<String, Integer> steps = new HashMap<>();
        for (RunDirectory run : new RunLibrary(runs).runs()) {
            run.resumableSteps().stream().reduce((_, later) -> later)
                    .ifPresent(step -> steps.put(run.head().id(), step));
        }
        return steps;
    }

    /** Where it last went on; its end when it had come to it before. */
    private static int lastResumed(RunDirectory run) throws IOException {
        List<Integer> resumed = run.history().events().stream()
                .filter(event -> event instanceof RunEvent.Resumed || event instanceof RunEvent.Started)
                .map(RunEvent::step).toList();
        boolean wasDone = resumed.size() == 1;
        return wasDone ? Integer.MAX_VALUE : resumed.getLast();
    }
}
