package org.grokscope.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.grokscope.text.InvalidSetting;

/** What acts at every update of a fork: of parts that were named twice the later word counts. */
public record LastingInterventions(List<Intervention.Lasting> list) {
    /** None. */
    public static final LastingInterventions NONE = new LastingInterventions(List.of());

    /** @throws InvalidSetting when two of them contradict each other */
    public LastingInterventions {
        list = List.copyOf(list);
        boolean holds = list.stream().anyMatch(Intervention.HoldNorm.class::isInstance);
        boolean freezes = list.stream().anyMatch(Intervention.FreezePart.class::isInstance);
        InvalidSetting.unless(!holds || !freezes, "freeze",
                "To hold the norm all weights are scaled, and a frozen part would not stay as it is; choose one of them.");
    }

    /** Returns those among some interventions, after others that were there before. */
    public static LastingInterventions of(List<Intervention> before, List<Intervention> own) {
        List<Intervention.Lasting> all = new ArrayList<>();
        List.of(before, own).forEach(some -> some.forEach(it -> {
            if (it instanceof Intervention.Lasting lasting) {
                all.add(lasting);
            }
        }));
        return new LastingInterventions(all);
    }

    /** Returns whether a parameter stays as it is. */
    public boolean frozen(String parameter) {
        return list.stream().anyMatch(it -> it instanceof Intervention.FreezePart freeze
                && freeze.part().holds(parameter));
    }

    /** Returns the λ of a parameter where it has one of its own. */
    public OptionalDouble weightDecay(String parameter) {
        OptionalDouble found = OptionalDouble.empty();
        for (Intervention.Lasting it : list) {
            if (it instanceof Intervention.DecayPart decay && decay.part().holds(parameter)) {
                found = OptionalDouble.of(decay.weightDecay());
            }
        }
        return found;
    }

    /** Returns whether the norm is held. */
    public boolean holdsNorm() {
        return list.stream().anyMatch(Intervention.HoldNorm.class::isInstance);
    }
}
