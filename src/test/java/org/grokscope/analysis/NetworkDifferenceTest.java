package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grokscope.SharesNothing;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.CircuitReading;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;

/** The numbers of two networks side by side. */
@SharesNothing
class NetworkDifferenceTest {
    private static final RunHistory RUN = SampleHistories.grokked();
    private static final NetworkDifference.Side EARLY = side(0, SampleCircuits.random(97).reading());
    private static final NetworkDifference.Side LATE = side(8000, SampleCircuits.grokked(97).reading());

    @Test
    void aNetworkIsLikeItself() {
        assertThat(NetworkDifference.between(LATE, LATE, 13)).isNotEmpty().noneMatch(NetworkDifference::differs);
    }

    @Test
    void whatWasLoggedStandsWithItsDifference() {
        NetworkDifference accuracy = line("Validation accuracy");
        assertThat(accuracy.differs()).isTrue();
        assertThat(accuracy.difference()).startsWith("+").endsWith("%");
        assertThat(line("Peak frequency").first()).isEqualTo("k = 33");
        assertThat(line("Peak frequency").second()).isEqualTo("k = 8");
    }

    @Test
    void neuronsPowerAndCircleAreOfTheFrequenciesThatDiffer() {
        assertThat(line("neurons on k = 13").difference()).startsWith("+");
        assertThat(line("power at k = 13").differs()).isTrue();
        assertThat(line("circle at k = 13 explains").differs()).isTrue();
        assertThat(line("pairs right here alone").differs()).isTrue();
    }

    @Test
    void whatIsNotKnownIsADashAndNoDifference() {
        NetworkDifference.Side between = side(50, LATE.reading());
        NetworkDifference norm = NetworkDifference.between(between, LATE, 13).stream()
                .filter(it -> it.name().equals("Weight norm")).findFirst().orElseThrow();
        assertThat(List.of(norm.first(), norm.difference())).containsExactly("\u2014", "");
        assertThat(norm.differs()).isFalse();
        assertThat(norm.known()).isFalse();
    }

    private static NetworkDifference line(String name) {
        return NetworkDifference.between(EARLY, LATE, 13).stream().filter(it -> it.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private static NetworkDifference.Side side(int step, CircuitReading reading) {
        return new NetworkDifference.Side(RUN, step, reading);
    }
}
