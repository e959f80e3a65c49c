package org.grokscope.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Alarm;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.grokscope.settings.ModelKind;
import org.grokscope.study.Catalogue;
import org.grokscope.study.FoundRun;
import org.grokscope.study.RaceProtocol;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Trained;
import org.grokscope.study.TrialState;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.junit.jupiter.api.Test;

/** The race's report from logs alone: the sample runs stand for those of the protocol, of which none is trained here. */
@SharesNothing
class RaceReportTest {
    private static final Study RACE = Catalogue.of("race");
    private static final RaceProtocol PROTOCOL = RaceProtocol.read();

    @Test
    void theProtocolIsTheOneThatWasWrittenDown() {
        assertThat(PROTOCOL.hash()).isEqualTo(RaceProtocol.REGISTERED);
    }

    @Test
    void itPlansFreshSeedsAndNegativesOfEveryKind() {
        List<Trained> fresh = PROTOCOL.fresh();
        assertThat(fresh).filteredOn(RaceReportTest::usual).hasSize(35);
        assertThat(fresh).filteredOn(it -> !usual(it)).hasSize(30);
        assertThat(PROTOCOL.calibration()).hasSize(21);
        assertThat(Stream.of(Operation.SUBTRACT, Operation.MULTIPLY)).allSatisfy(operation -> assertThat(fresh)
                .filteredOn(it -> it.configuration().task().operation() == operation).hasSize(5));
        assertThat(seeds(fresh)).doesNotContainAnyElementsOf(seeds(PROTOCOL.calibration()));
        assertThat(RACE.cells()).hasSize(86);
        assertThat(fresh).allMatch(it -> it.configuration().evaluation().commutatorEvery() == 500);
    }

    private static List<Long> seeds(List<Trained> runs) {
        return runs.stream().map(it -> it.configuration().seeds().seed()).distinct().toList();
    }

    private static boolean usual(Trained run) {
        return run.configuration().optimizer().weightDecay() == 1
                && run.configuration().task().labels() == Labels.TRUE
                && run.configuration().task().trainFraction() == 0.3
                && run.configuration().model().kind() == ModelKind.FULL;
    }

    @Test
    void theReportFollowsFromTheLogsAloneAndIsTheSameTwice() throws IOException {
        String once = text(new RaceReport(results()).report());
        assertThat(text(new RaceReport(results()).report())).isEqualTo(once);
        assertThat(once).contains(RaceProtocol.REGISTERED, "the protocol as it was written down", "FSD, K = 1",
                "Restricted loss, of its start", "5 of 5", "Lead against false alarms");
    }

    @Test
    void aThresholdChangedAfterTheFactIsVisible() throws IOException {
        Report report = new RaceReport(results(), PROTOCOL, List.of(Alarm.parse("fsd>=0.5"))).report();
        assertThat(text(report)).contains("Changed after the fact, against the protocol: FSD \u2265 0.5",
                "FSD, K = 1 (changed after the fact)");
        assertThat(report.claims()).allMatch(claim -> claim.verdict() == Verdict.OPEN);
    }

    @Test
    void withRunsMissingThereIsNoVerdict() throws IOException {
        assertThat(new RaceReport(results()).report().claims()).hasSize(2)
                .allMatch(claim -> claim.verdict() == Verdict.OPEN);
    }

    private static String text(Report report) {
        return new HtmlPage(report, Path.of("."), "grokscope study race").text();
    }

    /** Sample runs in the place of some calibration and fresh runs. */
    private static Results results() throws IOException {
        List<FoundRun> grokking = found("leads", "add-97");
        List<FoundRun> failing = found("false-alarms", "");
        Map<Trial, TrialState> states = new LinkedHashMap<>();
        RACE.cells().forEach(cell -> states.put(cell, new TrialState.Missing()));
        for (List<Trained> part : List.of(PROTOCOL.calibration(), PROTOCOL.fresh())) {
            fill(states, part.stream().filter(RaceReportTest::usual).toList(), grokking);
            fill(states, part.stream().filter(it -> !usual(it)).toList(), failing);
        }
        return new Results(RACE, false, states);
    }

    private static void fill(Map<Trial, TrialState> states, List<Trained> cells, List<FoundRun> runs) {
        for (int i = 0; i < runs.size(); i++) {
            states.put(cells.get(i), new TrialState.Done(runs.get(i)));
        }
    }

    private static List<FoundRun> found(String study, String beginning) throws IOException {
        List<FoundRun> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(Path.of("sample-runs", "studies", study)).runs()) {
            if (run.head().id().startsWith(beginning)) {
                runs.add(new FoundRun(run, run.history(), true));
            }
        }
        return runs;
    }
}
