package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class NeuronCourseTest {
    private static final NeuronCourse COURSE = new NeuronCourse("blocks.1.mlp.hidden", 7, List.of(0, 100, 200),
            List.of(new double[]{0.3, 0.25, 0.25, 0.2}, new double[]{0.1, 0.45, 0.4, 0.05},
                    new double[]{0, 0.05, 0.95, 0}));

    @Test
    void whatHoldsMostInTheEndHasWon() {
        assertThat(COURSE.winner()).isEqualTo(3);
        assertThat(COURSE.share(1, 2)).isEqualTo(0.45);
        assertThat(new NeuronCourse("", 0, List.of(0), List.of(new double[2])).winner()).as("inactive").isZero();
    }

    @Test
    void whatEverHeldEnoughLeadsInTheOrderOfItsGreatestShare() {
        assertThat(COURSE.leading(0.3, 6)).containsExactly(3, 2, 1);
        assertThat(COURSE.leading(0.3, 2)).containsExactly(3, 2);
        assertThat(COURSE.leading(0.5, 6)).containsExactly(3);
    }
}
