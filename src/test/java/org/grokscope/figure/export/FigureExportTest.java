package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.grokscope.SharesNothing;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.ComparedCurve;
import org.grokscope.analysis.Comparison;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.MissingLetters;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.StepRange;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.EvaluationLine;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@SharesNothing
class FigureExportTest {
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    private static final PageSize SINGLE = PageSize.of(PagePreset.SINGLE);
    private static final List<String> AXES = List.of("training step", "accuracy", "FSD", "frequency k", "weight norm");

    private static final ExportDetails USUAL = ExportDetails.of(Path.of("runs"));

    @TempDir
    private Path folder;

    @Test
    void svgSaysInTextWhatItShowsAndHasNoBitmapButTheHeatMap() throws Exception {
        Document svg = svg(export(Samples.runs(3), Panel.DEFAULT, ExportFormat.SVG, SINGLE));
        assertThat(texts(svg))
                .contains("add mod 97 \u00b7 seed 0 (milestones)", "add mod 97 \u00b7 seed 2", "train", "validation",
                        "ceiling 0.80", "memorised 300", "grokked 2,500")
                .containsAll(AXES);
        NodeList images = svg.getElementsByTagNameNS("*", "image");
        assertThat(images.getLength()).isEqualTo(1);
        assertThat(((Element) images.item(0)).getAttributeNS("http://www.w3.org/1999/xlink", "href"))
                .startsWith("data:image/png;base64,");
    }

    @Test
    void aFigureWithoutHeatMapHasNoBitmapAtAll() throws Exception {
        Document svg = svg(export(Samples.runs(3), List.of(Panel.ACCURACY, Panel.LOSS,
                Panel.WEIGHT_NORM), ExportFormat.SVG, SINGLE));
        assertThat(svg.getElementsByTagNameNS("*", "image").getLength()).isZero();
    }

    @Test
    void svgHasItsSizeInMillimetres() throws Exception {
        Element root = svg(export(Samples.runs(1), Panel.DEFAULT, ExportFormat.SVG, size(120, 90, false)))
                .getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("120mm");
        assertThat(root.getAttribute("height")).isEqualTo("90mm");
        assertThat(root.getAttribute("viewBox").split(" ")).satisfies(box -> assertThat(
                Double.parseDouble(box[2]) / Double.parseDouble(box[3])).isCloseTo(120.0 / 90, within(1e-4)));
    }

    @Test
    void forksAreMarkedWhereTheyLeaveAndNamedByTheirWeightDecay() throws Exception {
        List<RunHistory> family = IntStream.of(0, 1, 4, 7, 10).mapToObj(SampleForks.family()::get).toList();
        Document svg = svg(export(family, List.of(Panel.WEIGHT_NORM), ExportFormat.SVG, SINGLE));
        assertThat(texts(svg)).contains("fork at step\u00a01,700")
                .anyMatch(text -> text.startsWith("\u03bb\u00a02")).anyMatch(text -> text.startsWith("\u03bb\u00a05"));
        assertThat(svg.getElementsByTagNameNS("*", "circle").getLength()).isEqualTo(family.size() - 1);
    }

