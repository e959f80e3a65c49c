package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Milestone;
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
import org.junit.jupiter.api.Test;

/** The wait for grokking after interventions, beside those of control and sham. */
@SharesNothing
class InterventionEffectTest {
    private static final int FORK = 1000;

    @Test
    void eachIsComparedWithTheControlOfItsOwnDraw() {
        List<InterventionEffect> effects = effects(branch("", 1, 500), branch("", 2, 700),
                branch("remove-frequency 14", 1, 900), branch("remove-frequency 14", 2, 1300));
        assertThat(effects).extracting(InterventionEffect::label).containsExactly("control", "\u2212 k 14");
        assertThat(effects.getFirst().delay().mean()).isEqualTo(600);
        assertThat(effects.getFirst().later().count()).isZero();
        assertThat(effects.getLast().later().mean()).isEqualTo(500);
        // Student's t of one degree of freedom reaches 12.706 standard errors.
        assertThat(effects.getLast().laterInterval().orElseThrow().high()).isBetween(1770.0, 1771.0);
    }

    @Test
    void shamsOfSeveralTargetsStandInOneLine() {
        List<InterventionEffect> effects = effects(branch("", 1, 500), branch("remove-frequency 14", 1, 900),
                sham("remove-frequency 3", 1, 520), sham("remove-frequency 9", 2, 540));
        assertThat(effects).extracting(InterventionEffect::label).containsExactly("control", "\u2212 k 14",
                "sham of \u2212 k 14");
        assertThat(effects.getLast().branches()).isEqualTo(2);
        assertThat(effects.getLast().later().mean()).isEqualTo(20);
    }

    @Test
    void oneThatNeverGroksIsCountedAndNotAveraged() {
        InterventionEffect effect = effects(branch("", 1, 500), branch("freeze head", 1, -1)).getLast();
        assertThat(effect.branches()).isEqualTo(1);
        assertThat(effect.delay().count()).isZero();
        assertThat(effect.interval()).isEmpty();
    }

    @Test
    void whereNobodyIntervenedThereIsNothingToSay() {
        assertThat(effects(branch("", 1, 500), branch("", 2, 600))).isEmpty();
    }

    private static List<InterventionEffect> effects(RunHistory... runs) {
        return InterventionEffect.of(ForkFamily.of(List.of(runs), "parent"));
    }

    private static RunHistory branch(String does, int draw, int delay) {
        return run(does, draw, delay, Optional.empty());
    }

    private static RunHistory sham(String does, int draw, int delay) {
        return run(does, draw, delay, Optional.of(new Interventions.Sham("remove-frequency 14", 42)));
    }

    private static RunHistory run(String does, int draw, int delay, Optional<Interventions.Sham> sham) {
        RunConfiguration configuration = RunConfiguration.PAPER.with(Settings.DATA_SEED, 41L + draw);
        List<String> changes = new ArrayList<>(draw == 1 ? List.of() : List.of("dataSeed"));
        Lineage lineage = new Lineage("parent", FORK, changes, draw,
                new Interventions(InterventionReader.all(does), List.of(), sham));
        Milestones milestones = Milestones.at(delay < 0 ? Map.of() : Map.of(Milestone.GROKKED, FORK + delay));
        return new RunHistory(new RunHead(does.replace(' ', '-') + draw + sham.isPresent(), "branch", Instant.EPOCH,
                configuration, lineage, new Environment("cpu", "cpu", 1, new TreeMap<>())), RunState.FINISHED,
                List.of(), List.of(), List.of(), milestones, List.of());
    }
}
