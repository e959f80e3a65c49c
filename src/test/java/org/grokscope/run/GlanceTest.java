package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Milestone;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a list reads of a run is what the whole run says. */
@SharesNothing
class GlanceTest {
    @TempDir
    Path runs;
    private RunDirectory run;
    private RunFeed feed;

    @BeforeEach
    void make() throws IOException {
        run = Samples.interrupted(runs, 600);
        feed = new RunFeed(run.path());
    }

    private void memorised(int step) throws IOException {
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(new RunEvent.MilestoneReached(step, Samples.TIME, Milestone.MEMORISED));
        }
    }

    @Test
    void aGlanceHasTheLastEvaluationAndTheMilestones() throws IOException {
        memorised(300);
        assertThat(feed.glance()).isTrue();
        assertThat(feed.history().whole()).isFalse();
        assertThat(feed.history().evaluations()).containsExactly(Samples.evaluation(600));
        assertThat(feed.history().milestones().reached()).isEqualTo(Map.of(Milestone.MEMORISED, 300));
        assertThat(feed.history().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(feed.history().checkpoints()).containsExactly(0, 200, 400, 600);
    }

    @Test
    void whatAForkInheritedIsDatedOnItsParentsGrid() throws IOException {
        RunHead parent = run.head();
        // Seen at 300 for the second time, so it began at 200, whatever the fork's own distance of evaluations is.
        RunDirectory fork = RunDirectory.create(runs, "fork", parent.configuration().with(Settings.EVALUATE_EVERY, 20),
                new Lineage(parent.id(), 400, List.of()), parent.environment(), folder -> {
                    Path inherited = Files.createDirectory(folder.resolve("inherited"));
                    HeadDocument.write(inherited.resolve("run.json"), parent);
                    Files.copy(run.metricsFile(), inherited.resolve("metrics.jsonl"));
                    Files.writeString(inherited.resolve("events.jsonl"), EventLine.write(
                            new RunEvent.MilestoneReached(300, Samples.TIME, Milestone.DESTABILISED)) + "\n");
                });
        RunFeed glance = new RunFeed(fork.path());
        glance.glance();
        assertThat(glance.history().whole()).isFalse();
        assertThat(glance.history().milestones().step(Milestone.DESTABILISED)).hasValue(200);
    }

    @Test
    void aSecondGlanceAtTheSameRunIsNoNews() throws IOException {
        memorised(300);
        feed.glance();
        assertThat(feed.glance()).isFalse();
    }

    @Test
    void aGlanceSeesARunGrow() throws IOException {
        memorised(300);
        feed.glance();
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(Samples.evaluation(700));
        }
        assertThat(feed.glance()).isTrue();
        assertThat(feed.history().lastStep()).isEqualTo(700);
    }

    @Test
    void whoLooksCloserSeesAllAndAGlanceForgetsItAgain() throws IOException {
        memorised(300);
        feed.glance();
        assertThat(feed.poll()).isTrue();
        assertThat(feed.history().evaluations()).hasSize(7);
        assertThat(feed.history().whole()).isTrue();
        assertThat(feed.glance()).isTrue();
        assertThat(feed.history().evaluations()).hasSize(1);
        feed.poll();
        assertThat(feed.history().evaluations()).hasSize(7);
    }

    @Test
    void aRunWhoseEventsTellOfNoMilestoneIsReadToTheEnd() throws IOException {
        feed.glance();
        assertThat(feed.history().whole()).isTrue();
        assertThat(feed.history().evaluations()).hasSize(7);
    }

    @Test
    void ofAVeryLongLogNobodyWaitsForMilestonesThatEventsDoNotTell() throws IOException {
        byte[] lines = Files.readAllBytes(run.metricsFile());
        byte[] padded = new byte[(1 << 24) + lines.length];
        Arrays.fill(padded, (byte) '\n');
        System.arraycopy(lines, 0, padded, 1 << 24, lines.length);
        Files.write(run.metricsFile(), padded);
        feed.glance();
        assertThat(feed.history().whole()).isFalse();
        assertThat(feed.history().milestonesKnown()).isFalse();
        assertThat(feed.history().lastStep()).isEqualTo(600);
        feed.poll();
        assertThat(feed.history().milestonesKnown()).isTrue();
        assertThat(feed.history().evaluations()).hasSize(7);
        // A log without any event may be another program's.
        Files.delete(run.eventsFile());
        RunFeed without = new RunFeed(run.path());
        without.glance();
        assertThat(without.history().whole()).isTrue();
    }

    @Test
    void aDamagedLastLineIsSaid() throws IOException {
        memorised(300);
        Files.writeString(run.metricsFile(), "{\"step\": 70\n", StandardOpenOption.APPEND);
        feed.glance();
        assertThat(feed.history().leftOut()).containsExactly("metrics.jsonl, line 8: it is not JSON.");
        assertThat(feed.history().lastStep()).isEqualTo(600);
    }

    @Test
    void aLineThatIsBeingWrittenDoesNotCountYet() throws IOException {
        memorised(300);
        Files.writeString(run.metricsFile(), "{\"step\": 70", StandardOpenOption.APPEND);
        feed.glance();
        assertThat(feed.history().lastStep()).isEqualTo(600);
        assertThat(feed.history().leftOut()).isEmpty();
    }

    @Test
    void aRunWithoutEvaluationsIsNew() throws IOException {
        RunFeed fresh = new RunFeed(Samples.create(runs).path());
        fresh.glance();
        assertThat(fresh.history().evaluations()).isEmpty();
        assertThat(fresh.history().state()).isEqualTo(RunState.NEW);
    }
}
