package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.grokscope.SharesNothing;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.StepRange;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What readers of SVG do not agree on is not in a figure. */
@SharesNothing
class CleanSvgTest {
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    @Test
    void everyMarkSaysAllOfItselfAndNothingThatIsSoAnyway() throws Exception {
        for (FigureContent content : contents()) {
            Document svg = svg(content, TextForm.TEXT);
            assertThat(elements(svg, "g")).isEmpty();
            for (Element element : elements(svg, "*")) {
                Set<String> names = names(element);
                assertThat(names).doesNotContain("text-rendering", "shape-rendering", "image-rendering",
                        "color-rendering", "font-style");
                assertThat(element.getAttribute("stroke-dasharray")).isNotEqualTo("none");
                assertThat(element.getAttribute("stroke")).isNotEqualTo("none");
                if (!element.hasAttribute("stroke")) {
                    assertThat(names).noneMatch(name -> name.startsWith("stroke-"));
                }
            }
        }
    }

    @Test
    void aTextHasItsColourAndItsTypefaceItself() throws Exception {
        for (FigureContent content : contents()) {
            assertThat(texts(svg(content, TextForm.TEXT))).isNotEmpty().allSatisfy(text -> {
                assertThat(text.getAttribute("fill")).isNotEmpty();
                assertThat(text.getAttribute("font-family")).startsWith("Inter, ").endsWith("sans-serif");
                assertThat(text.getAttribute("font-size")).endsWith("px");
            });
        }
    }

    @Test
    void labelsSayWhichOfTheirEndsStays() throws Exception {
        Document timeline = svg(timeline(OptionalInt.empty()), TextForm.TEXT);
        assertThat(anchor(timeline, "2,000")).isEqualTo("middle");
        assertThat(anchor(timeline, "training step")).isEqualTo("middle");
        assertThat(anchor(timeline, "100%")).isEqualTo("end");
        assertThat(anchor(timeline, "accuracy")).isEqualTo("middle");
        assertThat(anchor(timeline, "grokked 2,500")).isEqualTo("middle");
        assertThat(anchor(svg(ablation(), TextForm.TEXT), "block 0 MLP")).isEqualTo("end");
    }

    @Test
    void anchoredTextStandsWhereJavaDrawsIt() throws Exception {
        Document svg = svg(ablation(), TextForm.TEXT);
        List<Double> ends = texts(svg).stream().filter(text -> text.getTextContent().startsWith("block "))
                .map(text -> Double.valueOf(text.getAttribute("x"))).distinct().toList();
        assertThat(ends).hasSize(1);
    }

    /** Where another typeface is wider than its box, white letters would be lost on the page. */
    @Test
    void noTextIsLight() throws Exception {
        for (FigureContent content : contents()) {
            assertThat(texts(svg(content, TextForm.TEXT))).allSatisfy(text -> assertThat(luminance(text
                    .getAttribute("fill"))).as(text.getTextContent()).isLessThan(0.4));
        }
    }

