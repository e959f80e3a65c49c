package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grokscope.measure.BranchOutcome.Aftermath;
import org.grokscope.measure.BranchOutcome.Cause;
import org.grokscope.measure.BranchOutcome.Grokked;
import org.grokscope.measure.BranchOutcome.NotGrokked;
import org.grokscope.measure.DelayPrediction.NoGround;
import org.grokscope.measure.DelayPrediction.Predicted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForkLawTest {
    private static final double EXACT = 1e-9;

    /** The mean delays of the paper's table 10, and what follows from them. */
    static Stream<Map.Entry<String, JsonNode>> golden() throws IOException {
        try (InputStream in = ForkLawTest.class.getResourceAsStream("law.json")) {
            return new ObjectMapper().readTree(in).get("law").properties().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithTheReference(Map.Entry<String, JsonNode> prime) {
        JsonNode expected = prime.getValue();
        List<LawPoint> points = new ArrayList<>();
        for (int i = 0; i < expected.get("delay").size(); i++) {
            points.add(grokked("a", expected.get("weightDecay").get(i).asDouble(),
                    expected.get("delay").get(i).asInt()));
        }
        LawFit fit = ForkLaw.of(points).fit().orElseThrow();
        assertThat(fit.paper().constant()).isCloseTo(expected.get("C").asDouble(), within(EXACT));
        assertThat(fit.paper().r2()).isCloseTo(expected.get("r2").asDouble(), within(EXACT));
        assertThat(fit.leastSquares().constant()).isCloseTo(expected.get("leastSquaresC").asDouble(), within(EXACT));
        assertThat(fit.leastSquares().r2()).isCloseTo(expected.get("leastSquaresR2").asDouble(), within(EXACT));
        assertThat(fit.slope().slope()).isCloseTo(expected.get("logLogSlope").asDouble(), within(EXACT));
    }

    @Test
    void theSlopesIntervalIsStudentsWithTwoDegreesFewer() {
        // Slope 1 and residuals -1/6, 1/3, -1/6: standard error √(1/6)/√2, t(0.975, 1) = 12.7062.
        Line line = Line.through(new double[]{1, 2, 3}, new double[]{1, 2.5, 3});
        Interval interval = line.slopeInterval().orElseThrow();
        assertThat(line.slope()).isCloseTo(1, within(EXACT));
        assertThat(interval.high() - 1).isCloseTo(12.706204736 * Math.sqrt(1.0 / 6 / 2), within(1e-6));
        assertThat(interval.low()).isCloseTo(2 - interval.high(), within(EXACT));
    }

    @Test
    void twoCellsHaveASlopeAndNoInterval() {
        LogLogSlope slope = ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("a", 2, 500))).fit().orElseThrow()
                .slope();
        assertThat(slope.slope()).isCloseTo(-1, within(EXACT));
        assertThat(slope.interval()).isEmpty();
    }

    @Test
    void theFitIsToTheMeansOverDraws() {
        ForkLaw law = ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("b", 1, 1400), grokked("a", 2, 500),
                grokked("b", 2, 700)));
        assertThat(law.fit().orElseThrow().paper().constant()).isCloseTo(1200, within(EXACT));
        assertThat(law.cells().getFirst().delay().deviation()).isCloseTo(200 * Math.sqrt(2), within(EXACT));
    }

    @Test
    void aDrawRunTwiceCountsOnce() {
        LawCell cell = ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("a", 1, 1000), grokked("b", 1, 400))).cells()
                .getFirst();
        assertThat(cell.delay().mean()).isEqualTo(700);
        assertThat(cell.draws()).isEqualTo(2);
    }

    @Test
    void onlyDrawsThatGrokkedEverywhereAreFittedByThemselves() {
        LawFit fit = ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("a", 2, 500), grokked("b", 1, 1000),
                grokked("b", 2, 1000), grokked("b", 2, 900), grokked("c", 1, 900), lost("c", 2, Cause.ENDED))).fit()
                .orElseThrow();
        LawFit.PerDraw perDraw = fit.perDraw().orElseThrow();
        assertThat(perDraw.draws()).isEqualTo(2);
        assertThat(perDraw.greatestR2()).isCloseTo(1, within(EXACT));
        assertThat(perDraw.leastR2()).isLessThan(0);
    }

    @Test
    void branchesThatNeverGrokkedStayInTheirCells() {
        ForkLaw law = ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("a", 2, 500), lost("a", 10, Cause.COLLAPSED)));
        assertThat(law.cells()).hasSize(3);
        assertThat(law.fitted()).hasSize(2);
        assertThat(law.cells().getLast().notGrokked()).hasSize(1);
    }

    @Test
    void aPredictionIsTheLawsAndLiesInItsInterval() {
        ForkLaw law = ForkLaw.of(List.of(grokked("a", 1, 2425), grokked("a", 2, 1300), grokked("a", 3, 850),
                grokked("a", 5, 667)));
        Predicted predicted = (Predicted) law.predict(4, 100);
        assertThat(predicted.delay()).isCloseTo(2727.5 / 4, within(EXACT));
        // Logs of 2425, 2600, 2550, 3335: mean 7.90320…, deviation 0.13966…; t(0.975, 3) = 3.182446.
        Spread logs = Spread.of(Math.log(2425), Math.log(2600), Math.log(2550), Math.log(3335));
        double reach = 3.182446305 * logs.deviation() * Math.sqrt(1.25);
        assertThat(predicted.interval().high()).isCloseTo(Math.exp(logs.mean() + reach) / 4 + 50, within(1e-5));
        assertThat(predicted.interval().low()).isCloseTo(Math.exp(logs.mean() - reach) / 4 - 50, within(1e-5));
    }

    @Test
    void branchesThatDoNotFollowTheLawGiveNoGround() {
        ForkLaw law = ForkLaw.of(List.of(grokked("a", 1, 500), grokked("a", 2, 333), grokked("a", 3, 200),
                grokked("a", 5, 200), grokked("a", 10, 133)));
        assertThat(law.followed()).isFalse();
        assertThat(law.predict(4, 100)).isInstanceOf(DelayPrediction.NoGround.class);
        assertThat(ForkLaw.of(List.of(grokked("a", 1, 1700), grokked("a", 2, 900), grokked("a", 3, 633),
                grokked("a", 5, 400))).followed()).isTrue();
    }

    @Test
    void whereAllCellsAgreeThePredictionIsAsSharpAsTheEvaluations() {
        Predicted predicted = (Predicted) ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("a", 2, 500)))
                .predict(4, 100);
        assertThat(predicted.interval().low()).isCloseTo(200, within(1e-6));
        assertThat(predicted.interval().high()).isCloseTo(300, within(1e-6));
    }

    @Test
    void oneWeightDecayIsNoGroundForAPrediction() {
        assertThat(ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("b", 1, 900))).predict(2, 100))
                .isEqualTo(new NoGround(
                        "Branches have grokked at one value of λ only; a prediction needs two."));
        assertThat(ForkLaw.of(List.of()).predict(2, 100)).isInstanceOf(NoGround.class);
    }

    @Test
    void thereIsNoGroundWhereWeakerWeightDecayHasCrushedTheNetworkAlready() {
        ForkLaw law = ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("a", 2, 500), lost("a", 8, Cause.COLLAPSED)));
        assertThat(law.predict(4, 100)).isInstanceOf(Predicted.class);
        assertThat(law.predict(10, 100)).isEqualTo(
                new NoGround("At λ = 8 no branch survived to grok; the law does not reach that far."));
    }

    @Test
    void thereIsNoPredictionWithoutWeightDecay() {
        ForkLaw law = ForkLaw.of(List.of(grokked("a", 1, 1000), grokked("a", 2, 500), lost("a", 0, Cause.ENDED)));
        assertThat(law.predict(0, 100)).isInstanceOf(NoGround.class);
        assertThat(law.predict(Double.NaN, 100)).isInstanceOf(NoGround.class);
    }

    @Test
    void theNormAtGrokkingIsTakenOverAllBranches() {
        ForkLaw law = ForkLaw.of(List.of(new LawPoint("a", 1, new Grokked(2000, 1000, 20, Aftermath.KEPT)),
                new LawPoint("a", 2, new Grokked(1500, 500, 24, Aftermath.DESTABILISED)),
                new LawPoint("b", 2, new Grokked(1500, 500, Double.NaN, Aftermath.KEPT))));
        assertThat(law.normAtGrokking()).isEqualTo(Spread.of(20, 24));
        assertThat(law.normAtGrokking().variation()).isCloseTo(Math.sqrt(8) / 22, within(EXACT));
    }

    private static LawPoint grokked(String draw, double weightDecay, int delay) {
        return new LawPoint(draw, weightDecay, new Grokked(1000 + delay, delay, 22, Aftermath.KEPT));
    }

    private static LawPoint lost(String draw, double weightDecay, Cause cause) {
        return new LawPoint(draw, weightDecay, new NotGrokked(3000, cause));
    }
}
