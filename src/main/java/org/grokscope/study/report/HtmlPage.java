package org.grokscope.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grokscope.run.Environment;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.study.TrialState;
import org.grokscope.training.ProgramVersion;

/** A report as one HTML file that needs no other. */
final class HtmlPage {
    private static final int MOST_LINKS = 3;
    private static final int MOST_NAMED = 12;
    /** Heads of columns that hold words. */
    private static final List<String> TEXTS = List.of("agrees when", "became", "verdict", "runs");

    private final Report report;
    private final Results results;
    private final Study study;
    private final Path folder;
    private final String command;

    /**
     * @param folder that the page is to lie in: links are relative to it
     * @param command that makes it again
     */
    HtmlPage(Report report, Path folder, String command) {
        this.report = report;
        this.results = report.results();
        this.study = results.study();
        this.folder = folder.toAbsolutePath().normalize();
        this.command = command;
    }

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add("<h1>" + escaped(study.title()) + "</h1>");
        parts.add(paragraph(study.question()));
        parts.add(standing());
        parts.add(claims());
        report.blocks().forEach(block -> parts.add(block(block)));
        parts.add(runs());
        parts.add(again());
        return resource("report.html").replace("@TITLE@", escaped(study.title()))
                .replace("@STYLE@", resource("report.css")).replace("@BODY@",
                        String.join("\n", parts));
    }

    private String standing() {
        int asked = results.states().size();
        List<String> missing = results.states().entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof TrialState.Done))
                .map(entry -> entry.getKey().name() + " (" + why(entry.getValue()) + ")").toList();
        String quick = results.quick()
                ? " This is the quick version, which asks for " + asked + " of the study's " + study.cells().size()
                        + " runs: " + study.cells(true).stream().map(Trial::name).collect(Collectors.joining(", "))
                        + "."
                : "";
        return "<p class=\"standing\">" + escaped(results.done() + " of " + asked + " runs are done."
                + (missing.isEmpty() ? "" : " " + missing(missing)) + quick) + "</p>";
    }

    /** Names a few; the list of runs at the end has all. */
    private static String missing(List<String> cells) {
        int more = cells.size() - MOST_NAMED;
        return "Missing: " + String.join(", ", more > 1 ? cells.subList(0, MOST_NAMED) : cells)
                + (more > 1 ? " and " + more + " more, which the list of runs names" : "")
                + ". What follows rests on the runs that exist.";
    }

    private static String why(TrialState state) {
        return switch (state) {
            case TrialState.Unreachable(String why) -> why;
            case TrialState.Failed(String why) -> why;
            case TrialState.Done _,TrialState.Unfinished _,TrialState.Missing _ -> state.label();
        };
    }

    private String claims() {
        if (report.claims().isEmpty()) {
            return "";
        }
        String summary = "Of %d claims %s, %s, and %s.".formatted(report.claims().size(),
                Words.count(report.count(Verdict.AGREES), "agrees", "agree"),
                Words.count(report.count(Verdict.DIFFERS), "does not", "do not"),
                Words.count(report.count(Verdict.OPEN), "is not known yet", "are not known yet"));
        List<Block.Row> rows = report.claims().stream().map(claim -> new Block.Row(
                List.of(claim.what(), claim.ours(), claim.paper(), claim.rule()), claim.verdict(), claim.runs()))
                .toList();
        String differing = report.claims().stream().filter(claim -> claim.verdict() == Verdict.DIFFERS)
                .map(claim -> "<li>" + escaped(claim.what() + ": the paper has " + claim.paper() + ", here it is "
                        + claim.ours() + ".") + "</li>")
                .collect(Collectors.joining("\n"));
        String where = differing.isEmpty()
                ? paragraph("Nothing that could be compared disagrees with the paper.")
                : "<p>What the paper has and these runs do not reproduce:</p>\n<ul>\n" + differing + "\n</ul>";
        return "<h2>What agrees with the paper</h2>\n" + paragraph(summary) + "\n" + where + "\n"
                + table(new Block.Table("Claims of arXiv 2606.12966, each with the rule by which it is said to agree.",
                        List.of("claim", "ours", Words.PAPER, "agrees when"), rows));
    }

    private String block(Block block) {
        return switch (block) {
            case Block.Heading(String text) -> "<h2>" + escaped(text) + "</h2>";
            case Block.Paragraph(String text) -> paragraph(text);
            case Block.Table table -> table(table);
            case Block.Figure figure -> "<figure>\n" + sized(figure.svg()) + "\n<figcaption>"
                    + escaped(figure.caption()) + "</figcaption>\n</figure>";
        };
    }

    /** The page says how large a figure is; its parts have names of their own already. */
    private static String sized(String svg) {
        return svg.replaceFirst(" width=\"[^\"]*mm\"", "").replaceFirst(" height=\"[^\"]*mm\"", "");
    }

    private String table(Block.Table table) {
        StringBuilder text = new StringBuilder("<div class=\"wide\"><table>\n<caption>")
                .append(escaped(table.caption())).append("</caption>\n<thead><tr>");
        List<String> heads = new ArrayList<>(table.heads());
        heads.add("verdict");
        heads.add("runs");
        heads.forEach(head -> text.append("<th scope=\"col\"").append(kind(head)).append('>').append(escaped(head))
                .append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        for (Block.Row row : table.rows()) {
            text.append("<tr>");
            for (int column = 0; column < row.values().size(); column++) {
                text.append(column == 0 ? "<th scope=\"row\"" : "<td" + kind(table.heads().get(column))).append('>')
                        .append(escaped(row.values().get(column))).append(column == 0 ? "</th>" : "</td>");
            }
            text.append("<td class=\"verdict ").append(row.verdict().name().toLowerCase(Locale.ROOT))
                    .append("\">").append(escaped(row.verdict().words())).append("</td><td class=\"runs\">")
                    .append(links(row.runs())).append("</td></tr>\n");
        }
        return text.append("</tbody></table></div>").toString();
    }

    private static String kind(String head) {
        return head.equals(Words.PAPER) ? " class=\"paper\"" : TEXTS.contains(head) ? " class=\"text\"" : "";
    }

    /** A few runs each by its link, many as a link to the list of all. */
    private String links(List<FoundRun> runs) {
        if (runs.size() > MOST_LINKS) {
            String ids = runs.stream().map(FoundRun::id).collect(Collectors.joining(" "));
            return "<a href=\"#runs\" title=\"" + escaped(ids) + "\">" + runs.size() + " runs</a>";
        }
        return runs.isEmpty() ? Words.NONE : runs.stream().map(this::link).collect(Collectors.joining(" "));
    }

    private String link(FoundRun run) {
        return "<a href=\"" + escaped(address(run.directory().path().toAbsolutePath().normalize())) + "/\">"
                + escaped(run.id()) + "</a>";
    }

    private String address(Path path) {
        try {
            String place = folder.relativize(path).toString().replace('\\', '/');
            return place.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
        } catch (IllegalArgumentException anotherDrive) {
            return path.toUri().toString();
        }
    }

    private String runs() {
        StringBuilder text = new StringBuilder("<h2 id=\"runs\">The runs</h2>\n<div class=\"wide\"><table>\n<caption>")
                .append("Every number above comes from these; each is a folder that Grokscope opens.</caption>\n<thead><tr>");
        List.of("cell", "state", "run", "steps", "computed on").forEach(
                head -> text.append("<th scope=\"col\" class=\"text\">").append(head).append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        results.states().forEach((cell, state) -> {
            Optional<FoundRun> run = state instanceof TrialState.Done(FoundRun found)
                    ? Optional.of(found)
                    : state instanceof TrialState.Unfinished(FoundRun begun) ? Optional.of(begun) : Optional.empty();
            text.append("<tr><th scope=\"row\">").append(escaped(cell.name())).append("</th><td class=\"text\">")
                    .append(escaped(why(state))).append("</td><td class=\"runs\">")
                    .append(run.map(this::link).orElse(Words.NONE)).append("</td><td>")
                    .append(run.map(it -> "%,d".formatted(it.history().lastStep())).orElse(Words.NONE))
                    .append("</td><td class=\"text\">")
                    .append(run.map(HtmlPage::home).map(HtmlPage::escaped).orElse(Words.NONE))
                    .append("</td></tr>\n");
        });
        return text.append("</tbody></table></div>").toString();
    }

    private static String home(FoundRun run) {
        Environment environment = run.history().head().environment();
        return environment.deviceName() + ", " + Words.count(environment.threads(), "thread", "threads");
    }

    private String again() {
        return "<h2>Run it again</h2>\n<pre>" + escaped(command) + "</pre>\n"
                + paragraph(
                        "Runs that exist, in this folder or with the program, are not trained again. Missing runs are trained, and interrupted ones go on.")
                + "\n<p class=\"foot\">" + escaped("Grokscope " + ProgramVersion.text()
                        + ". The paper: arXiv 2606.12966; its numbers are those of its tables.")
                + "</p>";
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
