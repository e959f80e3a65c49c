package org.grokscope.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All branches of one λ. Its numbers are means over draws, of those branches that grokked after their fork; a draw
 * that was run twice counts once, with the mean of the two.
 */
public record LawCell(double weightDecay, List<LawPoint> points) {
    public LawCell {
        points = List.copyOf(points);
    }

    /** Returns the number of draws, whatever became of them. */
    public int draws() {
        return (int) points.stream().map(LawPoint::draw).distinct().count();
    }

    /** Returns Δt over the draws, in steps. */
    public Spread delay() {
        return spread(BranchOutcome.Grokked::delay);
    }

    /** Returns the step of grokking over the draws. */
    public Spread grokkedAt() {
        return spread(BranchOutcome.Grokked::at);
    }

    /** Returns the weight norm at grokking over the draws in which it was measured. */
    public Spread norm() {
        return spread(BranchOutcome.Grokked::norm);
    }

    /** Returns Δt of one draw, if a branch of it grokked. */
    Optional<Double> delay(String draw) {
        return Optional.ofNullable(byDraw(BranchOutcome.Grokked::delay).get(draw));
    }

    /** Returns the branches that grokked after their fork. */
    public List<BranchOutcome.Grokked> grokked() {
        return points.stream().map(LawPoint::outcome).flatMap(outcome -> outcome instanceof BranchOutcome.Grokked it
                ? Stream.of(it)
                : Stream.empty()).toList();
    }

    /** Returns the branches that have not grokked. */
    public List<BranchOutcome.NotGrokked> notGrokked() {
        return points.stream().map(LawPoint::outcome).flatMap(outcome -> outcome instanceof BranchOutcome.NotGrokked it
                ? Stream.of(it)
                : Stream.empty()).toList();
    }

    private Spread spread(ToDoubleFunction<BranchOutcome.Grokked> quantity) {
        return Spread.of(byDraw(quantity).values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Map<String, Double> byDraw(ToDoubleFunction<BranchOutcome.Grokked> quantity) {
        Map<String, List<Double>> values = new TreeMap<>();
        for (LawPoint point : points) {
            if (point.outcome() instanceof BranchOutcome.Grokked it && Double.isFinite(quantity.applyAsDouble(it))) {
                values.computeIfAbsent(point.draw(), _ -> new ArrayList<>())
                        .add(quantity.applyAsDouble(it));
            }
        }
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> Spread.of(entry.getValue().stream().mapToDouble(Double::doubleValue).toArray()).mean(),
                (first, _) -> first, TreeMap::new));
    }
}
