package org.grokscope.measure;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A few numbers by name, in an order that stays. Up to a million evaluations of a run have the same names: those are kept
 * once.
 */
final class NamedNumbers extends AbstractMap<String, Double> {
    /** Of the numbers made last; the next ones' are most often the same. */
    private static volatile List<String> latest = List.of();

    private final List<String> names;
    private final double[] values;

    NamedNumbers(Map<String, Double> numbers) {
        values = numbers.values().stream().mapToDouble(Double::doubleValue).toArray();
        List<String> its = List.copyOf(numbers.keySet());
        List<String> known = latest;
        names = its.equals(known) ? known : its;
        latest = names;
    }

    @Override
    public @Nullable Double get(@Nullable Object name) {
        int place = name == null ? -1 : names.indexOf(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name != null && names.contains(name);
    }

    @Override
    public Set<Entry<String, Double>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Double>> iterator() {
                return IntStream.range(0, values.length).mapToObj(i -> Map.entry(names.get(i), values[i])).iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