    @Test
    void aTimelineOfFiveLongRunsStaysSmall() throws IOException {
        Random random = new Random(7);
        List<RunHistory> runs = IntStream.range(0, 5).mapToObj(i -> {
            List<Evaluation> noisy = IntStream.range(0, 10_000).mapToObj(step -> SampleHistories.evaluation(step * 10,
                    random.nextDouble(), random.nextDouble(), random.nextDouble())).toList();
            return Samples.named(SampleHistories.of(noisy, 10, RunState.FINISHED), "run-" + i, "noise " + i);
        }).toList();
        for (PagePreset preset : PagePreset.values()) {
            assertThat(export(runs, Panel.DEFAULT, ExportFormat.SVG, PageSize.of(preset)).bytes().length)
                    .as(preset.label()).isLessThan(600_000);
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aCancelledFigureIsNotWritten(ExportFormat format, @TempDir Path cancelled) {
        FigureExport export = export(Samples.runs(2), Panel.DEFAULT, format, SINGLE);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> export.write(cancelled.resolve("figure"), true))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(cancelled).isEmptyDirectory();
    }

    /** The table of a run of a million evaluations is two gigabytes: whoever closes the window does not wait for it. */
    @Test
    void aTableIsCancelledWhileItIsWritten(@TempDir Path cancelled) throws Exception {
        List<Evaluation> evaluations = IntStream.range(0, 200_000)
                .mapToObj(step -> SampleHistories.evaluation(step, 1, 0.5, 0.5)).toList();
        FigureExport export = export(List.of(SampleHistories.of(evaluations, 1, RunState.FINISHED)), Panel.DEFAULT,
                ExportFormat.CSV, SINGLE);
        FutureTask<?> writing = new FutureTask<>(() -> export.write(cancelled.resolve("table.csv"), true));
        Thread writer = Thread.ofPlatform().start(writing);
        await(() -> names(cancelled).anyMatch(name -> name.startsWith("table.csv.") && name.endsWith(".part")));
        writer.interrupt();
        assertThatThrownBy(writing::get).hasCauseInstanceOf(CancellationException.class);
        assertThat(cancelled).isEmptyDirectory();
    }

    private static Stream<String> names(Path folder) {
        return Arrays.stream(Objects.requireNonNull(folder.toFile().list()));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Test
    void theSameFigureHasTheSameBytesAndIsOfThePdfThatLatexTakes() throws IOException {
        byte[] first = export(Samples.runs(2), Panel.DEFAULT, ExportFormat.PDF, SINGLE).bytes();
        assertThat(export(Samples.runs(2), Panel.DEFAULT, ExportFormat.PDF, SINGLE).bytes()).isEqualTo(first);
        assertThat(new String(first, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4");
    }

    @Test
    void twoFiguresInOneDocumentShareNoId() throws IOException {
        String one = svg(Samples.runs(2));
        String other = svg(Samples.runs(3));
        assertThat(ids(one)).isNotEmpty().doesNotContainAnyElementsOf(ids(other));
        Matcher used = Pattern.compile("url\\(#([^)]+)\\)").matcher(one);
        while (used.find()) {
            assertThat(ids(one)).contains(used.group(1));
        }
    }

    private static String svg(List<RunHistory> runs) throws IOException {
        return new String(export(runs, Panel.DEFAULT, ExportFormat.SVG, SINGLE).bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> ids(String svg) {
        return Pattern.compile(" id=\"([^\"]+)\"").matcher(svg).results().map(it -> it.group(1)).toList();
    }

    @Test
    void pdfIsOnePageOfTheAskedSizeWithTextAndItsFonts() throws IOException {
        byte[] bytes = export(Samples.runs(2), Panel.DEFAULT, ExportFormat.PDF, size(178, 120, false)).bytes();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            PDRectangle sheet = pdf.getPage(0).getMediaBox();
            assertThat(sheet.getWidth()).isCloseTo((float) (178 * POINTS_PER_MILLIMETRE), within(0.01f));
            assertThat(sheet.getHeight()).isCloseTo((float) (120 * POINTS_PER_MILLIMETRE), within(0.01f));
            assertThat(new PDFTextStripper().getText(pdf)).contains("training step", "add mod 97 \u00b7 seed 1",
                    "validation", "ceiling 0.80", "grokked 2,500");
            List<Boolean> embedded = fonts(pdf.getPage(0).getResources());
            assertThat(embedded).isNotEmpty().doesNotContain(false);
        }
    }

    private static List<Boolean> fonts(PDResources resources) throws IOException {
        List<Boolean> embedded = new ArrayList<>();
        for (COSName name : resources.getFontNames()) {
            embedded.add(resources.getFont(name).isEmbedded());
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                embedded.addAll(fonts(form.getResources()));
            }
        }
        return embedded;
    }

    @Test
    void lettersThatTheTypefaceLacksDoNotSpoilAPdf() throws IOException {
        RunHistory run = Samples.named(SampleHistories.grokked(), "run", "\u7b2c\u4e00\u6b21 \ud83d\ude42");
        List<RunHistory> runs = List.of(run, Samples.runs(1).getFirst());
        byte[] bytes = export(runs, Panel.DEFAULT, ExportFormat.PDF, SINGLE).bytes();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("training step");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base\u00adline", "base\u200dline", "\ufeffbaseline", "base\u2028line", "base\u202eline",
            "base\u0000\u001b\u0007line", "base\ud800line", "two\nlines", "two\tlines", "\u57fa\u7ebf",
            "\u05d1\u05e1\u05d9\u05e1", "\u0623\u0633\u0627\u0633", "\ud83d\ude42", "\u0e10\u0e32\u0e19"})
    void aRunMayHaveAnyName(String name) throws Exception {
        List<RunHistory> runs = List.of(Samples.named(SampleHistories.grokked(), "run", name),
                Samples.runs(1).getFirst());
        for (TextForm text : TextForm.values()) {
            svg(new FigureExport(timeline(runs, List.of(Panel.FSD)), ExportFormat.SVG, SINGLE,
                    USUAL.with(text)));
        }
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(export(runs, List.of(Panel.FSD), format, SINGLE).bytes()).isNotEmpty();
        }
    }

    @Test
    void lettersThatTheTypefaceLacksAreDrawnInAnother() throws IOException {
        assumeThat(new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplay('\u57fa')).isTrue();
        byte[] one = png("\u57fa\u7ebf");
        assertThat(one).isNotEqualTo(png("\u7ebf\u57fa"));
        assertThat(MissingLetters.warnings(List.of("\u57fa"))).isEmpty();
        assertThat(MissingLetters.warnings(List.of("a\udbff\udffd"))).singleElement().asString()
                .startsWith("No typeface here has the letter ");
    }

    private static byte[] png(String name) throws IOException {
        return export(List.of(Samples.named(SampleHistories.grokked(), "run", name), Samples.runs(1).getFirst()),
                List.of(Panel.FSD), ExportFormat.PNG, SINGLE).bytes();
    }

    @Test
    void theLastTickLabelIsNotCutOff() throws Exception {
        List<Evaluation> evaluations = IntStream.rangeClosed(0, 50)
                .mapToObj(i -> SampleHistories.evaluation(200_000 * i, 1, 0.5, 0.5)).toList();
        RunHistory run = SampleHistories.of(evaluations, 200_000, RunState.FINISHED);
        Document svg = svg(export(List.of(run), List.of(Panel.FSD), ExportFormat.SVG, SINGLE));
        double width = Double.parseDouble(svg.getDocumentElement().getAttribute("viewBox").split(" ")[2]);
        Element last = texts(svg, "10,000,000");
        double half = PageMetrics.of(FigureStyle.PAGE.labelFont()).stringWidth("10,000,000") / 2.0;
        assertThat(Double.parseDouble(last.getAttribute("x")) + half).isLessThan(width);
    }

    private static Element texts(Document svg, String text) {
        NodeList nodes = svg.getElementsByTagNameNS("*", "text");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i))
                .filter(it -> it.getTextContent().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void whatALogarithmCannotShowIsCounted() throws Exception {
        List<String> said = texts(svg(new FigureExport(new ForkContent(ForkChart.LOG_LOG,
                List.of(SampleForks.parent("p")), ForkPool.of(List.of(SampleForks.parent("p"),
                        SampleForks.waiting("p", 0, 0, 900, RunState.FINISHED), SampleForks.grokked("p", 2, 0, 900),
                        SampleForks.grokked("p", 3, 0, 600)), List.of("p"), OptionalInt.empty()),
                OptionalInt.empty()), ExportFormat.SVG, SINGLE, USUAL)));
        assertThat(String.join(" ", said)).contains("1 branch with \u03bb\u00a00 not drawn");
    }

    @Test
    void pngHasTheAskedPixelsAndSaysItsResolution() throws IOException {
        FigureExport export = new FigureExport(
                timeline(Samples.runs(1), Panel.DEFAULT), ExportFormat.PNG, size(85, 60, false), USUAL.at(600));
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(export.bytes()))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            assertThat(reader.getWidth(0)).isEqualTo(2008);
            assertThat(reader.getHeight(0)).isEqualTo(1417);
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            Element resolution = (Element) root.getElementsByTagName("pHYs").item(0);
            assertThat(resolution.getAttribute("pixelsPerUnitXAxis")).isEqualTo("23622");
            assertThat(resolution.getAttribute("unitSpecifier")).isEqualTo("meter");
            reader.dispose();
        }
    }

