package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What figures say and are drawn with: the words of each SVG in their order, and how many shapes it has of each colour, as
 * they were approved. Places and fonts are left out. After a change that is meant, look at the figures (mvn -Plooks test) and
 * run this with -Dgrokscope.approve=true.
 */
@SharesNothing
class ApprovedFiguresTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "org", "grokscope", "figure", "export",
            "approved");
    private static final Set<String> SHAPES = Set.of("path", "line", "polyline", "polygon", "rect", "circle", "ellipse",
            "image");

    private static final Map<String, SampleFigures.Figure> FIGURES = SampleFigures.all();

    @TempDir
    Path folder;

    static Stream<String> names() {
        return FIGURES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsApproved(String name) throws Exception {
        SampleFigures.Figure figure = FIGURES.get(name);
        Path svg = folder.resolve(name + ".svg");
        new FigureExport(figure.content(), ExportFormat.SVG, figure.size(), ExportDetails.of(Path.of("runs")))
                .write(svg, false);
        List<String> seen = outline(svg);
        Path approved = APPROVED.resolve(name + ".txt");
        if (Boolean.getBoolean("grokscope.approve")) {
            Files.createDirectories(APPROVED);
            Files.write(approved, seen);
        }
        assertThat(seen).isEqualTo(Files.readAllLines(approved));
    }

    private static List<String> outline(Path svg) throws Exception {
        List<String> words = new ArrayList<>();
        Map<String, Integer> shapes = new TreeMap<>();
        try (var in = Files.newInputStream(svg)) {
            walk(DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(in).getDocumentElement(),
                    "none", "black", words, shapes);
        }
        shapes.forEach((shape, count) -> words.add(count + " " + shape));
        return words;
    }

    private static void walk(Element element, String stroke, String fill, List<String> words,
            Map<String, Integer> shapes) throws IOException {
        String own = element.getLocalName();
        if (own.equals("clipPath") || own.equals("title") || own.equals("desc")) {
            return;
        }
        String line = element.hasAttribute("stroke") ? element.getAttribute("stroke") : stroke;
        String area = element.hasAttribute("fill") ? element.getAttribute("fill") : fill;
        if (own.equals("text")) {
            words.add("text " + element.getTextContent());
        } else if (SHAPES.contains(own)) {
            shapes.merge(own + ", stroke " + line + ", fill " + area, 1, Integer::sum);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, line, area, words, shapes);
            }
        }
    }
}
