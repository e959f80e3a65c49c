package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class NamedNumbersTest {
    @Test
    void theyAreTheMapTheyWereMadeOfInItsOrder() {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put("embeddings", 3.0);
        map.put("blocks.0.mlp", Double.NaN);
        map.put("attention", 1.5);
        NamedNumbers numbers = new NamedNumbers(map);
        assertThat(numbers).isEqualTo(map).hasSameHashCodeAs(map);
        assertThat(numbers.keySet()).containsExactly("embeddings", "blocks.0.mlp", "attention");
        assertThat(numbers.get("attention")).isEqualTo(1.5);
        assertThat(numbers.get("head")).isNull();
        assertThat(numbers.getOrDefault("head", 7.0)).isEqualTo(7);
        assertThat(numbers.containsKey("head")).isFalse();
        assertThat(numbers.containsKey("attention")).isTrue();
        assertThatThrownBy(() -> numbers.put("head", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Names are shared with the numbers made before, and only the same ones are. */
    @Test
    void numbersOfOtherNamesKeepTheirOwn() {
        NamedNumbers first = new NamedNumbers(Map.of("a", 1.0));
        NamedNumbers other = new NamedNumbers(Map.of("b", 1.0));
        assertThat(first).isEqualTo(Map.of("a", 1.0)).isNotEqualTo(other);
        assertThat(other).isEqualTo(Map.of("b", 1.0));
        assertThat(new NamedNumbers(Map.of())).isEmpty();
    }
}
