package org.grokscope.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * By how many steps a milestone comes before grokking, over several runs (arXiv 2606.12966, table 1;
 * src/site/markdown/science.md, section 6). Runs of one prime share more than chance, so the leads are summarised a
 * second time with each prime's mean as one. Runs that lack a milestone are counted and not averaged.
 *
 * @param runs all there are
 * @param lacking those without a lead
 * @param overConfigurations every configuration's lead, or the mean where a configuration was run more than once
 * @param overPrimes the means of the configurations of each prime
 */
public record LeadStatistics(int runs, int lacking, LeadSummary overConfigurations, LeadSummary overPrimes) {
    /** A configuration that has a lead. */
    private record Lead(int p, double steps) {}

    /** Summarises runs; their order does not matter. */
    public static LeadStatistics of(Collection<LeadPoint> points) {
        List<LeadPoint> having = points.stream().filter(point -> point.lead().isPresent()).toList();
        Map<String, List<LeadPoint>> byConfiguration = having.stream()
                .collect(Collectors.groupingBy(LeadPoint::configuration, TreeMap::new, Collectors.toList()));
        List<Lead> leads = byConfiguration.values().stream()
                .map(same -> new Lead(same.getFirst().p(), mean(same, point -> steps(point.lead())))).toList();
        Map<Integer, List<Lead>> byPrime = leads.stream()
                .collect(Collectors.groupingBy(Lead::p, TreeMap::new, Collectors.toList()));
        return new LeadStatistics(points.size(), points.size() - having.size(),
                LeadSummary.of(leads.stream().mapToDouble(Lead::steps).toArray()),
                LeadSummary.of(byPrime.values().stream().mapToDouble(same -> mean(same, Lead::steps)).toArray()));
    }

    private static double steps(OptionalInt lead) {
        return lead.orElseThrow();
    }

    private static <T> double mean(List<T> some, ToDoubleFunction<T> quantity) {
        return some.stream().mapToDouble(quantity).average().orElseThrow();
    }
}
