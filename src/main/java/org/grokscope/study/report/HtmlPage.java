package org.grokscope.study.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.Tag;
import j2html.tags.specialized.ATag;
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
import java.util.stream.IntStream;
import org.grokscope.run.Environment;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.study.TrialState;
import org.grokscope.training.ProgramVersion;

/** A report as one HTML file that needs no other. What is said in it is escaped; the figures are markup. */
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
        List<DomContent> parts = new ArrayList<>();
        parts.add(h1(study.title()));
        parts.add(p(study.question()));
        parts.add(standing());
        parts.addAll(claims());
        report.blocks().forEach(block -> parts.add(block(block)));
        parts.addAll(runs());
        parts.addAll(again());
        return resource("report.html").replace("@TITLE@", j2html.TagCreator.text(study.title()).render())
                .replace("@STYLE@", resource("report.css"))
                .replace("@BODY@", parts.stream().map(DomContent::render).collect(Collectors.joining("\n")));
    }

    private DomContent standing() {
        int asked = results.states().size();
        List<String> missing = results.states().entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof TrialState.Done))
                .map(entry -> entry.getKey().name() + " (" + why(entry.getValue()) + ")").toList();
        String quick = results.quick()
                ? " This is the quick version, which asks for " + asked + " of the study's " + study.cells().size()
                        + " runs: " + study.cells(true).stream().map(Trial::name).collect(Collectors.joining(", "))
                        + "."
                : "";
        return p(results.done() + " of " + asked + " runs are done."
                + (missing.isEmpty() ? "" : " " + missing(missing)) + quick).withClass("standing");
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

    private List<DomContent> claims() {
        if (report.claims().isEmpty()) {
            return List.of();
        }
        long partly = report.count(Verdict.PARTLY);
        String summary = "Of %d claims %s, %s%s, and %s.".formatted(report.claims().size(),
                Words.count(report.count(Verdict.AGREES), "agrees", "agree"),
                Words.count(report.count(Verdict.DIFFERS), "does not", "do not"),
                partly == 0 ? "" : ", " + Words.count(partly, "agrees in part", "agree in part"),
                Words.count(report.count(Verdict.OPEN), "is not known yet", "are not known yet"));
        List<Block.Row> rows = report.claims().stream().map(claim -> new Block.Row(
                List.of(claim.what(), claim.ours(), claim.paper(), claim.rule()), claim.verdict(), claim.runs()))
                .toList();
        List<Claim> differing = report.claims().stream().filter(claim -> claim.verdict() == Verdict.DIFFERS).toList();
        List<DomContent> parts = new ArrayList<>(List.of(h2("What agrees with the paper"), p(summary)));
        if (differing.isEmpty()) {
            parts.add(p("Nothing that could be compared disagrees with the paper."));
        } else {
            parts.add(p("What the paper has and these runs do not reproduce:"));
            parts.add(ul(each(differing, claim -> li(
                    claim.what() + ": the paper has " + claim.paper() + ", here it is " + claim.ours() + "."))));
        }
        parts.add(table(new Block.Table("Claims of arXiv 2606.12966, each with the rule by which it is said to agree.",
                List.of("claim", "ours", Words.PAPER, "agrees when"), rows)));
        return parts;
    }

    private DomContent block(Block block) {
        return switch (block) {
            case Block.Heading(String text) -> h2(text);
            case Block.Paragraph(String text) -> p(text);
            case Block.Table table -> table(table);
            case Block.Figure figure -> figure(rawHtml(sized(figure.svg())), figcaption(figure.caption()));
        };
    }

    /** The page says how large a figure is; its parts have names of their own already. */
    private static String sized(String svg) {
        return svg.replaceFirst(" width=\"[^\"]*mm\"", "").replaceFirst(" height=\"[^\"]*mm\"", "");
    }

    private DomContent table(Block.Table table) {
        List<String> heads = new ArrayList<>(table.heads());
        heads.add("verdict");
        heads.add("runs");
        return wide(table.caption(), each(heads, head -> of(th(head).attr("scope", "col"), head)),
                each(table.rows(), row -> tr(th(row.values().getFirst()).attr("scope", "row"),
                        each(IntStream.range(1, row.values().size()).boxed().toList(),
                                column -> of(td(row.values().get(column)), table.heads().get(column))),
                        td(row.verdict().words())
                                .withClass("verdict " + row.verdict().name().toLowerCase(Locale.ROOT)),
                        td(links(row.runs())).withClass("runs"))));
    }

    /** A table that scrolls where the page is narrow. */
    private static DomContent wide(String caption, DomContent heads, DomContent rows) {
        return div(j2html.TagCreator.table(caption(caption), thead(tr(heads)), tbody(rows))).withClass("wide");
    }

    /** Says what kind of things stand under a head. */
    private static <T extends Tag<T>> T of(T cell, String head) {
        return head.equals(Words.PAPER)
                ? cell.withClass("paper")
                : cell.withCondClass(TEXTS.contains(head), "text");
    }

    /** A few runs each by its link, many as a link to the list of all. */
    private DomContent links(List<FoundRun> runs) {
        if (runs.size() > MOST_LINKS) {
            String ids = runs.stream().map(FoundRun::id).collect(Collectors.joining(" "));
            return a(runs.size() + " runs").withHref("#runs").withTitle(ids);
        }
        return runs.isEmpty()
                ? j2html.TagCreator.text(Words.NONE)
                : rawHtml(runs.stream().map(run -> link(run).render()).collect(Collectors.joining(" ")));
    }

    private ATag link(FoundRun run) {
        return a(run.id()).withHref(address(run.directory().path().toAbsolutePath().normalize()) + "/");
    }

    private String address(Path path) {
        try {
            String place = folder.relativize(path).toString().replace('\\', '/');
            return place.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
        } catch (IllegalArgumentException anotherDrive) {
            return path.toUri().toString();
        }
    }

    private List<DomContent> runs() {
        return List.of(h2("The runs").withId("runs"),
                wide("Every number above comes from these; each is a folder that Grokscope opens.",
                        each(List.of("cell", "state", "run", "steps", "computed on"),
                                head -> th(head).attr("scope", "col").withClass("text")),
                        each(results.states().entrySet(), entry -> run(entry.getKey(), entry.getValue()))));
    }

    private DomContent run(Trial cell, TrialState state) {
        Optional<FoundRun> run = state instanceof TrialState.Done(FoundRun found)
                ? Optional.of(found)
                : state instanceof TrialState.Unfinished(FoundRun begun) ? Optional.of(begun) : Optional.empty();
        return tr(th(cell.name()).attr("scope", "row"), td(why(state)).withClass("text"),
                td(links(run.stream().toList())).withClass("runs"),
                td(run.map(it -> "%,d".formatted(it.history().lastStep())).orElse(Words.NONE)),
                td(run.map(HtmlPage::home).orElse(Words.NONE)).withClass("text"));
    }

    private static String home(FoundRun run) {
        Environment environment = run.history().head().environment();
        return environment.deviceName() + ", " + Words.count(environment.threads(), "thread", "threads");
    }

    private List<DomContent> again() {
        return List.of(h2("Run it again"), pre(command), p(
                "Runs that exist, in this folder or with the program, are not trained again. Missing runs are trained, and interrupted ones go on."),
                p("Grokscope " + ProgramVersion.text()
                        + ". The paper: arXiv 2606.12966; its numbers are those of its tables.").withClass("foot"));
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
