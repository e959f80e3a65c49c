package org.grokscope.task.group;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.text.InvalidSetting;

/**
 * Which group a network learns, by the name it is typed by; or none, where it learns numbers modulo p.
 *
 * @param text for example {@code S5}; empty for none
 */
public record GroupName(String text) {
    /** No group. */
    public static final GroupName NONE = new GroupName("");
    /** Beyond this, the pairs of one evaluation no longer fit a machine that people have. */
    public static final int LARGEST_ORDER = 1000;
    /** What can be typed. */
    public static final String EXPECTED = "Sn, An, Dn or Cn, for example S5, A5, D59 or C113";

    private static final Pattern FORM = Pattern.compile("([SADC])([1-9][0-9]{0,3})");

    /**
     * Reads a name as it is typed.
     *
     * @throws InvalidSetting when there is no such group, or it is too large
     */
    public static GroupName parse(String typed) {
        if (typed.isEmpty()) {
            return NONE;
        }
        GroupName name = new GroupName(typed);
        name.require();
        return name;
    }

    /** Returns whether it is a group. */
    public boolean present() {
        return !text.isEmpty();
    }

    /** Returns the order of the group; 0 where there is none. */
    public int order() {
        return present() ? group().order() : 0;
    }

    /** Returns the group; there must be one. */
    public FiniteGroup group() {
        return GroupTables.of(this);
    }

    private void require() {
        Matcher parts = parts();
        InvalidSetting.unless(parts.matches(), "group", "A group is " + EXPECTED + ", and '" + text + "' is not.");
        int n = Integer.parseInt(parts.group(2));
        int least = switch (parts.group(1)) {
            case "S", "C" -> 2;
            default -> 3;
        };
        InvalidSetting.unless(n >= least, "group",
                "There is " + parts.group(1) + least + " and greater, and '" + text + "' is not among them.");
        long order = order(parts.group(1), n);
        InvalidSetting.unless(order <= LARGEST_ORDER, "group", order == Long.MAX_VALUE
                ? "A group must have at most %,d elements, and %s has more.".formatted(LARGEST_ORDER, text)
                : "A group must have at most %,d elements, and %s has %,d.".formatted(LARGEST_ORDER, text, order));
    }

    /** Makes the group anew. */
    FiniteGroup make() {
        Matcher parts = parts();
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        int n = Integer.parseInt(parts.group(2));
        return switch (parts.group(1)) {
            case "S" -> new SymmetricGroup(n);
            case "A" -> new AlternatingGroup(n);
            case "D" -> new DihedralGroup(n);
            default -> new CyclicGroup(n);
        };
    }

    private Matcher parts() {
        return FORM.matcher(text);
    }

    private static long order(String letter, int n) {
        return switch (letter) {
            case "S" -> factorial(n);
            case "A" -> n > 20 ? Long.MAX_VALUE : factorial(n) / 2;
            case "D" -> 2L * n;
            default -> n;
        };
    }

    private static long factorial(int n) {
        long product = 1;
        for (int factor = 2; factor <= n && product < Long.MAX_VALUE; factor++) {
            product = n > 20 ? Long.MAX_VALUE : product * factor;
        }
        return product;
    }

    @Override
    public String toString() {
        return text;
    }
}
