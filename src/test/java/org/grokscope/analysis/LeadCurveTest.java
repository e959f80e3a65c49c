package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.Alarm;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.junit.jupiter.api.Test;

/** Our nine runs of addition, as they were read again for the issue: the lead is a function of the threshold. */
class LeadCurveTest {
    private static final Path STUDIES = Path.of("sample-runs", "studies");

    private static List<RunHistory> nine() throws IOException {
        List<RunHistory> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(STUDIES.resolve("leads")).runs()) {
            if (run.head().id().startsWith("add-")) {
                runs.add(run.history());
            }
        }
        return runs;
    }

    private static LeadCurve.Point at(LeadCurve curve, double threshold) {
        return curve.points().stream().filter(it -> Math.abs(it.threshold() - threshold) < 1e-9).findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstCrossingOfAHalfLeadsNineOfNine() throws IOException {
        LeadCurve curve = LeadCurve.of(nine(), Alarm.parse("fsd>=0.8"));
        assertThat(curve.grokked()).isEqualTo(9);
        assertThat(curve.others()).isZero();
        assertThat(at(curve, 0.5).first()).isEqualTo(1);
        assertThat(at(curve, 0.5).mean()).isCloseTo(1644, within(1.0));
        assertThat(at(curve, 0.6).mean()).isCloseTo(1144, within(1.0));
        assertThat(at(curve, 0.8).mean()).isCloseTo(489, within(1.0));
        assertThat(at(curve, 0.8).falseAlarms()).isNaN();
        assertThat(at(curve, 0.5).interval().orElseThrow().low()).isPositive();
    }

    @Test
    void heldForThreeEvaluationsItLeadsLessOften() throws IOException {
        LeadCurve curve = LeadCurve.of(nine(), Alarm.parse("fsd>=0.8 for 3"));
        assertThat(at(curve, 0.8).first()).isLessThan(1);
        assertThat(at(curve, 0.8).mean()).isLessThan(at(LeadCurve.of(nine(), Alarm.parse("fsd>=0.8")), 0.8).mean());
    }

    @Test
    void halfItsStartForThreeOfTheRestrictedLossLeadsNineOfNine() throws IOException {
        LeadCurve curve = LeadCurve.of(nine(), Alarm.parse("restricted-loss<=0.5*start for 3"));
        assertThat(at(curve, 0.5).leads()).isEqualTo(9);
        assertThat(at(curve, 0.5).first()).isEqualTo(1);
    }

    @Test
    void runsThatDoNotGrokRingFalsely() throws IOException {
        List<RunHistory> runs = nine();
        for (RunDirectory run : new RunLibrary(STUDIES.resolve("false-alarms")).runs()) {
            runs.add(run.history());
        }
        LeadCurve curve = LeadCurve.of(runs, Alarm.parse("fsd>=0.8"));
        assertThat(curve.others()).isPositive();
        assertThat(curve.points().getFirst().falseAlarms()).isEqualTo(1);
        assertThat(curve.points().getLast().falseAlarms()).isLessThan(1);
    }

    @Test
    void copiesCountOnceAndWhatDoesNotMeasureItIsLeftOut() throws IOException {
        List<RunHistory> runs = nine();
        runs.addAll(nine());
        assertThat(LeadCurve.of(runs, Alarm.parse("fsd>=0.8")).grokked()).isEqualTo(9);
        LeadCurve nothing = LeadCurve.of(runs, Alarm.parse("ildr>=3"));
        assertThat(nothing.left()).isEqualTo(18);
        assertThat(nothing.points()).isEmpty();
    }
}
