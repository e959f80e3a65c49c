package org.grokscope.figure;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text in the font that is set. What people call their runs may be in any script: letters that the typeface of
 * figures lacks are drawn in whatever typeface the machine has for them.
 */
final class ScriptText {
    /** A stretch of letters in one font. */
    private record Stretch(String text, Font font) {}

    private ScriptText() {}

    /** Returns its width. */
    static double width(Graphics2D g2, String text) {
        FontMetrics metrics = g2.getFontMetrics();
        if (g2.getFont().canDisplayUpTo(text) < 0) {
            return metrics.stringWidth(text);
        }
        double width = 0;
        for (Stretch stretch : stretches(g2.getFont(), text)) {
            width += g2.getFontMetrics(stretch.font()).getStringBounds(stretch.text(), g2).getWidth();
        }
        return width;
    }

    /** Returns it, shortened at its end where it is wider than that. */
    static String within(Graphics2D g2, String text, double most) {
        String shorter = text;
        while (shorter.length() > 1 && width(g2, shorter) > most) {
            shorter = shorter.substring(0, shorter.length() - 2).stripTrailing() + "\u2026";
        }
        return shorter;
    }

    /** Draws it from its left end on. */
    static void draw(Graphics2D g2, String text, double x, double baseline) {
        Font font = g2.getFont();
        double left = x;
        for (Stretch stretch : stretches(font, text)) {
            g2.setFont(stretch.font());
            g2.drawString(stretch.text(), (float) left, (float) baseline);
            left += g2.getFontMetrics().getStringBounds(stretch.text(), g2).getWidth();
        }
        g2.setFont(font);
    }

    private static List<Stretch> stretches(Font font, String text) {
        if (font.canDisplayUpTo(text) < 0) {
            return List.of(new Stretch(text, font));
        }
        Font other = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(font.getSize2D());
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean ours = font.canDisplay(text.codePointAt(from));
            int to = from;
            while (to < text.length() && font.canDisplay(text.codePointAt(to)) == ours) {
                to += Character.charCount(text.codePointAt(to));
            }
            stretches.add(new Stretch(text.substring(from, to), ours ? font : other));
            from = to;
        }
        return stretches;
    }
}
