package org.grokscope.task;

/**
 * The order in which multiplication modulo a prime is addition: g⁰, g¹, …, g^(p-2) for the smallest primitive root g
 * (arXiv 2606.17399; src/site/markdown/science.md, section 4). 0 has no logarithm and no place in it.
 */
public final class DiscreteLogarithm {
    private DiscreteLogarithm() {}

    /**
     * Returns the residues 1..p-1 in that order.
     *
     * @param p a prime
     */
    public static int[] order(int p) {
        int root = primitiveRoot(p);
        int[] powers = new int[p - 1];
        int power = 1;
        for (int exponent = 0; exponent < powers.length; exponent++) {
            powers[exponent] = power;
            power = power * root % p;
        }
        return powers;
    }

    /** Returns the smallest g whose powers are all residues but 0. */
    static int primitiveRoot(int p) {
        int root = 1;
        while (powersUntilOne(root, p) < p - 1) {
            root++;
        }
        return root;
    }

    private static int powersUntilOne(int base, int p) {
        int power = base;
        int count = 1;
        while (power != 1) {
            power = power * base % p;
            count++;
        }
        return count;
    }
}
