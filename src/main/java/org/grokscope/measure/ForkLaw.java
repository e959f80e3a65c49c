package org.grokscope.measure;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grokscope.text.PlainNumber;

/**
 * How long after a fork a network groks, Δt ≈ C/λ (arXiv 2606.12966; src/site/markdown/science.md, section 6).
 *
 * <p>
 * The fit is to the mean delay of each λ over the draws that grokked. Branches that never did stay in their cells,
 * where they are counted; a λ at which none did, and λ = 0, are not in the fit.
 *
 * @param cells one for each λ, ascending
 * @param fit none when branches grokked at fewer than two λ
 */
public record ForkLaw(List<LawCell> cells, Optional<LawFit> fit) {
    private static final int LEAST_CELLS = 2;
    /** Far under the 0.88 to 0.98 of the paper's three primes, far over what no relation gives. */
    private static final double LEAST_R2 = 0.5;

    public ForkLaw {
        cells = List.copyOf(cells);
    }

    /** Fits the law to branches. */
    public static ForkLaw of(Collection<LawPoint> points) {
        TreeMap<Double, List<LawPoint>> byWeightDecay = new TreeMap<>();
        points.forEach(point -> byWeightDecay.merge(point.weightDecay(), List.of(point),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        List<LawCell> cells = byWeightDecay.entrySet().stream()
                .map(entry -> new LawCell(entry.getKey(), entry.getValue())).toList();
        List<LawCell> fitted = fitted(cells);
        return new ForkLaw(cells, fitted.size() < LEAST_CELLS ? Optional.empty() : Optional.of(fit(fitted)));
    }

    /** Returns the cells that are in the fit. */
    public List<LawCell> fitted() {
        return fitted(cells);
    }

    /**
     * Fits other forms than C/λ to every branch that grokked at a λ over 0, the one that the data prefer first; none where there
     * are fewer than two values of λ.
     */
    public List<DelayModel> models() {
        if (fit.isEmpty()) {
            return List.of();
        }
        List<double[]> branches = fitted().stream().flatMap(
                cell -> cell.grokked().stream().map(it -> new double[]{cell.weightDecay(), it.delay()})).toList();
        return DelayModel.fit(branches.stream().mapToDouble(it -> it[0]).toArray(),
                branches.stream().mapToDouble(it -> it[1]).toArray());
    }

    /** Returns the weight norm at grokking over all branches that grokked and in which it was measured. */
    public Spread normAtGrokking() {
        return Spread.of(cells.stream().flatMap(cell -> cell.grokked().stream())
                .mapToDouble(BranchOutcome.Grokked::norm).filter(Double::isFinite).toArray());
    }

    /** Returns whether the branches follow the law: C/λ explains at least half of how the cells' delays differ. */
    public boolean followed() {
        return fit.filter(it -> it.paper().r2() >= LEAST_R2).isPresent();
    }

    /**
     * Predicts the delay at a λ: C/λ, C by the paper's estimator. The interval is the 95% prediction interval for one
     * more cell, from the scatter of log(λ·Δt) over the n cells there are:
     *
     * <pre>
     * mean ± t(0.975, n-1) · s · √(1 + 1/n)
     * </pre>
     *
     * turned back into steps and divided by λ. On the logarithm because delays scatter by factors and are never
     * negative. A delay is known to the evaluation only, so half the distance of evaluations is added at both ends.
     *
     * @param evaluateEvery steps from one evaluation to the next
     */
    public DelayPrediction predict(double weightDecay, int evaluateEvery) {
        if (!(weightDecay > 0) || !Double.isFinite(weightDecay)) {
            return new DelayPrediction.NoGround("The law holds for a weight decay above 0 only.");
        }
        List<LawCell> fitted = fitted();
        if (fit.isEmpty()) {
            return new DelayPrediction.NoGround(fitted.isEmpty()
                    ? "No branch has grokked yet; a prediction needs branches that grokked at two values of \u03bb."
                    : "Branches have grokked at one value of \u03bb only; a prediction needs two.");
        }
        if (!followed()) {
            return new DelayPrediction.NoGround("The branches do not follow C/\u03bb: it explains less than half of "
                    + "how their delays differ.");
        }
        Optional<LawCell> crushed = cells.stream().filter(cell -> cell.weightDecay() <= weightDecay)
                .filter(ForkLaw::isCrushed).findFirst();
        if (crushed.isPresent()) {
            return new DelayPrediction.NoGround("At \u03bb = " + PlainNumber.of(crushed.get().weightDecay())
                    + " no branch survived to grok; the law does not reach that far.");
        }
        Spread logs = Spread.of(fitted.stream()
                .mapToDouble(cell -> Math.log(cell.weightDecay() * cell.delay().mean())).toArray());
        double reach = StudentT.reach95(logs.count() - 1) * logs.deviation() * Math.sqrt(1 + 1.0 / logs.count());
        double half = evaluateEvery / 2.0;
        return new DelayPrediction.Predicted(fit.get().paper().delay(weightDecay),
                new Interval(Math.max(0, Math.exp(logs.mean() - reach) / weightDecay - half),
                        Math.exp(logs.mean() + reach) / weightDecay + half));
    }

    /** No branch grokked, and one at least was crushed or blew up: so strong a λ is another regime. */
    private static boolean isCrushed(LawCell cell) {
        return cell.grokked().isEmpty() && cell.notGrokked().stream().map(BranchOutcome.NotGrokked::cause).anyMatch(
                cause -> cause == BranchOutcome.Cause.COLLAPSED || cause == BranchOutcome.Cause.DIVERGED);
    }

    private static List<LawCell> fitted(List<LawCell> cells) {
        return cells.stream().filter(cell -> cell.weightDecay() > 0 && cell.delay().count() > 0).toList();
    }

    private static LawFit fit(List<LawCell> cells) {
        double[] weightDecay = cells.stream().mapToDouble(LawCell::weightDecay).toArray();
        double[] delay = cells.stream().mapToDouble(cell -> cell.delay().mean()).toArray();
        return new LawFit(InverseLaw.byMeanProduct(weightDecay, delay),
                InverseLaw.byLeastSquares(weightDecay, delay), LogLogSlope.of(weightDecay, delay),
                perDraw(cells, weightDecay));
    }

    private static Optional<LawFit.PerDraw> perDraw(List<LawCell> cells, double[] weightDecay) {
        List<String> complete = cells.getFirst().points().stream().map(LawPoint::draw).distinct()
                .filter(draw -> cells.stream().allMatch(cell -> cell.delay(draw).isPresent())).toList();
        DoubleSummaryStatistics r2 = complete.stream().mapToDouble(draw -> InverseLaw.byMeanProduct(weightDecay,
                cells.stream().mapToDouble(cell -> cell.delay(draw).orElseThrow()).toArray()).r2())
                .filter(Double::isFinite).summaryStatistics();
        return r2.getCount() == 0
                ? Optional.empty()
                : Optional.of(new LawFit.PerDraw((int) r2.getCount(), r2.getMin(), r2.getMax()));
    }
}
