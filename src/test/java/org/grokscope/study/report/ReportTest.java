package org.grokscope.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.study.Catalogue;
import org.grokscope.study.RunIndex;
import org.grokscope.study.Study;
import org.grokscope.study.StudyArchive;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Reports on runs whose logs say what the paper's tables say. */
@SharesNothing
class ReportTest {
    private static final Study LEADS = Catalogue.of("leads");
    private static final Study FORK_LAW = Catalogue.of("fork-law");

    @TempDir
    Path folder;
    private WrittenRuns written = new WrittenRuns(Path.of("."));

    @BeforeEach
    void aFolder() {
        written = new WrittenRuns(folder);
    }

    @Test
    void everyStudyHasAReport() {
        assertThat(Report.studies()).containsExactlyInAnyOrderElementsOf(
                Catalogue.all().stream().map(Study::name).toList());
    }

    @Test
    void runsThatDoWhatThePapersDidAgreeWithIt() throws IOException {
        writeThePapersLeads();
        Report report = report(LEADS);
        assertThat(claim(report, "Mean lead over").ours()).startsWith("+1,722 [");
        assertThat(claim(report, "That is more than chance").ours()).isEqualTo("p = 0.0039");
        assertThat(report.claims()).extracting(Claim::verdict).containsOnly(Verdict.AGREES);
    }

    @Test
    void theIntervalsAreThePapersWithinSixtySteps() throws IOException {
        writeThePapersLeads();
        Block.Table summary = table(report(LEADS), "Over the runs of addition, 100-step grid.");
        for (String row : List.of("95% interval over runs", "95% interval over primes")) {
            List<String> values = values(summary, row);
            assertEndsNear(values.get(1), values.get(2));
        }
    }

    @Test
    void aRunWhoseLeadHasAnotherSignDoesNotAgree() throws IOException {
        Trained cell = trained("add p=97 seed=42");
        written.run(cell.configuration(), 3000, OptionalInt.empty(), OptionalInt.of(2500));
        Block.Table every = table(report(LEADS), "Milestones on the 100-step grid");
        assertThat(every.rows().getFirst().verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(page(report(LEADS))).contains("What the paper has and these runs do not reproduce");
    }

    @Test
    void onThePapersGridAMilestoneIsDatedAtTheNextMultipleOfFiveHundred() throws IOException {
        RunDirectory run = written.run(trained("add p=97 seed=42").configuration(), 1300, OptionalInt.empty(),
                OptionalInt.of(3900));
        assertThat(LeadsReport.onPapersGrid(run.history()).step(Milestone.CEILING)).hasValue(1500);
        assertThat(LeadsReport.onPapersGrid(run.history()).step(Milestone.GROKKED)).hasValue(4000);
    }

    @Test
    void thePapersDelaysGiveThePapersLaw() throws IOException {
        writeThePapersDelays(131);
        writeThePapersDelays(53);
        Report report = report(FORK_LAW);
        assertThat(claim(report, "p = 53").ours()).isEqualTo("C = 4,780, R² = 0.89");
        assertThat(claim(report, "p = 131").ours()).isEqualTo("C = 1,760, R² = 0.99");
        Block.Table fits = report.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast)
                .filter(table -> table.heads().getFirst().equals("p = 53") && table.caption().startsWith("The law"))
                .findFirst().orElseThrow();
        for (Block.Row row : fits.rows()) {
            if (!row.values().get(2).equals(Words.NONE)) {
                assertThat(row.values().get(1)).startsWith(row.values().get(2));
            }
        }
    }

    @Test
    void everyLinkLeadsToARunThatOpens() throws IOException {
        writeThePapersLeads();
        Path file = ReportFile.write(report(LEADS), folder, "grokscope study leads");
        List<String> links = all("<a href=\"([^\"#]+)\"", Files.readString(file));
        assertThat(links).hasSizeGreaterThan(12);
        for (String link : links) {
            Path run = file.resolveSibling(URLDecoder.decode(link, StandardCharsets.UTF_8));
            assertThat(RunDirectory.open(run.normalize()).history().evaluations()).isNotEmpty();
        }
    }

    @Test
    void everyRowWithANumberOfOursNamesItsRuns() throws IOException {
        writeThePapersLeads();
        writeThePapersDelays(131);
        for (Study study : List.of(LEADS, FORK_LAW)) {
            for (Block block : report(study).blocks()) {
                if (block instanceof Block.Table table) {
                    assertThat(table.rows()).allMatch(row -> row.verdict() == Verdict.OPEN || !row.runs().isEmpty());
                }
            }
        }
    }

    @Test
    void aHalfDoneStudySaysWhatIsMissing() throws IOException {
        written.run(trained("add p=97 seed=42").configuration(), 1500, OptionalInt.empty(), OptionalInt.of(4000));
        RunDirectory.create(folder, "begun", trained("add p=53 seed=42").configuration(), null,
                RunDirectory.open(folder.resolve("add-97-seed-42")).head().environment());
        assertThat(page(report(LEADS))).contains("1 of 12 runs are done.", "add p=53 seed=42 (begun)",
                "multiply p=97 seed=42 (missing)");
    }

