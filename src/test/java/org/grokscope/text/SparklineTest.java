package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class SparklineTest {
    @Test
    void eighthsRiseWithTheShare() {
        assertThat(Sparkline.of(IntStream.range(0, 8).mapToDouble(i -> i / 7.0).toArray(), 20)).isEqualTo("▁▂▃▄▅▆▇█");
    }

    @Test
    void theLineEndsWithTheNewestValueHoweverManyThereAre() {
        double[] values = new double[1000];
        values[999] = 1;
        assertThat(Sparkline.of(values, 16)).isEqualTo("▁".repeat(15) + "█");
    }

    @Test
    void whatIsNoShareIsDrawnAtTheEdgeOrNotAtAll() {
        assertThat(Sparkline.of(new double[]{-3, 7, Double.NaN}, 5)).isEqualTo("▁█ ");
        assertThat(Sparkline.of(new double[0], 5)).isEmpty();
    }
}
