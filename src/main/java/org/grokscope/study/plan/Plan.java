package org.grokscope.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.text.InvalidSetting;

/**
 * Runs to be trained, each on a line of its own: those from scratch first, then the forks, each of which has its parent among
 * them.
 *
 * @param trials line 1, line 2, and so on
 */
public record Plan(List<Trial> trials) {
    /** @throws InvalidSetting when there is no line, two lines have one name, or a fork comes before its parent */
    public Plan {
        trials = List.copyOf(trials);
        InvalidSetting.unless(!trials.isEmpty(), "plan", "A plan needs at least one run.");
        Set<String> names = new LinkedHashSet<>();
        boolean forks = false;
        for (Trial trial : trials) {
            InvalidSetting.unless(names.add(trial.name()), "plan",
                    "Two lines of the plan are called '" + trial.name() + "'.");
            forks |= trial instanceof Forked;
            InvalidSetting.unless(!forks || trial instanceof Forked, "plan",
                    "'" + trial.name() + "' stands after a fork; runs from scratch come first.");
            InvalidSetting.unless(!(trial instanceof Forked fork) || names.contains(fork.parent().name()), "plan",
                    "The parent of '" + trial.name() + "' is not in the plan.");
        }
    }

    /** Returns the plan that trains some trials, and the parents that they need. */
    public static Plan of(List<? extends Trial> wanted) {
        Set<Trial> fromScratch = new LinkedHashSet<>();
        Set<Trial> forks = new LinkedHashSet<>();
        for (Trial trial : wanted) {
            switch (trial) {
                case Trained trained -> fromScratch.add(trained);
                case Forked forked -> forks.add(forked);
            }
        }
        for (Trial fork : forks) {
            Trained parent = ((Forked) fork).parent();
            if (fromScratch.stream().noneMatch(it -> it.name().equals(parent.name()))) {
                fromScratch.add(parent);
            }
        }
        List<Trial> all = new ArrayList<>(fromScratch);
        all.addAll(forks);
        return new Plan(all);
    }

    /** Returns how many runs there are. */
    public int lines() {
        return trials.size();
    }

    /** Returns how many of them, the first, begin from scratch. */
    public int fromScratch() {
        return (int) trials.stream().filter(Trained.class::isInstance).count();
    }

    /**
     * Returns the run on a line.
     *
     * @throws InvalidSetting when there is no such line
     */
    public Trial line(int number) {
        InvalidSetting.unless(number >= 1 && number <= lines(), "lines",
                "The plan has the lines 1 to " + lines() + ", not " + number + ".");
        return trials.get(number - 1);
    }

    /** Returns the line that must have ended before a run can begin: a fork's parent's. */
    public Optional<Integer> needs(Trial trial) {
        return trial instanceof Forked forked ? Optional.of(line(forked.parent().name())) : Optional.empty();
    }

    private int line(String name) {
        for (int i = 0; i < lines(); i++) {
            if (trials.get(i).name().equals(name)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("No line is called " + name);
    }
}
