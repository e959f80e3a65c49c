package org.grokscope.figure.export;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.grokscope.figure.FigureStyle;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A page as a TikZ picture, drawn from the marks of the SVG: lines as paths, text as text that TeX sets in the document's own
 * typeface, a heat map as a PNG beside it. Curves are reduced to what the page can show, so TeX's memory suffices.
 */
final class PgfFile {
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
        picture.append("\\begin{tikzpicture}[x=").append(PgfPath.number(unit)).append("mm,y=-")
                .append(PgfPath.number(unit))
                .append("mm,line width=").append(PgfPath.number(unit))
                .append("mm]\n\\useasboundingbox (0,0) rectangle (")
                .append(PgfPath.number(page.widthMillimetres() / unit)).append(',')
                .append(PgfPath.number(page.heightMillimetres() / unit)).append(");\n");
        return picture.append(tex).append("\\end{tikzpicture}%\n\\endgroup\n").toString();
    }

    private void draw(Element mark) {
        AffineTransform placed = PgfPath.transform(mark.getAttribute("transform"));
        switch (mark.getLocalName()) {
            case "text" -> text(mark, placed);
            case "image" -> image(mark, placed);
            default -> PgfPath.of(mark, placed).ifPresent(path -> shape(mark, path));
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
                options.add("line width=" + PgfPath.number(unit * PgfPath.value(mark, "stroke-width")) + "mm");
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
            pattern.append(i % 2 == 0 ? " on " : " off ").append(PgfPath.number(unit * Double.parseDouble(parts[i])))
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
                .append(colour(mark.getAttribute("fill"))).append(",font=\\fontsize{").append(PgfPath.number(size))
                .append("}{")
                .append(PgfPath.number(1.2 * size)).append("}\\selectfont")
                .append(mark.getAttribute("font-weight").equals("600") ? "\\bfseries" : "")
                .append(angle == 0 ? "" : ",rotate=" + PgfPath.number(angle)).append("] at ")
                .append(PgfPath.point(mark, "x", "y", placed))
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
        tex.append("\\node[anchor=north west,inner sep=0pt,outer sep=0pt] at ")
                .append(PgfPath.point(mark, "x", "y", placed))
                .append(" {\\includegraphics[width=")
                .append(PgfPath.number(unit * placed.getScaleX() * PgfPath.value(mark, "width")))
                .append("mm,height=").append(PgfPath.number(unit * placed.getScaleY() * PgfPath.value(mark, "height")))
                .append("mm]{")
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
                        .append(PgfPath.path(path.getAttribute("d"), PgfPath.transform(mark.getAttribute("transform"))))
                        .append(";\n");
            }
        }
    }

    private void unclip() {
        tex.append(clip.isEmpty() ? "" : "\\end{scope}\n");
        clip = "";
    }

    private String colour(String svg) {
        Matcher rgb = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)").matcher(svg);
        return rgb.matches()
                ? colours.computeIfAbsent(rgb.group(1) + "," + rgb.group(2) + "," + rgb.group(3),
                        _ -> "grokscope" + (colours.size() + 1))
                : svg;
    }
}