    private static double luminance(String fill) {
        if (fill.equals("black")) {
            return 0;
        }
        Matcher rgb = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)").matcher(fill);
        assertThat(rgb.matches()).as(fill).isTrue();
        return (0.2126 * Integer.parseInt(rgb.group(1)) + 0.7152 * Integer.parseInt(rgb.group(2))
                + 0.0722 * Integer.parseInt(rgb.group(3))) / 255;
    }

    @Test
    void theHeatMapHasWholePixelsACellNoTransparencyAndEndsWithTheRun() throws Exception {
        Element whole = elements(svg(timeline(OptionalInt.empty()), TextForm.TEXT), "image").getFirst();
        BufferedImage image = image(whole);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        int frequencies = 48;
        assertThat(image.getHeight() % frequencies).isZero();
        int rows = image.getHeight() / frequencies;
        assertThat(rows).isGreaterThanOrEqualTo(4);
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(0, y)).isEqualTo(image.getRGB(0, y / rows * rows));
        }
        Element half = elements(svg(timeline(OptionalInt.of(12_100)), TextForm.TEXT), "image").getFirst();
        assertThat(image(half).getWidth()).isBetween(image.getWidth() / 2 - 20, image.getWidth() / 2 + 20);
    }

    private static BufferedImage image(Element image) throws IOException {
        String data = image.getAttributeNS(XLINK, "href").replaceFirst("^data:image/png;base64,", "");
        return ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(data)));
    }

    @Test
    void outlinesNeedNoTypeface() throws Exception {
        Document svg = svg(timeline(OptionalInt.empty()), TextForm.OUTLINES);
        assertThat(texts(svg)).isEmpty();
        assertThat(elements(svg, "*")).noneMatch(element -> element.hasAttribute("font-family"));
        assertThat(elements(svg, "path").size())
                .isGreaterThan(elements(svg(timeline(OptionalInt.empty()), TextForm.TEXT), "path").size() + 20);
    }

    @Test
    void embeddedLettersAreThoseThatAreUsed() throws Exception {
        Document svg = svg(new ForkContent(ForkChart.LOG_LOG, List.of(SampleForks.parent("p")),
                ForkPool.of(SampleForks.family("p"), List.of("p"), OptionalInt.empty()), OptionalInt.empty()),
                TextForm.EMBEDDED);
        String sheet = elements(svg, "style").getFirst().getTextContent();
        Matcher face = Pattern.compile("font-weight:400;src:url\\(data:font/ttf;base64,([^)]+)\\)").matcher(sheet);
        assertThat(face.find()).isTrue();
        byte[] file = Base64.getDecoder().decode(face.group(1));
        assertThat(file).hasSizeLessThan(40_000);
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            assertThat(font.getUnicodeCmapLookup().getGlyphId('\u03bb')).isPositive();
            assertThat(font.getUnicodeCmapLookup().getGlyphId('Q')).isZero();
        }
    }

    @Test
    void noClipIsTheWholePageAndAllThatAreThereAreUsed() throws Exception {
        for (FigureContent content : contents()) {
            Document svg = svg(content, TextForm.TEXT);
            Set<String> used = new HashSet<>();
            elements(svg, "*").forEach(element -> used.add(element.getAttribute("clip-path")));
            for (Element clip : elements(svg, "clipPath")) {
                assertThat(used).contains("url(#" + clip.getAttribute("id") + ")");
            }
            assertThat(texts(svg)).noneMatch(text -> text.hasAttribute("clip-path"));
        }
    }

    private static List<FigureContent> contents() {
        return List.of(timeline(OptionalInt.empty()), ablation(),
                new ForkContent(ForkChart.NORM, List.of(SampleForks.parent("p")),
                        ForkPool.of(SampleForks.family("p"), List.of("p"), OptionalInt.empty()),
                        OptionalInt.empty()));
    }

    private static FigureContent ablation() {
        RunHistory run = Samples.runs(1).getFirst();
        return new CircuitContent(CircuitChart.ABLATION, run, 0, SampleCircuits.grokked(97));
    }

    private static FigureContent timeline(OptionalInt end) {
        return TimelineContent.of(FigureName.TIMELINE, Samples.runs(2), Panel.DEFAULT, end.isPresent()
                ? Optional.of(new StepRange(0, end.getAsInt()))
                : Optional.empty(), false);
    }

    private static Document svg(FigureContent content, TextForm text) throws Exception {
        byte[] bytes = new FigureExport(content, ExportFormat.SVG, PageSize.of(PagePreset.SINGLE),
                ExportDetails.of(Path.of("runs")).with(text)).bytes();
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> texts(Document svg) {
        return elements(svg, "text");
    }

    private static List<Element> elements(Document svg, String name) {
        var found = svg.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }

    private static Set<String> names(Element element) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
        }
        return Set.copyOf(names);
    }

    private static String anchor(Document svg, String text) {
        return Stream.of(svg).flatMap(it -> texts(it).stream()).filter(it -> it.getTextContent().equals(text))
                .findFirst().orElseThrow(() -> new AssertionError(text)).getAttribute("text-anchor");
    }
}
