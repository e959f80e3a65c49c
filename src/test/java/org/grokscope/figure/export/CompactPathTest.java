package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CompactPathTest {
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)");

    @Test
    void errorsDoNotAddUp() {
        Random random = new Random(2);
        StringBuilder path = new StringBuilder("M0.5 7.25");
        double x = 0.5;
        double y = 7.25;
        for (int i = 0; i < 1000; i++) {
            x += 0.26 + 0.1 * random.nextInt(3);
            y = random.nextInt(9000) / 100.0 - 20;
            path.append(" L%.2f %.2f".formatted(x, y));
        }
        String compact = CompactPath.of(path.toString());
        assertThat(compact).startsWith("M.5 7.3l").hasSizeLessThan(path.length() * 7 / 10);
        double[] numbers = NUMBER.matcher(compact).results().map(MatchResult::group).mapToDouble(Double::parseDouble)
                .toArray();
        double endX = 0;
        double endY = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            endX += numbers[i];
            endY += numbers[i + 1];
        }
        assertThat(endX).isCloseTo(x, within(0.051));
        assertThat(endY).isCloseTo(y, within(0.051));
    }

    @Test
    void whatHasBendsOrIsShortIsLeftAsItIs() {
        assertThat(CompactPath.of("M1 2 L3 4")).isEqualTo("M1 2 L3 4");
        String bends = "M1 2 " + "C1 2 3 4 5 6 ".repeat(30);
        assertThat(CompactPath.of(bends)).isEqualTo(bends);
    }
}
