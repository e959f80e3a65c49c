package org.grokscope.study.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grokscope.measure.Alarm;
import org.grokscope.study.RaceProtocol;

/**
 * What a study found.
 *
 * @param claims what the paper says, and whether it is so here
 * @param blocks tables and figures
 */
public record Report(Results results, List<Claim> claims, List<Block> blocks) {
    private static final Map<String, Author> AUTHORS = Map.of("leads", results -> new LeadsReport(results).report(),
            "fork-law", results -> new ForkLawReport(results).report(), "architectures",
            results -> new ArchitecturesReport(results).report(), "ablation",
            results -> new AblationReport(results).report(), "triggered",
            results -> new TriggeredReport(results).report(), "false-alarms",
            results -> new FalseAlarmsReport(results).report(), "groups",
            results -> new GroupsReport(results).report(), "race",
            results -> new RaceReport(results).report(), "interventions",
            results -> new InterventionsReport(results).report());

    /** Writes the report of one study. */
    @FunctionalInterface
    private interface Author {
        Report write(Results results) throws IOException;
    }

    public Report {
        claims = List.copyOf(claims);
        blocks = List.copyOf(blocks);
    }

    /**
     * Works out what there is of a study.
     *
     * @throws IllegalArgumentException when nobody wrote a report for it
     */
    public static Report of(Results results) throws IOException {
        return of(results, List.of());
    }

    /**
     * Works out what there is of a study, with alarms that were chosen after the fact; only a race has such.
     *
     * @throws IllegalArgumentException when nobody wrote a report for it
     */
    public static Report of(Results results, List<Alarm> changed) throws IOException {
        if (!changed.isEmpty()) {
            return new RaceReport(results, RaceProtocol.read(), changed).report();
        }
        Author author = AUTHORS.get(results.study().name());
        if (author == null) {
            throw new IllegalArgumentException("The study '" + results.study().name() + "' has no report.");
        }
        return author.write(results);
    }

    /** Returns the names of the studies that have a report. */
    static Set<String> studies() {
        return AUTHORS.keySet();
    }

    /** Returns how many claims have a verdict. */
    long count(Verdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }
}
