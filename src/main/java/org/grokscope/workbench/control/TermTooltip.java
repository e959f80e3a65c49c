package org.grokscope.workbench.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.grokscope.text.Glossary;

/** A tooltip that says what a term means. */
public final class TermTooltip {
    private static final double WIDTH = 320;
    private static final double DELAY_MILLIS = 350;

    private TermTooltip() {}

    /** Explains a label, if what it says is a term of the glossary. */
    public static void explain(Node label, String term) {
        Glossary.of(term).ifPresent(text -> say(label, text));
    }

    /** Returns what a label means, or else a few words of its own. */
    public static Tooltip of(String term, String otherwise) {
        return tooltip(Glossary.of(term).orElse(otherwise));
    }

    /** Puts a text on a node. */
    public static void say(Node node, String text) {
        Tooltip.install(node, tooltip(text));
        node.setAccessibleHelp(text);
    }

    /** Returns a tooltip as wide as a sentence or two want it. */
    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        tooltip.setShowDelay(Duration.millis(DELAY_MILLIS));
        return tooltip;
    }
}
