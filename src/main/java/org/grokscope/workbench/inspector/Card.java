package org.grokscope.workbench.inspector;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A few facts that belong together.
 *
 * @param note says more beside the title; may be empty
 */
public record Card(String title, String note, List<Fact> facts) {
    public Card {
        facts = List.copyOf(facts);
    }

    /** Returns the card as text, a fact a line, label and value parted by a tab. */
    public String text() {
        return facts.stream().map(fact -> fact.label().isEmpty() ? fact.value() : fact.label() + "\t" + fact.value())
                .collect(Collectors.joining("\n", title + "\n", "\n"));
    }
}
