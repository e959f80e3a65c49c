package org.grokscope.study.report;

import java.io.IOException;
import java.util.List;

/**
 * What a study found.
 *
 * @param claims what the paper says, and whether it is so here
 * @param blocks tables and figures
 */
public record Report(Results results, List<Claim> claims, List<Block> blocks) {
    public Report {
        claims = List.copyOf(claims);
        blocks = List.copyOf(blocks);
    }

    /** Works out what there is of a study. */
    public static Report of(Results results) throws IOException {
        return switch (results.study().name()) {
            case "leads" -> new LeadsReport(results).report();
            case "fork-law" -> new ForkLawReport(results).report();
            case "architectures" -> new ArchitecturesReport(results).report();
            case "ablation" -> new AblationReport(results).report();
            case "triggered" -> new TriggeredReport(results).report();
            case "false-alarms" -> new FalseAlarmsReport(results).report();
            default -> new Report(results, List.of(), List.of());
        };
    }

    /** Returns how many claims have a verdict. */
    long count(Verdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }
}
