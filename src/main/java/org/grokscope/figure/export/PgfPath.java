package org.grokscope.figure.export;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The shapes of an SVG as paths of TikZ. */
final class PgfPath {
    private static final Pattern STEP = Pattern.compile("(translate|rotate|matrix|scale)\\(([^)]*)\\)");
    private static final Pattern SEGMENT = Pattern.compile("([MLQCZ])([^MLQCZ]*)");

    private PgfPath() {}

    /** Returns the path of a shape; nothing for what is none: definitions and descriptions draw nothing. */
    static Optional<String> of(Element mark, AffineTransform placed) {
        return Optional.ofNullable(switch (mark.getLocalName()) {
            case "rect" -> rectangle(mark, placed);
            case "line" -> point(mark, "x1", "y1", placed) + " -- " + point(mark, "x2", "y2", placed);
            case "circle", "ellipse" -> ellipse(mark, placed);
            case "polygon", "polyline" -> corners(mark, placed);
            case "path" -> path(mark.getAttribute("d"), placed);
            default -> null;
        });
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

    /** Returns the path of SVG's own letters. */
    static String path(String data, AffineTransform placed) {
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

    /** Returns the point that two attributes name. */
    static String point(Element mark, String x, String y, AffineTransform placed) {
        return at(value(mark, x), value(mark, y), placed);
    }

    private static String at(double x, double y, AffineTransform placed) {
        Point2D point = placed.transform(new Point2D.Double(x, y), null);
        return "(" + number(point.getX()) + "," + number(point.getY()) + ")";
    }

    /** Returns the number of an attribute; 0 where it is not there. */
    static double value(Element mark, String attribute) {
        return mark.hasAttribute(attribute) ? Double.parseDouble(mark.getAttribute(attribute)) : 0;
    }

    /** Reads an attribute of this name. */
    static AffineTransform transform(String text) {
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

    /** Returns a number as TeX reads it, with three decimals. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}