    @Test
    void aRawCsvHoldsExactlyTheLoggedValues() throws IOException {
        List<RunHistory> runs = List.of(SampleHistories.grokked(), Samples.runs(1).getFirst());
        List<String> lines = lines(new FigureExport(timeline(runs, Arrays.asList(Panel.values())), ExportFormat.CSV,
                SINGLE, USUAL.with(new TableForm(true, false))));
        assertThat(lines.getFirst()).isEqualTo("step,aligned,run,name,folder,measure,value,unit");
        String home = Path.of("runs").toAbsolutePath().toString();
        List<String> expected = new ArrayList<>();
        for (RunHistory run : runs) {
            for (Evaluation evaluation : run.evaluations()) {
                JsonNode logged = EvaluationLine.write(evaluation);
                for (String key : Arrays.stream(Panel.values()).flatMap(it -> it.logged().stream()).distinct()
                        .filter(logged::has).toList()) {
                    values(logged.get(key), key).map(it -> evaluation.step() + "," + evaluation.step() + ","
                            + run.head().id() + "," + run.head().name() + "," + home + "," + it + ","
                            + Column.logged(key).unit()).forEach(expected::add);
                }
            }
        }
        assertThat(lines.subList(1, lines.size())).containsExactlyElementsOf(expected);
    }

