package org.grokscope.study;

import java.util.List;
import java.util.Set;

/**
 * A question to many runs.
 *
 * @param name on the command line
 * @param title what people call it
 * @param question what it asks, in a sentence
 * @param cells the runs it needs, in the order they are to be trained
 * @param few the names of those cells that {@code --quick} is content with
 */
public record Study(String name, String title, String question, List<Trial> cells, Set<String> few) {
    public Study {
        cells = List.copyOf(cells);
        few = Set.copyOf(few);
    }

    /** Returns the cells. */
    public List<Trial> cells(boolean quick) {
        return quick ? cells.stream().filter(cell -> few.contains(cell.name())).toList() : cells;
    }
}
