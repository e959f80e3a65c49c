package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeadStatisticsTest {
    private static final double EXACT = 1e-9;
    /** The reference's resamples are others than ours. */
    private static final double OTHER_RESAMPLES = 60;

    private static List<LeadPoint> paper = List.of();
    private static JsonNode expected = new ObjectMapper().nullNode();

    @BeforeAll
    static void readTheGoldenNumbers() throws IOException {
        try (InputStream in = LeadStatisticsTest.class.getResourceAsStream("leads.json")) {
            JsonNode golden = new ObjectMapper().readTree(in);
            expected = golden.get("leadSummary");
            paper = golden.get("leads").valueStream().map(run -> new LeadPoint(run.get("p") + " " + run.get("seed"),
                    run.get("p").asInt(), OptionalInt.of(run.get("lead").asInt()))).toList();
        }
    }

    @Test
    void thePapersNineRunsAgreeWithTheReference() {
        LeadSummary summary = LeadStatistics.of(paper).overConfigurations();
        assertThat(summary.count()).isEqualTo(expected.get("n").asInt());
        assertThat(summary.mean()).isCloseTo(expected.get("mean").asDouble(), within(EXACT));
        assertThat(summary.signTest()).isCloseTo(expected.get("signTestTwoSided").asDouble(), within(EXACT));
        assertEnds(summary, expected.get("bootstrap95"));
    }

    @Test
    void averagedWithinAPrimeTheyAgreeToo() {
        LeadSummary summary = LeadStatistics.of(paper).overPrimes();
        assertThat(summary.count()).isEqualTo(5);
        assertThat(summary.mean()).isCloseTo(expected.get("primeClusteredMean").asDouble(), within(EXACT));
        assertThat(summary.signTest()).isCloseTo(2 / 32.0, within(EXACT));
        assertEnds(summary, expected.get("primeClustered95"));
    }

    @Test
    void theSameRunsInAnotherOrderGiveTheSameNumbers() {
        assertThat(LeadStatistics.of(paper.reversed())).isEqualTo(LeadStatistics.of(paper));
    }

    @Test
    void aRunThatLacksAMilestoneIsCountedAndNotAveraged() {
        List<LeadPoint> more = new ArrayList<>(paper);
        more.add(new LeadPoint("never grokked", 59, OptionalInt.empty()));
        LeadStatistics statistics = LeadStatistics.of(more);
        assertThat(statistics.runs()).isEqualTo(10);
        assertThat(statistics.lacking()).isEqualTo(1);
        assertThat(statistics.overConfigurations()).isEqualTo(LeadStatistics.of(paper).overConfigurations());
        assertThat(statistics.overPrimes()).isEqualTo(LeadStatistics.of(paper).overPrimes());
    }

    @Test
    void aConfigurationThatWasRunTwiceCountsOnceWithItsMean() {
        LeadSummary summary = LeadStatistics.of(List.of(new LeadPoint("a", 97, OptionalInt.of(100)),
                new LeadPoint("a", 97, OptionalInt.of(300)), new LeadPoint("b", 97, OptionalInt.of(600))))
                .overConfigurations();
        assertThat(summary.count()).isEqualTo(2);
        assertThat(summary.mean()).isEqualTo(400);
    }

    @Test
    void theSignTestDropsZerosAndTheMeanDoesNot() {
        LeadSummary summary = ofLeads(0, 0, 100, 200, -100);
        assertThat(summary.mean()).isEqualTo(40);
        assertThat(summary.positive()).isEqualTo(2);
        assertThat(summary.negative()).isEqualTo(1);
        // Of three signs, one or none the other way: 2 · (1 + 3) / 8, which is 1.
        assertThat(summary.signTest()).isCloseTo(1, within(EXACT));
    }

    @Test
    void theSignTestIsExactForUnevenSigns() {
        // P(X ≤ 1) of ten coins: (1 + 10) / 1024, twice.
        assertThat(ofLeads(1, 2, 3, 4, 5, 6, 7, 8, 9, -1).signTest()).isCloseTo(22.0 / 1024, within(EXACT));
    }

    @Test
    void evenSignsAreNoMoreThanCertain() {
        assertThat(ofLeads(100, -100).signTest()).isEqualTo(1);
    }

    @Test
    void noLeadAtAllIsNoMeanAndNoInterval() {
        LeadSummary summary = LeadStatistics.of(List.of(new LeadPoint("a", 97, OptionalInt.empty())))
                .overConfigurations();
        assertThat(summary.mean()).isNaN();
        assertThat(summary.signTest()).isEqualTo(1);
        assertThat(summary.interval()).isEmpty();
    }

    @Test
    void oneLeadHasAMeanAndNoInterval() {
        LeadSummary summary = ofLeads(700);
        assertThat(summary.mean()).isEqualTo(700);
        assertThat(summary.interval()).isEmpty();
    }

    @Test
    void equalLeadsHaveAnIntervalOfNoWidth() {
        assertThat(ofLeads(500, 500, 500).interval()).contains(new Interval(500, 500));
    }

    private static LeadSummary ofLeads(int... leads) {
        return LeadStatistics.of(IntStream.range(0, leads.length)
                .mapToObj(i -> new LeadPoint("run " + i, 97, OptionalInt.of(leads[i]))).toList())
                .overConfigurations();
    }

    private static void assertEnds(LeadSummary summary, JsonNode ends) {
        Interval interval = summary.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(ends.get(0).asDouble(), within(OTHER_RESAMPLES));
        assertThat(interval.high()).isCloseTo(ends.get(1).asDouble(), within(OTHER_RESAMPLES));
    }
}
