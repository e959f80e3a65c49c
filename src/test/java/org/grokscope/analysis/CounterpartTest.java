package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Milestones;
import org.grokscope.run.Environment;
import org.grokscope.run.Interventions;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.weights.InterventionReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which run stands beside another. */
@SharesNothing
class CounterpartTest {
    private static final RunHistory PARENT = run("parent", 1, 42, null);
    private static final RunHistory CONTROL = branch("control", 1, 42, List.of(), "");
    private static final RunHistory DRAW = branch("draw", 1, 43, List.of("dataSeed"), "");
    private static final RunHistory DECAYED = branch("decayed", 5, 42, List.of("weightDecay"), "");
    private static final RunHistory REMOVED = branch("removed", 1, 42, List.of(), "remove-frequency 14");
    private static final RunHistory BOTH = branch("both", 5, 42, List.of("weightDecay"), "remove-frequency 14");
    private static final RunHistory SECOND = branch("second", 1, 43, List.of("dataSeed"), "remove-frequency 14");
    private static final List<RunHistory> ALL = List.of(PARENT, CONTROL, DRAW, DECAYED, REMOVED, BOTH, SECOND);

    @Test
    void whatIntervenesStandsBesideABranchOfItsDecayAndDrawThatDoesNot() {
        assertThat(beside(REMOVED)).isSameAs(CONTROL);
        assertThat(beside(BOTH)).isSameAs(DECAYED);
        assertThat(beside(SECOND)).isSameAs(DRAW);
    }

    @Test
    void anotherDecayStandsBesideTheParents() {
        assertThat(beside(DECAYED)).isSameAs(CONTROL);
    }

    @Test
    void theControlStandsBesideItsParentAndTheParentBesideItself() {
        assertThat(beside(CONTROL)).isSameAs(PARENT);
        assertThat(beside(PARENT)).isSameAs(PARENT);
        assertThat(Counterpart.of(List.of(CONTROL), List.of("control"), CONTROL)).isSameAs(CONTROL);
    }

    @Test
    void twoThatAreSelectedStandSideBySide() {
        assertThat(Counterpart.of(ALL, List.of("decayed", "second", "removed"), REMOVED)).isSameAs(SECOND);
    }

    private static RunHistory beside(RunHistory run) {
        return Counterpart.of(ALL, List.of(run.head().id()), run);
    }

    private static RunHistory branch(String id, double weightDecay, long dataSeed, List<String> changes, String does) {
        return run(id, weightDecay, dataSeed, new Lineage("parent", 1000, changes, 1,
                new Interventions(InterventionReader.all(does), List.of(), Optional.empty())));
    }

    private static RunHistory run(String id, double weightDecay, long dataSeed, @Nullable Lineage lineage) {
        RunConfiguration configuration = RunConfiguration.PAPER.withWeightDecay(weightDecay).with(Settings.DATA_SEED,
                dataSeed);
        return new RunHistory(new RunHead(id, id, Instant.EPOCH, configuration, lineage,
                new Environment("cpu", "cpu", 1, new TreeMap<>())), RunState.FINISHED, List.of(), List.of(), List.of(),
                Milestones.at(Map.of()), List.of());
    }
}
