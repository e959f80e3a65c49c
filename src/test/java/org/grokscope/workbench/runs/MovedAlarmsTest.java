package org.grokscope.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.figure.MovableAlarm;
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

    private static MovableAlarm ceilingOf(RunHistory run) {
        return new MovableAlarm(Milestone.CEILING, run.alarms().of(Milestone.CEILING));
    }

    private static int ceiling(RunHistory run) {
        return run.milestones().step(Milestone.CEILING).orElseThrow();
    }

    @Test
    void aMoveDatesEveryRunAndTheSelectionFollows() {
        moved.replace(ceilingOf(read.getFirst()), Alarm.parse("fsd>=0.5"));
        assertThat(ceiling(0)).isLessThan(ceiling(read.get(0)));
        assertThat(ceiling(1)).isLessThan(ceiling(read.get(1)));
        assertThat(runs.chosen().get().orElseThrow().milestones().lead().orElseThrow())
                .isGreaterThan(read.get(1).milestones().lead().orElseThrow());
        assertThat(runs.shown().get()).extracting(TimelineRun::history)
                .allSatisfy(run -> assertThat(run.moved()).containsKey(Milestone.CEILING));
    }

    @Test
    void oneKeyBringsTheRecordedOneBack() {
        moved.replace(ceilingOf(read.getFirst()), Alarm.parse("fsd>=0.5"));
        moved.reset();
        assertThat(runs.runs().get()).isEqualTo(read);
        assertThat(ceiling(0)).isEqualTo(ceiling(read.get(0)));
    }

    @Test
    void arrowsMoveByAHundredthOrATenth() {
        MovableAlarm ceiling = ceilingOf(read.getFirst());
        Alarm recorded = ceiling.alarm();
        ceiling = moved.nudge(ceiling, false, false);
        assertThat(moved.alarms().get()).isEqualTo(Map.of(Milestone.CEILING, recorded.at(0.79)));
        moved.nudge(ceiling, true, true);
        assertThat(moved.alarms().get()).isEqualTo(Map.of(Milestone.CEILING, recorded.at(0.89)));
    }

    @Test
    void aLevelStaysOnItsScale() {
        MovableAlarm ceiling = ceilingOf(read.getFirst());
        moved.move(ceiling, 1.7);
        assertThat(moved.alarms().get().get(Milestone.CEILING)).isEqualTo(ceiling.alarm().at(1));
        Alarm sync = read.getFirst().alarms().of(Milestone.RESTRICTED_SYNC);
        MovableAlarm held = moved.move(new MovableAlarm(Milestone.RESTRICTED_SYNC, sync), 1.23456);
        moved.move(held, -1);
        assertThat(moved.alarms().get().get(Milestone.RESTRICTED_SYNC)).isEqualTo(sync.at(1.23));
    }

    @Test
    void anAlarmOfOnesOwnDatesNothingAndMovesInItsPlace() {
        Alarm half = Alarm.parse("restricted-loss<=0.5*start for 3");
        moved.add(half);
        moved.add(half);
        moved.add(Alarm.parse("fsd-top-2>=0.8"));
        assertThat(runs.runs().get()).isEqualTo(read);
        // On the axis 1 nat, where the loss began at 4.
        moved.move(new MovableAlarm(Optional.empty(), half, 4), 1);
        assertThat(moved.further().get()).extracting(Alarm::text)
                .containsExactly("restricted-loss<=0.25*start for 3", "fsd-top-2>=0.8");
        moved.remove(Alarm.parse("fsd-top-2>=0.8"));
        assertThat(moved.further().get()).hasSize(1);
    }

    @Test
    void aRunWithoutNewsStaysTheSameObject() {
        moved.replace(ceilingOf(read.getFirst()), Alarm.parse("fsd>=0.5"));
        RunHistory dated = runs.runs().get().getFirst();
        moved.update(new ReadRuns(read, List.of()));
        assertThat(runs.runs().get().getFirst()).isSameAs(dated);
    }

    @Test
    void nothingInTheRunDirectoryChanges() throws IOException {
        List<String> before = files();
        moved.replace(ceilingOf(read.getFirst()), Alarm.parse("fsd>=0.5"));
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
