package org.grokscope.task.group;

/** A turn of the plane. */
record Rotation(double cosine, double sine) {
    /** Returns the turn by so many n-ths of a full one. */
    static Rotation by(long turns, int n) {
        double angle = 2 * Math.PI * Math.floorMod(turns, n) / n;
        return new Rotation(Math.cos(angle), Math.sin(angle));
    }

    /** Puts its matrix where the entries of an element stand. */
    void putInto(double[][] entries, int element) {
        entries[0][element] = cosine;
        entries[1][element] = -sine;
        entries[2][element] = sine;
        entries[3][element] = cosine;
    }

    /** The same behind a reflection at the first axis. */
    void putReflectedInto(double[][] entries, int element) {
        entries[0][element] = cosine;
        entries[1][element] = sine;
        entries[2][element] = sine;
        entries[3][element] = -cosine;
    }
}
