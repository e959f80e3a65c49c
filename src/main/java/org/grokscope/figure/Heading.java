package org.grokscope.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands above a chart, broken into lines that fit its width.
 *
 * @param remarks each begins a line of its own
 * @param notes like remarks, and said even where a caption says the rest: without them the chart could mislead
 * @param key samples of what is drawn
 */
record Heading(String title, List<String> remarks, List<String> notes, List<KeyEntry> key) {
    private static final double TITLE_LINE = 17;
    private static final double LINE = 16;
    private static final double KEY_GAP = 12;
    /** On a page another typeface may take Inter's place, which is wider: lines are broken earlier, entries lie apart. */
    private static final double PAGE_KEY_GAP = 20;
    private static final double PAGE_SLACK = 0.88;

    /** A line as it is laid out, drawn with its middle at y. */
    private interface Line {
        void draw(Graphics2D g2, double x, double y);
    }

    /** A heading without notes. */
    Heading(String title, List<String> remarks, List<KeyEntry> key) {
        this(title, remarks, List.of(), key);
    }

    Heading {
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
        key = List.copyOf(key);
    }

    /** Returns remarks and notes. */
    List<String> said() {
        return Stream.concat(remarks.stream(), notes.stream()).toList();
    }

    /** Returns it as a style has headings: without them only notes and key. */
    Heading in(FigureStyle style) {
        return style.headed() ? this : new Heading("", List.of(), notes, key);
    }

    /** Returns the height at a width. */
    double height(Graphics2D g2, FigureStyle style, double room) {
        double width = broken(style, room);
        int titles = wrapped(title, g2.getFontMetrics(style.titleFont()), width).size();
        return titles * TITLE_LINE + (lines(g2, style, width).size() - titles) * LINE;
    }

    /** Draws the lines from a point down. */
    void draw(Graphics2D g2, FigureStyle style, double x, double y, double room) {
        double width = broken(style, room);
        int titles = wrapped(title, g2.getFontMetrics(style.titleFont()), width).size();
        List<Line> lines = lines(g2, style, width);
        double top = y;
        for (int i = 0; i < lines.size(); i++) {
            double height = i < titles ? TITLE_LINE : LINE;
            lines.get(i).draw(g2, x, top + height / 2);
            top += height;
        }
    }

    private static double broken(FigureStyle style, double width) {
        return style.page() ? PAGE_SLACK * width : width;
    }

    private static double gap(FigureStyle style) {
        return style.page() ? PAGE_KEY_GAP : KEY_GAP;
    }

    private List<Line> lines(Graphics2D g2, FigureStyle style, double width) {
        List<Line> lines = new ArrayList<>();
        for (String text : wrapped(title, g2.getFontMetrics(style.titleFont()), width)) {
            lines.add(words(text, style.titleFont(), style.text()));
        }
        for (String remark : said()) {
            for (String text : wrapped(remark, g2.getFontMetrics(style.labelFont()), width)) {
                lines.add(words(text, style.labelFont(), style.muted()));
            }
        }
        g2.setFont(style.labelFont());
        List<KeyEntry> row = new ArrayList<>();
        double taken = 0;
        for (KeyEntry whole : key) {
            KeyEntry entry = whole.within(g2, width);
            double needed = entry.width(g2) + gap(style);
            if (!row.isEmpty() && taken + needed - gap(style) > width) {
                lines.add(keyRow(List.copyOf(row), style));
                row.clear();
                taken = 0;
            }
            row.add(entry);
            taken += needed;
        }
        if (!row.isEmpty()) {
            lines.add(keyRow(List.copyOf(row), style));
        }
        return lines;
    }

    private static Line words(String text, Font font, Color colour) {
        return (g2, x, y) -> {
            g2.setFont(font);
            g2.setPaint(colour);
            ScriptText.draw(g2, text, x, y + middleToBaseline(g2.getFontMetrics()));
        };
    }

    private static Line keyRow(List<KeyEntry> row, FigureStyle style) {
        return (g2, x, y) -> {
            g2.setFont(style.labelFont());
            double baseline = y + middleToBaseline(g2.getFontMetrics());
            double left = x;
            // No line runs through words. All grounds come first: a wider typeface's words would else lie under the next.
            for (KeyEntry entry : row) {
                g2.setPaint(style.background());
                g2.fill(new Rectangle2D.Double(left - 2, y - LINE / 2, entry.width(g2) + 4, LINE));
                left += entry.width(g2) + gap(style);
            }
            left = x;
            for (KeyEntry entry : row) {
                entry.draw(g2, left, y, baseline, style.muted());
                left += entry.width(g2) + gap(style);
            }
        };
    }

    /** Breaks a text at its spaces; a no-break space keeps words together. */
    static List<String> wrapped(String text, FontMetrics metrics, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** Returns how far below the middle of a line of text its baseline is. */
    static double middleToBaseline(FontMetrics metrics) {
        return (metrics.getAscent() - metrics.getDescent()) / 2.0;
    }
}
