package org.grokscope.study.plan;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.grokscope.text.InvalidSetting;

/** Lines of a plan as a person types them: {@code 3,7-9}. */
public final class Lines {
    private static final String EXPECTED = "--lines takes numbers and ranges such as 3,7-9, not '%s'.";

    private Lines() {}

    /** Returns all lines of a plan. */
    public static List<Integer> all(Plan plan) {
        return IntStream.rangeClosed(1, plan.lines()).boxed().toList();
    }

    /**
     * Returns the lines that are meant, ascending.
     *
     * @throws InvalidSetting when it is no list of lines, or the plan lacks one of them
     */
    public static List<Integer> parse(String typed, Plan plan) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (String part : typed.split(",", -1)) {
            InvalidSetting.unless(part.strip().matches("\\d{1,9}(\\s*-\\s*\\d{1,9})?"), "lines",
                    EXPECTED.formatted(typed));
            String[] ends = part.strip().split("\\s*-\\s*");
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            InvalidSetting.unless(first <= last, "lines", EXPECTED.formatted(typed));
            plan.line(first);
            plan.line(last);
            IntStream.rangeClosed(first, last).forEach(lines::add);
        }
        return List.copyOf(lines);
    }
}
