package org.grokscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grokscope.measure.Milestone;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.task.Labels;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    @Test
    void everyStudyNamesItsCellsOnce() {
        for (Study study : Catalogue.all()) {
            assertThat(study.cells()).extracting(Trial::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void theFewOfAQuickStudyAreAmongItsCells() {
        for (Study study : Catalogue.all()) {
            assertThat(study.cells(true)).isNotEmpty().hasSize(study.few().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "architectures", "triggered", "ablation"})
    void aRunThatStudiesShareIsTheSameRun(String name) {
        assertThat(trained(name)).contains(trained("leads").getFirst());
    }

    @Test
    void theForksLeaveEachRunsOwnCeilingAndHalfOfItFiveDrawsACell() {
        List<Forked> forks = Catalogue.of("fork-law").cells().stream().map(Forked.class::cast).toList();
        for (String at : List.of(Milestone.CEILING.key(), "fsd>=0.5 while memorised")) {
            for (int p : List.of(53, 97, 131)) {
                for (double weightDecay : List.of(1.0, 2.0, 3.0, 5.0)) {
                    assertThat(forks.stream().filter(fork -> fork.at().key().equals(at))
                            .filter(fork -> fork.parent().configuration().task().p() == p)
                            .filter(fork -> fork.weightDecay() == weightDecay)
                            .map(fork -> fork.parent().configuration().seeds().seed() + "/" + fork.draw()).distinct())
                            .hasSize(5);
                }
            }
        }
        assertThat(forks).hasSize(120).allMatch(fork -> fork.evaluateEvery() == 20);
    }

    @Test
    void theParentsOfTheForksAreRunsOfTheLeads() {
        Set<RunConfiguration> leads = new HashSet<>(trained("leads"));
        assertThat(Catalogue.of("fork-law").cells())
                .allMatch(cell -> leads.contains(((Forked) cell).parent().configuration()));
    }

    @Test
    void theArchitecturesAreThePapersFour() {
        assertThat(trained("architectures")).extracting(run -> run.model().kind() + " " + run.model().blocks())
                .containsExactly(ModelKind.FULL + " 2", ModelKind.FULL + " 1", ModelKind.ATTENTION_ONLY + " 2",
                        ModelKind.MLP_ONLY + " 2");
    }

    @Test
    void weightDecayIsRaisedAtThreeMomentsToThreeHeightsWithThreeSeeds() {
        List<String> raised = new ArrayList<>();
        for (RunConfiguration run : trained("triggered")) {
            if (!run.schedule().weightDecay().changes().isEmpty()) {
                raised.add(run.seeds().seed() + " " + run.schedule().weightDecay().text());
            }
        }
        assertThat(raised).hasSize(27).doesNotHaveDuplicates().contains("42 ceiling:5", "0 memorised:10", "1 500:3");
    }

    @Test
    void theFalseAlarmsAreNetworksThatShouldNotGrok() {
        assertThat(trained("false-alarms")).extracting(
                run -> run.optimizer().weightDecay() + (run.task().labels() == Labels.SHUFFLED ? " shuffled" : ""))
                .containsExactly("0.0", "0.1", "1.0 shuffled", "10.0");
    }

    @Test
    void everyInterventionIsDrawnFiveTimesAtBothDegreesOfThreePrimes() {
        List<Forked> cells = Catalogue.of("interventions").cells().stream().map(Forked.class::cast).toList();
        assertThat(cells).hasSize(3 * 2 * 5 * 5);
        for (Forked cell : cells) {
            assertThat(cells.stream().filter(it -> it.parent().equals(cell.parent()) && it.at().equals(cell.at())
                    && it.does() == cell.does()).map(Forked::draw)).containsExactly(1, 2, 3, 4, 5);
        }
        assertThat(cells.stream().map(it -> it.at().key()).distinct()).containsExactly("fsd>=0.5 while memorised",
                "fsd>=0.8 while memorised");
    }

    @Test
    void aStudyThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Catalogue.of("nix")).isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("leads, fork-law");
    }

    private static List<RunConfiguration> trained(String study) {
        return Catalogue.of(study).cells().stream().map(cell -> ((Trained) cell).configuration()).toList();
    }
}