    @Test
    void aCsvHoldsWhatTheFigureShows() throws IOException {
        TimelineContent part = TimelineContent.of(FigureName.of(Panel.FSD), Samples.runs(2), List.of(Panel.FSD),
                Optional.of(new StepRange(1000, 2000)), false);
        assertThat(lines(new FigureExport(part, ExportFormat.CSV, SINGLE, USUAL)).stream().skip(1)
                .filter(line -> line.contains(",fsd,")).map(line -> Integer.parseInt(line.split(",")[0])))
                .hasSize(22).allMatch(step -> step >= 1000 && step <= 2000);
    }

    @Test
    void aCsvOfBandsHoldsMeanLowHighAndCountOfTheFigure() throws IOException {
        List<RunHistory> runs = List.of(SampleForks.grokked("p", 2, 0, 900), SampleForks.grokked("p", 2, 1, 1100),
                SampleForks.grokked("p", 3, 0, 500));
        CompareContent content = new CompareContent(runs, Measure.WEIGHT_NORM, Alignment.GROKKING, true);
        List<ComparedCurve> curves = Comparison.of(runs,
                Measure.WEIGHT_NORM, Alignment.GROKKING, true).curves();
        List<String[]> rows = lines(new FigureExport(content, ExportFormat.CSV, SINGLE, USUAL)).stream().skip(1)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).toList();
        for (ComparedCurve.Point point : curves.getFirst().points()) {
            assertThat(value(rows, point, "weightNorm.mean")).isCloseTo(point.value(), within(1e-12));
            assertThat(value(rows, point, "weightNorm.low")).isCloseTo(point.low(), within(1e-12));
            assertThat(value(rows, point, "weightNorm.high")).isCloseTo(point.high(), within(1e-12));
            assertThat(value(rows, point, "weightNorm.count")).isEqualTo(2);
        }
        assertThat(rows).filteredOn(row -> row[5].equals("weightNorm")).isNotEmpty()
                .allSatisfy(row -> assertThat(Integer.parseInt(row[0]) - Integer.parseInt(row[1]))
                        .isEqualTo(SampleForks.FORK + 500));
    }

    @Test
    void aCsvOfSmallMultiplesHoldsEveryColumn() throws IOException {
        List<RunHistory> runs = Samples.runs(2);
        MultiplesContent content = new MultiplesContent(runs, List.of(Measure.FSD, Measure.WEIGHT_NORM),
                Alignment.START, false);
        List<String> rows = lines(new FigureExport(content, ExportFormat.CSV, SINGLE, USUAL));
        for (String measure : List.of(",fsd,", ",weightNorm,")) {
            assertThat(rows.stream().filter(row -> row.contains(measure)))
                    .hasSize(runs.stream().mapToInt(run -> run.ownEvaluations().size()).sum());
        }
    }

    private static double value(List<String[]> rows, ComparedCurve.Point point, String measure) {
        return Double.parseDouble(rows.stream().filter(row -> row[5].equals(measure)
                && Double.parseDouble(row[1]) == point.step()).findFirst().orElseThrow()[6]);
    }

    @Test
    void everyNumberOfACsvHasItsUnit() throws IOException {
        List<String> rows = lines(new FigureExport(timeline(Samples.runs(1), Arrays.asList(Panel.values())),
                ExportFormat.CSV, SINGLE, USUAL));
        assertThat(rows).anyMatch(row -> row.contains(",trainLoss,") && row.endsWith(",nats"))
                .anyMatch(row -> row.contains(",validationAccuracy,") && row.endsWith(",share"))
                .anyMatch(row -> row.contains(",embeddingPower.48,") && row.endsWith(",share"))
                .anyMatch(row -> row.contains(",validationMargin,") && row.endsWith(",logits"))
                .anyMatch(row -> row.contains(",weightNorm,") && row.endsWith(","));
        assertThat(lines(new FigureExport(new ForkContent(ForkChart.LOG_LOG, List.of(SampleForks.parent("p")),
                ForkPool.of(SampleForks.family("p"), List.of("p"), OptionalInt.empty()), OptionalInt.empty()),
                ExportFormat.CSV, SINGLE, USUAL))).anyMatch(row -> row.contains(",delay,") && row.endsWith(",steps"));
    }

    @Test
    void aWideCsvHasAColumnForEachRunAndMeasure() throws IOException {
        List<String> lines = lines(new FigureExport(timeline(Samples.runs(2), List.of(Panel.ACCURACY)),
                ExportFormat.CSV, SINGLE, USUAL.with(new TableForm(false, true))));
        assertThat(lines.getFirst()).isEqualTo("step,run-0.trainAccuracy,run-0.validationAccuracy,"
                + "run-1.trainAccuracy,run-1.validationAccuracy");
        assertThat(lines).hasSize(62).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(5));
    }

    @Test
    void aTableNeedsNoRoomOnAPage() throws IOException {
        assertThat(new FigureExport(timeline(Samples.runs(20), Panel.DEFAULT), ExportFormat.CSV, size(85, 40, false),
                USUAL).bytes()).isNotEmpty();
    }

    private static List<String> lines(FigureExport export) throws IOException {
        return new String(export.bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    private static Stream<String> values(JsonNode value, String key) {
        if (value.isObject()) {
            return value.properties().stream().map(it -> key + "." + it.getKey() + "," + it.getValue());
        }
        return value.isArray()
                ? IntStream.range(0, value.size()).mapToObj(i -> key + "." + (i + 1) + "," + value.get(i))
                : Stream.of(key + "," + (value.isNull() ? "" : value.toString()));
    }

    @Test
    void figuresOfOnePlotAreaAlign() {
        Page one = Page.of(timeline(Samples.runs(1), Panel.DEFAULT), size(60, 80, true));
        Page many = Page.of(timeline(Samples.runs(7), Panel.DEFAULT), size(60, 80, true));
        for (Page page : List.of(one, many)) {
            Rectangle2D plot = page.plotAreaMillimetres();
            assertThat(plot.getWidth()).isCloseTo(60, within(0.01));
            assertThat(plot.getHeight()).isCloseTo(80, within(0.01));
        }
        assertThat(many.heightMillimetres()).isGreaterThan(one.heightMillimetres() + 5);
    }

    @Test
    void theRecordBesideTellsHowToDrawItAgain() throws IOException {
        Path file = folder.resolve("figure.svg");
        FigureExport export = new FigureExport(TimelineContent.of(FigureName.TIMELINE, Samples.runs(2),
                List.of(Panel.FSD), Optional.empty(), true), ExportFormat.SVG, size(100, 80, true), USUAL);
        Path record = export.write(file, false).record().orElseThrow();
        assertThat(record).hasFileName("figure.svg.json");
        JsonNode json = new ObjectMapper().readTree(record.toFile());
        assertThat(json.path("command").valueStream().map(JsonNode::asText)).containsExactly("grokscope", "export",
                "run-0",
                "run-1", "--figure", "timeline", "--panels", "fsd", "--log", "--format", "svg", "--preset", "single",
                "--width", "100", "--height", "80", "--plot-area", "--runs",
                Path.of("runs").toAbsolutePath().toString(),
                "--out", "figure.svg");
        assertThat(json.at("/page/plotWidthMillimetres").asDouble()).isCloseTo(100, within(0.01));
        assertThat(json.at("/runs/1/configuration/task/p").asInt()).isEqualTo(97);
        assertThat(json.path("grokscope").asText()).isNotBlank();
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("figure.csv"), "mine");
        FigureExport export = export(Samples.runs(1), Panel.DEFAULT, ExportFormat.CSV, SINGLE);
        assertThatThrownBy(() -> export.write(file, false)).isInstanceOf(FileProblem.class)
                .hasMessageEndingWith("is there already; --force replaces it.");
        assertThat(file).hasContent("mine");
        export.write(file, true);
        assertThat(Files.readString(file)).startsWith("step,aligned,run,name,folder,measure,value,unit\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrder("figure.csv",
                    "figure.csv.json");
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndLeavesNothing() {
        FigureExport export = export(Samples.runs(20), Panel.DEFAULT, ExportFormat.SVG, size(85, 40, false));
        assertThatThrownBy(() -> export.write(folder.resolve("figure.svg"), false)).isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The figure has no room on 85 \u00d7 40 mm;");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anImageForTheClipboardHasTheLimitThatAFileHas() {
        FigureExport export = new FigureExport(timeline(Samples.runs(1), Panel.DEFAULT), ExportFormat.PNG,
                size(400, 400, false), USUAL.at(2400));
        assertThatThrownBy(export::image).isInstanceOf(InvalidSetting.class).hasMessageContaining("100 million pixels");
    }

    private static FigureExport export(List<RunHistory> runs, List<Panel> panels, ExportFormat format,
            PageSize size) {
        return new FigureExport(timeline(runs, panels), format, size, USUAL);
    }

    private static TimelineContent timeline(List<RunHistory> runs, List<Panel> panels) {
        return TimelineContent.of(FigureName.TIMELINE, runs, panels, Optional.empty(), false);
    }

    private static PageSize size(double width, double height, boolean ofPlotArea) {
        return new PageSize(PagePreset.SINGLE, OptionalDouble.of(width), OptionalDouble.of(height), ofPlotArea);
    }

    private static Document svg(FigureExport export) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(export.bytes()));
    }

    private static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagNameNS("*", "text");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }
}
