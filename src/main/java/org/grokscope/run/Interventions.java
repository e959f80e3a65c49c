package org.grokscope.run;

import java.util.List;
import java.util.Optional;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.LastingInterventions;

/**
 * What a fork does to the network beside changing settings.
 *
 * @param own what it does at its fork step or from then on, in the order in which it acts
 * @param kept what its parent did at every update, which it goes on doing
 * @param sham what it is the sham of; empty for an intervention that is meant
 */
public record Interventions(List<Intervention> own, List<Intervention.Lasting> kept, Optional<Sham> sham) {
    /** None. */
    public static final Interventions NONE = new Interventions(List.of(), List.of(), Optional.empty());

    /**
     * The same operation on a target that was drawn.
     *
     * @param of the intervention that it stands beside, as {@link Intervention#text} writes it
     * @param seed that the target was drawn from
     */
    public record Sham(String of, long seed) {}

    public Interventions {
        own = List.copyOf(own);
        kept = List.copyOf(kept);
    }

    /** Returns whether there is nothing to do and nothing to record. */
    public boolean none() {
        return own.isEmpty() && kept.isEmpty();
    }

    /** Returns what acts at every update. */
    public LastingInterventions lasting() {
        return LastingInterventions.of(List.copyOf(kept), own);
    }

    /** Returns its own in a few words, for example {@code − k 14} or {@code sham k 31}; empty for none. */
    public String label() {
        String label = Intervention.label(own);
        return sham.isPresent() ? "sham " + label.replace("\u2212 ", "") : label;
    }

    /** Returns its own as they are typed. */
    public String text() {
        return Intervention.text(own);
    }

    /** Returns whether others do the same to the network; what a sham does follows from what it stands beside and the seed. */
    boolean sameAs(Interventions other) {
        boolean same = sham.isPresent() || other.sham.isPresent()
                ? sham.equals(other.sham)
                : text().equals(other.text());
        return same && Intervention.text(List.copyOf(kept)).equals(Intervention.text(List.copyOf(other.kept)));
    }
}