    @Test
    void everyStudyHasAReportBeforeAnythingWasRun() throws IOException {
        for (Study study : Catalogue.all()) {
            String page = page(report(study));
            assertThat(page).contains("0 of " + study.cells().size() + " runs are done.");
            assertThat(parsed(page).getElementsByTagName("svg").getLength()).isZero();
        }
    }

    @Test
    void aPageNeedsNothingElseAndNamesItsPartsOnce() throws IOException {
        writeThePapersLeads();
        String page = page(report(LEADS));
        assertThat(page).doesNotContain("<script", "<link", "src=", "@import", "href=\"http");
        assertThat(all(" id=\"([^\"]+)\"", page)).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(parsed(page).getElementsByTagName("svg").getLength()).isEqualTo(3);
    }

    @Test
    void whatIsSaidIsNoMarkup() throws IOException {
        String page = new HtmlPage(report(LEADS), folder, "study \"<b>\" && 'x'").text();
        assertThat(parsed(page).getElementsByTagName("b").getLength()).isZero();
        assertThat(parsed(page).getElementsByTagName("pre").item(0).getTextContent())
                .isEqualTo("study \"<b>\" && 'x'");
    }

    @Test
    void aQuickReportSaysWhichRunsItIsContentWith() throws IOException {
        Results quick = Results.of(LEADS, true, RunIndex.read(folder, StudyArchive.NONE));
        assertThat(parsed(page(Report.of(quick))).getDocumentElement().getTextContent()).contains(
                "This is the quick version, which asks for 4 of the study's 12 runs",
                "grokscope study");
        assertThat(ReportFile.of(folder, "leads", true)).isNotEqualTo(ReportFile.of(folder, "leads", false));
    }

    @Test
    void theCellsOfTheLeadsAreThePapersRows() {
        List<String> paper = PaperNumbers.leads().stream().map(ReportTest::name).toList();
        assertThat(LEADS.cells()).extracting(Trial::name).containsExactlyInAnyOrderElementsOf(paper);
    }

    private static String name(JsonNode row) {
        return "%s p=%d seed=%d".formatted(row.get("op").asText(), row.get("p").asInt(), row.get("seed").asInt());
    }

    private static Trained trained(String name) {
        return (Trained) LEADS.cells().stream().filter(cell -> cell.name().equals(name)).findFirst().orElseThrow();
    }

    private void writeThePapersLeads() throws IOException {
        for (JsonNode row : PaperNumbers.leads()) {
            JsonNode restricted = row.path("restrictedLossSync");
            written.run(trained(name(row)).configuration(), row.get("sync").asInt(),
                    restricted.isInt() ? OptionalInt.of(restricted.asInt()) : OptionalInt.empty(),
                    OptionalInt.of(row.get("grok").asInt()));
        }
    }

    /** Writes one draw whose delays are the means of the paper. */
    private void writeThePapersDelays(int p) throws IOException {
        RunConfiguration configuration = FORK_LAW.cells().stream().map(cell -> ((Forked) cell).parent().configuration())
                .filter(it -> it.task().p() == p).findFirst().orElseThrow();
        RunDirectory parent = written.run(configuration, 1000, OptionalInt.empty(), OptionalInt.of(3000));
        PaperNumbers.Law law = PaperNumbers.law(p).orElseThrow();
        for (double weightDecay : List.of(1.0, 2.0, 3.0, 5.0)) {
            if (law.delay(weightDecay).isPresent()) {
                written.branch(parent, 1000, weightDecay, (int) law.delay(weightDecay).getAsDouble());
            }
        }
    }

    private Report report(Study study) throws IOException {
        return Report.of(Results.of(study, false, RunIndex.read(folder, StudyArchive.NONE)));
    }

    private String page(Report report) {
        return new HtmlPage(report, folder.resolve("reports"), "grokscope study " + report.results().study().name())
                .text();
    }

    private static Claim claim(Report report, String what) {
        return report.claims().stream().filter(claim -> claim.what().contains(what)).findFirst().orElseThrow();
    }

    private static Block.Table table(Report report, String caption) {
        return report.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast)
                .filter(table -> table.caption().startsWith(caption)).findFirst().orElseThrow();
    }

    private static List<String> values(Block.Table table, String what) {
        return table.rows().stream().map(Block.Row::values).filter(values -> values.getFirst().equals(what)).findFirst()
                .orElseThrow();
    }

    private static void assertEndsNear(String ours, String paper) {
        List<String> left = all("([\\d,]+\\d)", ours);
        List<String> right = all("([\\d,]+\\d)", paper);
        for (int end = 0; end < 2; end++) {
            assertThat(Double.parseDouble(left.get(end).replace(",", "")))
                    .isCloseTo(Double.parseDouble(right.get(end).replace(",", "")), within(60.0));
        }
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }

    /** A page that is well formed: every element is closed. */
    private static Document parsed(String page) {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
