package org.grokscope.run;

import java.util.List;
import java.util.Optional;
import org.grokscope.text.CleanText;

/**
 * What people say of a run. It stands in notes.json beside run.json, which whoever trains the run neither reads nor
 * writes: a run in training can be annotated.
 *
 * @param name what the run is called instead of the name it was made with
 * @param note free text, perhaps of several lines; empty when there is none
 * @param tags words without spaces, in the order they were given, none twice
 */
public record RunNotes(Optional<String> name, boolean starred, String note, List<String> tags) {
    /** Nothing was said. */
    public static final RunNotes NONE = new RunNotes(Optional.empty(), false, "", List.of());

    public RunNotes {
        name = name.map(CleanText::line).filter(it -> !it.isEmpty());
        note = CleanText.lines(note);
        tags = tags.stream().map(CleanText::line).filter(tag -> !tag.isBlank()).distinct().toList();
    }

    /** Returns these notes with another name. */
    public RunNotes named(String other) {
        return new RunNotes(Optional.of(other), starred, note, tags);
    }

    /** Returns these notes with a star or without. */
    public RunNotes starred(boolean wanted) {
        return new RunNotes(name, wanted, note, tags);
    }

    /** Returns these notes with other text. */
    public RunNotes noted(String text) {
        return new RunNotes(name, starred, text, tags);
    }

    /** Returns these notes with other tags. */
    public RunNotes tagged(List<String> others) {
        return new RunNotes(name, starred, note, others);
    }
}
