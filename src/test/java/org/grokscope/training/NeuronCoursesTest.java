package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class NeuronCoursesTest {
    @Test
    void ofTooManyCheckpointsSomeAreReadAtEvenDistances() {
        List<Integer> steps = IntStream.rangeClosed(0, 100).boxed().toList();
        assertThat(NeuronCourses.thinned(steps, 5)).containsExactly(0, 25, 50, 75, 100);
        assertThat(NeuronCourses.thinned(steps, 2)).containsExactly(0, 100);
        assertThat(NeuronCourses.thinned(steps, 101)).isEqualTo(steps);
        assertThat(NeuronCourses.thinned(List.of(), 2)).isEmpty();
    }
}
