package org.grokscope.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovedAlarmsTest {
    private static final Path SAMPLE = Path.of("sample-runs", "add-97-seed-123");
    private final RunsModel runs = new RunsModel();
    private final MovedAlarms moved = new MovedAlarms(runs::update);
    private List<RunHistory> read = List.of();

    @BeforeEach
    void readRuns() throws IOException {
        read = List.of(RunDirectory.open(SAMPLE).history(),
                RunDirectory.open(Path.of("sample-runs", "add-131-seed-42")).history());
        moved.update(new ReadRuns(read, List.of()));
        runs.select(read.stream().map(run -> run.head().id()).toList());
    }

    private int ceiling(int run) {
        return runs.runs().get().get(run).milestones().step(Milestone.CEILING).orElseThrow();
    }

    private static int ceiling(RunHistory run) {
        return run.milestones().step(Milestone.CEILING).orElseThrow();
    }

    @Test
    void aMoveDatesEveryRunAndTheSelectionFollows() {
        moved.move(Milestone.CEILING, Alarm.parse("fsd>=0.5"));
        assertThat(ceiling(0)).isLessThan(ceiling(read.get(0)));
        assertThat(ceiling(1)).isLessThan(ceiling(read.get(1)));
        assertThat(runs.chosen().get().orElseThrow().milestones().lead().orElseThrow())
                .isGreaterThan(read.get(1).milestones().lead().orElseThrow());
        assertThat(runs.shown().get()).extracting(TimelineRun::history)
                .allSatisfy(run -> assertThat(run.moved()).containsKey(Milestone.CEILING));
    }

    @Test
    void oneKeyBringsTheRecordedOneBack() {
        moved.move(Milestone.CEILING, Alarm.parse("fsd>=0.5"));
        moved.reset();
        assertThat(runs.runs().get()).isEqualTo(read);
        assertThat(ceiling(0)).isEqualTo(ceiling(read.get(0)));
    }

    @Test
    void arrowsMoveByAHundredthOrATenth() {
        Alarm recorded = read.getFirst().alarms().of(Milestone.CEILING);
        moved.nudge(Milestone.CEILING, recorded, false, false);
        assertThat(moved.alarms().get()).isEqualTo(Map.of(Milestone.CEILING, recorded.at(0.79)));
        moved.nudge(Milestone.CEILING, recorded.at(0.79), true, true);
        assertThat(moved.alarms().get()).isEqualTo(Map.of(Milestone.CEILING, recorded.at(0.89)));
    }

    @Test
    void aLevelStaysOnItsScale() {
        Alarm ceiling = read.getFirst().alarms().of(Milestone.CEILING);
        moved.move(Milestone.CEILING, ceiling, 1.7);
        assertThat(moved.alarms().get().get(Milestone.CEILING)).isEqualTo(ceiling.at(1));
        Alarm sync = read.getFirst().alarms().of(Milestone.RESTRICTED_SYNC);
        moved.move(Milestone.RESTRICTED_SYNC, sync, 1.23456);
        moved.move(Milestone.RESTRICTED_SYNC, sync, -1);
        assertThat(moved.alarms().get().get(Milestone.RESTRICTED_SYNC)).isEqualTo(sync.at(1.23));
    }

    @Test
    void aRunWithoutNewsStaysTheSameObject() {
        moved.move(Milestone.CEILING, Alarm.parse("fsd>=0.5"));
        RunHistory dated = runs.runs().get().getFirst();
        moved.update(new ReadRuns(read, List.of()));
        assertThat(runs.runs().get().getFirst()).isSameAs(dated);
    }

    @Test
    void nothingInTheRunDirectoryChanges() throws IOException {
        List<String> before = files();
        moved.move(Milestone.CEILING, Alarm.parse("fsd>=0.5"));
        moved.reset();
        assertThat(files()).isEqualTo(before);
    }

    private static List<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(SAMPLE)) {
            for (Path file : files.sorted().toList()) {
                found.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return found;
    }
}
