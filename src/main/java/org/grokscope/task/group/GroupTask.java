package org.grokscope.task.group;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.task.Basis;
import org.grokscope.task.Labels;
import org.grokscope.task.RandomStream;
import org.grokscope.task.Task;

/** Composition in a finite group: all pairs (a, b) of elements and their products a·b. */
public final class GroupTask implements Task {
    private final GroupName name;
    private final FiniteGroup group;
    private final int[] answers;
    private final int inverse;

    /** The group's own products. */
    public GroupTask(GroupName name) {
        this(name, Labels.TRUE, 0);
    }

    /**
     * The answers that some labels give.
     *
     * @param seed of the permutation, where the labels are shuffled
     */
    public GroupTask(GroupName name, Labels labels, long seed) {
        this.name = name;
        this.group = name.group();
        this.inverse = group.inverse(1);
        int[] products = GroupTables.products(name);
        this.answers = switch (labels) {
            case TRUE -> products;
            case SHUFFLED -> RandomStream.shuffled(products, RandomStream.of(seed, "labels", 0));
        };
    }

    @Override
    public String name() {
        return "compose in " + name;
    }

    @Override
    public String question(String a, String b) {
        return a + " \u00b7 " + b + " in " + name;
    }

    @Override
    public int tokens() {
        return group.order();
    }

    @Override
    public int answerCount() {
        return group.order();
    }

    @Override
    public int answer(int pair) {
        return answers[pair];
    }

    @Override
    public int[] answers() {
        return answers.clone();
    }

    @Override
    public Basis basis() {
        return GroupTables.basis(name);
    }

    /** {@inheritDoc} Only a cyclic group's are. */
    @Override
    public boolean additive() {
        return basis().circular();
    }

    /** {@inheritDoc} Here (a·g, g⁻¹·b) for element 1, g. */
    @Override
    public OptionalInt twin(int pair) {
        return OptionalInt.of(group.product(first(pair), 1) * tokens() + group.product(inverse, second(pair)));
    }

    @Override
    public Optional<Basis> ownBasis() {
        return Optional.empty();
    }

    @Override
    public String element(int token) {
        return group.element(token);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupTask task && name.equals(task.name) && Arrays.equals(answers, task.answers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }
}
