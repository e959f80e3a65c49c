package org.grokscope.workbench.timeline;

import java.util.List;
import org.grokscope.figure.GrokGhost;

/**
 * How far the axis reaches for what is expected. A click moves the cursor, and from there something else may be expected: then
 * the axis stays, or the curve would go away from under the pointer. Whoever asks for a fork wants to see its branches.
 */
final class ExpectedReach {
    private String run = "";
    private int expected;

    /** Returns the last step at which something is expected; 0 where nothing is. */
    int expected() {
        return expected;
    }

    /**
     * Takes in what is expected now.
     *
     * @param of the id of the run
     * @param clicked whether the cursor stands somewhere
     */
    void follow(String of, List<GrokGhost> ghosts, boolean clicked) {
        boolean stays = clicked && of.equals(run) && ghosts.stream().noneMatch(GrokGhost::ofFork);
        if (!stays) {
            run = of;
            expected = ghosts.stream().mapToInt(it -> it.prediction().expected()).max().orElse(0);
        }
    }
}
