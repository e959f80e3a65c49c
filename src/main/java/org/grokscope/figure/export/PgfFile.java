package org.grokscope.figure.export;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.grokscope.figure.FigureStyle;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A page as a TikZ picture, drawn from the marks of the SVG: lines as paths, text as text that TeX sets in the document's own
 * typeface, a heat map as a PNG beside it. Curves are reduced to what the page can show, so TeX's memory suffices.
 */
final class PgfFile {
    private static final Pattern STEP = Pattern.compile("(translate|rotate|matrix|scale)\\(([^)]*)\\)");
    private static final Pattern SEGMENT = Pattern.compile("([MLQCZ])([^MLQCZ]*)");
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final Element root;
    private final String stem;
    private final double unit;
    private final double points;
    private final StringBuilder tex = new StringBuilder();
    private final Map<String, String> colours = new LinkedHashMap<>();
    private final SequencedMap<String, byte[]> images = new LinkedHashMap<>();
    private String clip = "";

    private PgfFile(Element root, String stem, double unit, double points) {
        this.root = root;
        this.stem = stem;
        this.unit = unit;
        this.points = points;
    }

    /**
     * Returns the picture and what lies beside it.
     *
     * @param stem of the names of what lies beside it
     */
    static FileContents of(Page page, String title, String stem, double textPoints) throws IOException {
        PgfFile file = new PgfFile(SvgFile.root(page, TextForm.TEXT), stem, 1 / page.unitsPerMillimetre(),
                textPoints / FigureStyle.PAGE.textSize());
        return new FileContents(file.drawn(title, page).getBytes(StandardCharsets.UTF_8), file.images);
    }

