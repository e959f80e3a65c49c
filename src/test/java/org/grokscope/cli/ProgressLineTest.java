package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final List<String> PARTS = List.of("step 123,450 of 1,000,000", "1234.5 steps/s",
            "12 h 34 min left", "train 100.0%", "val 99.9%", "FSD 0.123");

    @Property(tries = 500)
    void fitsWhateverItSays(@ForAll @StringLength(max = 120) String name, @ForAll @DoubleRange(max = 1) double share,
            @ForAll @IntRange(min = 10, max = 200) int columns) {
        assertThat(new ProgressLine(name, share, PARTS).fitting(columns).length()).isLessThanOrEqualTo(columns);
    }

    @Test
    void whatMattersMostStaysOnANarrowTerminal() {
        String line = new ProgressLine("add-97-seed-42-fork-12000-wd-10", 0.5, PARTS).fitting(79);
        assertThat(line).isEqualTo("add-97-seed-42-fork…  [####----]  step 123,450 of 1,000,000  1234.5 steps/s");
    }

    @Test
    void aWideTerminalGetsItAll() {
        assertThat(new ProgressLine("add-97-seed-42", 0.25, PARTS).fitting(200)).isEqualTo(
                "add-97-seed-42  [######------------------]  " + String.join("  ", PARTS));
    }
}
