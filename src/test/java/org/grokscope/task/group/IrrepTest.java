package org.grokscope.task.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The irreps against representation theory itself. */
@SharesNothing
class IrrepTest {
    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"S3", "S4", "S5", "A3", "A4", "A5", "D5", "D6", "C7", "C12"})
    void areHomomorphisms(String name) {
        FiniteGroup group = GroupName.parse(name).group();
        for (Irrep irrep : group.irreps()) {
            int d = irrep.dimension();
            double worst = 0;
            for (int a = 0; a < group.order(); a++) {
                for (int b = 0; b < group.order(); b += 7) {
                    int product = group.product(a, b);
                    for (int entry = 0; entry < d * d; entry++) {
                        double sum = 0;
                        for (int k = 0; k < d; k++) {
                            sum += irrep.entry(entry / d, k, a) * irrep.entry(k, entry % d, b);
                        }
                        worst = Math.max(worst, Math.abs(sum - irrep.entries()[entry][product]));
                    }
                }
            }
            assertThat(worst).as(name + " " + irrep.name()).isLessThan(EXACT);
        }
    }

    /** ⟨χ, χ′⟩ is 0 for two irreps, and 1 for one of real type, 2 for one of complex type. */
    @ParameterizedTest
    @ValueSource(strings = {"S3", "S4", "S5", "S6", "A3", "A4", "A5", "A6", "D5", "D6", "D59", "C12", "C97"})
    void haveOrthogonalCharacters(String name) {
        FiniteGroup group = GroupName.parse(name).group();
        List<Irrep> irreps = group.irreps();
        for (Irrep one : irreps) {
            for (Irrep other : irreps) {
                double product = 0;
                for (int g = 0; g < group.order(); g++) {
                    product += one.character(g) * other.character(g) / group.order();
                }
                assertThat(product).as(name + " " + one.name() + " " + other.name())
                        .isCloseTo(one != other ? 0 : one.complex() ? 2 : 1, within(EXACT));
            }
        }
    }

    /** Schur: entries of ρ, and of two of them, are orthogonal, of squared norm |G|/d; with the constant they span all. */
    @ParameterizedTest
    @ValueSource(strings = {"S3", "S4", "S5", "A3", "A4", "A5", "D5", "D6", "C12", "C97"})
    void haveOrthogonalMatrixEntriesThatSpanAllFunctions(String name) {
        FiniteGroup group = GroupName.parse(name).group();
        double[][] waves = group.irreps().stream().flatMap(irrep -> Arrays.stream(irrep.waves()))
                .toArray(double[][]::new);
        double[] norms = group.irreps().stream().flatMapToDouble(irrep -> Arrays.stream(irrep.waves())
                .mapToDouble(_ -> (double) group.order() / irrep.waves().length)).toArray();
        assertThat(waves).hasDimensions(group.order(), group.order());
        double worst = 0;
        for (int i = 0; i < waves.length; i++) {
            for (int j = 0; j < waves.length; j++) {
                double product = 0;
                for (int g = 0; g < group.order(); g++) {
                    product += waves[i][g] * waves[j][g];
                }
                worst = Math.max(worst, Math.abs(product - (i == j ? norms[i] : 0)) / group.order());
            }
        }
        assertThat(worst).isLessThan(EXACT);
    }

    @Test
    void ofSFiveAreSevenInTheOrderOfTheirPartitions() {
        assertThat(GroupName.parse("S5").group().irreps()).extracting(Irrep::name, Irrep::dimension)
                .extracting(tuple -> tuple.toArray()[0] + " " + tuple.toArray()[1])
                .containsExactly("(5) 1", "(4,1) 4", "(3,2) 5", "(3,1,1) 6", "(2,2,1) 5", "(2,1,1,1) 4",
                        "(1,1,1,1,1) 1");
    }

    /** W. Fulton and J. Harris, Representation Theory, section 3.1. */
    @Test
    void ofSFiveHaveTheCharactersOfTheTextbook() {
        FiniteGroup group = GroupName.parse("S5").group();
        Map<String, double[]> textbook = Map.of("(4,1)", new double[]{4, 2, 1, 0, -1, 0, -1},
                "(3,2)", new double[]{5, 1, -1, -1, 0, 1, 1}, "(3,1,1)", new double[]{6, 0, 0, 0, 1, -2, 0},
                "(1,1,1,1,1)", new double[]{1, -1, 1, -1, 1, 1, -1});
        List<String> classes = List.of("1", "(1 2)", "(1 2 3)", "(1 2 3 4)", "(1 2 3 4 5)", "(1 2)(3 4)",
                "(1 2)(3 4 5)");
        for (Irrep irrep : group.irreps()) {
            double[] expected = textbook.get(irrep.name());
            for (int g = 0; expected != null && g < group.order(); g++) {
                int at = classes.indexOf(group.element(g));
                if (at >= 0) {
                    assertThat(irrep.character(g)).as(irrep.name() + classes.get(at)).isCloseTo(expected[at],
                            within(EXACT));
                }
            }
        }
    }

    @Test
    void ofAlternatingGroupsFallApartWhereAPartitionIsItsOwnConjugate() {
        assertThat(GroupName.parse("A5").group().irreps()).extracting(Irrep::name)
                .containsExactly("(5)", "(4,1)", "(3,2)", "(3,1,1)+", "(3,1,1)\u2212");
        assertThat(GroupName.parse("A4").group().irreps()).filteredOn(Irrep::complex).extracting(Irrep::name)
                .containsExactly("(2,2)");
    }
}