    private String drawn(String title, Page page) {
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element mark) {
                draw(mark);
            }
        }
        unclip();
        StringBuilder picture = new StringBuilder();
        picture.append("% ").append(TexText.of(title)).append('\n')
                .append("% \\usepackage{tikz}, and where the picture is wanted:"
                        + " \\input{")
                .append(stem).append(".pgf}\n\\begingroup%\n");
        colours.forEach((rgb, name) -> picture.append("\\definecolor{").append(name).append("}{RGB}{").append(rgb)
                .append("}%\n"));
        picture.append("\\begin{tikzpicture}[x=").append(number(unit)).append("mm,y=-").append(number(unit))
                .append("mm,line width=").append(number(unit)).append("mm]\n\\useasboundingbox (0,0) rectangle (")
                .append(number(page.widthMillimetres() / unit)).append(',')
                .append(number(page.heightMillimetres() / unit)).append(");\n");
        return picture.append(tex).append("\\end{tikzpicture}%\n\\endgroup\n").toString();
    }

    private void draw(Element mark) {
        AffineTransform placed = transform(mark.getAttribute("transform"));
        switch (mark.getLocalName()) {
            case "text" -> text(mark, placed);
            case "image" -> image(mark, placed);
            case "rect" -> shape(mark, rectangle(mark, placed));
            case "line" -> shape(mark, point(mark, "x1", "y1", placed) + " -- " + point(mark, "x2", "y2", placed));
            case "circle", "ellipse" -> shape(mark, ellipse(mark, placed));
            case "polygon", "polyline" -> shape(mark, corners(mark, placed));
            case "path" -> shape(mark, path(mark.getAttribute("d"), placed));
            default -> {
                // Definitions and descriptions draw nothing.
            }
        }
    }

    private void shape(Element mark, String path) {
        clipTo(mark);
        List<String> options = new ArrayList<>();
        String fill = mark.hasAttribute("fill") ? mark.getAttribute("fill") : "black";
        if (!fill.equals("none")) {
            options.add("fill=" + colour(fill));
            opacity(mark, "fill-opacity", "fill opacity", options);
        }
        if (mark.hasAttribute("stroke")) {
            options.add("draw=" + colour(mark.getAttribute("stroke")));
            opacity(mark, "stroke-opacity", "draw opacity", options);
            if (mark.hasAttribute("stroke-width")) {
                options.add("line width=" + number(unit * value(mark, "stroke-width")) + "mm");
            }
            if (mark.hasAttribute("stroke-dasharray")) {
                options.add("dash pattern=" + dashes(mark.getAttribute("stroke-dasharray")));
            }
            options.add("line cap=" + switch (mark.getAttribute("stroke-linecap")) {
                case "round" -> "round";
                case "square" -> "rect";
                default -> "butt";
            });
            options.add("line join=" + (mark.hasAttribute("stroke-linejoin")
                    ? mark.getAttribute("stroke-linejoin")
                    : "miter"));
        }
        tex.append("\\path[").append(String.join(",", options)).append("] ").append(path).append(";\n");
    }

    private static void opacity(Element mark, String attribute, String option, List<String> options) {
        if (mark.hasAttribute(attribute)) {
            options.add(option + "=" + mark.getAttribute(attribute));
        }
    }

    private String dashes(String lengths) {
        String[] parts = lengths.split(",");
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i % 2 == 0 ? " on " : " off ").append(number(unit * Double.parseDouble(parts[i])))
                    .append("mm");
        }
        return pattern.toString().strip();
    }

    private void text(Element mark, AffineTransform placed) {
        unclip();
        double size = size(points * Double.parseDouble(mark.getAttribute("font-size").replace("px", "")));
        double angle = Math.toDegrees(Math.atan2(-placed.getShearY(), placed.getScaleX()));
        String anchor = switch (mark.getAttribute("text-anchor")) {
            case "middle" -> "base";
            case "end" -> "base east";
            default -> "base west";
        };
        tex.append("\\node[anchor=").append(anchor).append(",inner sep=0pt,outer sep=0pt,text=")
                .append(colour(mark.getAttribute("fill"))).append(",font=\\fontsize{").append(number(size)).append("}{")
                .append(number(1.2 * size)).append("}\\selectfont")
                .append(mark.getAttribute("font-weight").equals("600") ? "\\bfseries" : "")
                .append(angle == 0 ? "" : ",rotate=" + number(angle)).append("] at ")
                .append(point(mark, "x", "y", placed))
                .append(" {").append(TexText.of(mark.getTextContent())).append("};\n");
    }

    /** Returns the nearest size that TeX's own typefaces have. */
    static double size(double wanted) {
        return DoubleStream.of(5, 6, 7, 8, 9, 10, 10.95, 12, 14.4, 17.28, 20.74).boxed()
                .min(Comparator.comparingDouble(size -> Math.abs(size - wanted))).orElse(wanted);
    }

    private void image(Element mark, AffineTransform placed) {
        String name = stem + "-" + (images.size() + 1) + ".png";
        images.put(name, png(mark));
        clipTo(mark);
        tex.append("\\node[anchor=north west,inner sep=0pt,outer sep=0pt] at ").append(point(mark, "x", "y", placed))
                .append(" {\\includegraphics[width=").append(number(unit * placed.getScaleX() * value(mark, "width")))
                .append("mm,height=").append(number(unit * placed.getScaleY() * value(mark, "height"))).append("mm]{")
                .append(name).append("}};\n");
    }

    private static byte[] png(Element image) {
        return Base64.getMimeDecoder()
                .decode(image.getAttributeNS(XLINK, "href").replaceFirst("^data:image/png;base64,", ""));
    }

    /** Returns the first image of a page. */
    static List<byte[]> firstImage(Page page) {
        var images = SvgFile.root(page, TextForm.TEXT).getElementsByTagNameNS("*", "image");
        return images.getLength() == 0 ? List.of() : List.of(png((Element) images.item(0)));
    }

    /** Ends the part that is clipped to one path and begins that of another, which a mark's own transform moves, too. */
    private void clipTo(Element mark) {
        String url = mark.getAttribute("clip-path");
        String wanted = url.isEmpty() ? "" : url + mark.getAttribute("transform");
        if (wanted.equals(clip)) {
            return;
        }
        unclip();
        clip = wanted;
        var clips = root.getElementsByTagNameNS("*", "clipPath");
        for (int i = 0; i < clips.getLength(); i++) {
            Element it = (Element) clips.item(i);
            if (url.equals("url(#" + it.getAttribute("id") + ")")) {
                Element path = (Element) it.getElementsByTagNameNS("*", "path").item(0);
                tex.append("\\begin{scope}\\clip ")
                        .append(path(path.getAttribute("d"), transform(mark.getAttribute("transform")))).append(";\n");
            }
        }
    }

    private void unclip() {
        tex.append(clip.isEmpty() ? "" : "\\end{scope}\n");
        clip = "";
    }

    private static String rectangle(Element mark, AffineTransform placed) {
        double x = value(mark, "x");
        double y = value(mark, "y");
        String round = mark.hasAttribute("rx") ? "[rounded corners=" + number(0.5 * value(mark, "rx")) + "pt] " : "";
        return round + at(x, y, placed) + " rectangle "
                + at(x + value(mark, "width"), y + value(mark, "height"), placed);
    }

    private static String ellipse(Element mark, AffineTransform placed) {
        boolean circle = mark.hasAttribute("r");
        return at(value(mark, "cx"), value(mark, "cy"), placed) + " ellipse [x radius="
                + number(value(mark, circle ? "r" : "rx")) + ",y radius=" + number(value(mark, circle ? "r" : "ry"))
                + "]";
    }

    private static String corners(Element mark, AffineTransform placed) {
        String[] numbers = mark.getAttribute("points").strip().split("[ ,]+");
        List<String> corners = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            corners.add(at(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1]), placed));
        }
        return String.join(" -- ", corners) + (mark.getLocalName().equals("polygon") ? " -- cycle" : "");
    }

    private static String path(String data, AffineTransform placed) {
        StringBuilder path = new StringBuilder();
        Matcher segment = SEGMENT.matcher(data);
        while (segment.find()) {
            List<String> ends = ends(segment.group(2), placed);
            path.append(switch (segment.group(1)) {
                case "M" -> " " + ends.getFirst();
                case "L" -> ends.stream().map(end -> "--" + end).collect(Collectors.joining());
                case "C" -> " .. controls " + ends.get(0) + " and " + ends.get(1) + " .. " + ends.get(2);
                case "Q" -> " .. controls " + ends.get(0) + " .. " + ends.get(1);
                default -> "--cycle";
            });
        }
        return path.toString().strip();
    }

    private static List<String> ends(String numbers, AffineTransform placed) {
        List<String> ends = new ArrayList<>();
        if (!numbers.isBlank()) {
            String[] each = numbers.strip().split("[ ,]+");
            for (int i = 0; i + 1 < each.length; i += 2) {
                ends.add(at(Double.parseDouble(each[i]), Double.parseDouble(each[i + 1]), placed));
            }
        }
        return ends;
    }

    private static String point(Element mark, String x, String y, AffineTransform placed) {
        return at(value(mark, x), value(mark, y), placed);
    }

    private static String at(double x, double y, AffineTransform placed) {
        Point2D point = placed.transform(new Point2D.Double(x, y), null);
        return "(" + number(point.getX()) + "," + number(point.getY()) + ")";
    }

    private static double value(Element mark, String attribute) {
        return mark.hasAttribute(attribute) ? Double.parseDouble(mark.getAttribute(attribute)) : 0;
    }

    private static AffineTransform transform(String text) {
        AffineTransform transform = new AffineTransform();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            double[] n = Pattern.compile("[ ,]+").splitAsStream(step.group(2).strip())
                    .mapToDouble(Double::parseDouble).toArray();
            switch (step.group(1)) {
                case "translate" -> transform.translate(n[0], n.length > 1 ? n[1] : 0);
                case "rotate" -> transform.rotate(Math.toRadians(n[0]));
                case "scale" -> transform.scale(n[0], n.length > 1 ? n[1] : n[0]);
                default -> transform.concatenate(new AffineTransform(n));
            }
        }
        return transform;
    }

    private String colour(String svg) {
        Matcher rgb = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)").matcher(svg);
        return rgb.matches()
                ? colours.computeIfAbsent(rgb.group(1) + "," + rgb.group(2) + "," + rgb.group(3),
                        _ -> "grokscope" + (colours.size() + 1))
                : svg;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}
