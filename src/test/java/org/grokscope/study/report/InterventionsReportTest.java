package org.grokscope.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.grokscope.SharesNothing;
import org.grokscope.figure.SampleForks;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.study.BranchDeed;
import org.grokscope.study.Catalogue;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.TrialState;
import org.junit.jupiter.api.Test;

/** What the report on interventions says of branches that grok when a test says so. */
@SharesNothing
class InterventionsReportTest {
    private static final Study STUDY = Catalogue.of("interventions");

    @Test
    void whatIsDelayedByMoreThanByAShamIsNeeded() throws IOException {
        Report report = report(cell -> switch (cell.does()) {
            case REMOVE_PEAK -> 1500 + 100 * cell.draw();
            case SHAM -> 600;
            default -> 500;
        });
        Claim claim = report.claims().getFirst();
        assertThat(claim.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(claim.ours()).isEqualTo("later at 6 of 6 forks");
        assertThat(text(report)).contains("delayed grokking by +1,200 steps [1,004, 1,396] more than removing a sham");
    }

    @Test
    void whatIsDelayedAsMuchByAShamIsNot() throws IOException {
        Claim claim = report(cell -> cell.does() == BranchDeed.CONTROL ? 500 : 900 + 100 * (cell.draw() % 2)).claims()
                .getFirst();
        assertThat(claim.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(claim.ours()).isEqualTo("later at 0 of 6 forks");
    }

    @Test
    void whatHoldsAtSomeForksAloneHasNoVerdict() throws IOException {
        Claim claim = report(cell -> cell.does() == BranchDeed.REMOVE_PEAK
                && cell.parent().configuration().task().p() == 53 ? 1000 + 100 * cell.draw() : 500).claims().getFirst();
        assertThat(claim.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(claim.ours()).isEqualTo("later at 2 of 6 forks");
    }

    @Test
    void withRunsMissingThereIsNoVerdict() throws IOException {
        Map<Trial, TrialState> states = states(_ -> 500);
        states.replaceAll((cell, state) -> ((Forked) cell).does() == BranchDeed.SHAM && cell.name().contains("p=97")
                ? new TrialState.Missing()
                : state);
        Claim claim = new InterventionsReport(new Results(STUDY, false, states)).report().claims().getFirst();
        assertThat(claim.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(claim.ours()).isEqualTo(Words.NONE);
    }

    @Test
    void aBranchThatNeverGroksCountsWithTheStepsThatItHadAndIsCounted() throws IOException {
        Report report = report(cell -> cell.does() == BranchDeed.REMOVE_PEAK ? -3000 : 500);
        Block.Table table = report.blocks().stream().filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast).findFirst().orElseThrow();
        assertThat(table.rows().get(1).values()).startsWith("peak frequency removed", "0 of 5", "3,000")
                .contains("+2,500");
    }

    private static Report report(ToIntFunction<Forked> delay) throws IOException {
        return new InterventionsReport(new Results(STUDY, false, states(delay))).report();
    }

    /** Finished branches with some Δt, or with none after so many steps where it is under 0. */
    private static Map<Trial, TrialState> states(ToIntFunction<Forked> delay) throws IOException {
        RunDirectory directory = RunDirectory.open(Path.of("sample-runs", "add-53-seed-42"));
        Map<Trial, TrialState> states = new LinkedHashMap<>();
        for (Trial cell : STUDY.cells()) {
            Forked forked = (Forked) cell;
            int steps = delay.applyAsInt(forked);
            RunHistory run = steps < 0
                    ? SampleForks.waiting("p", 1, forked.draw() - 1, -steps, RunState.FINISHED)
                    : SampleForks.grokked("p", 1, forked.draw() - 1, steps);
            states.put(cell, new TrialState.Done(new FoundRun(directory, run, true)));
        }
        return states;
    }

    private static String text(Report report) {
        return new HtmlPage(report, Path.of("."), "grokscope study interventions").text();
    }
}
