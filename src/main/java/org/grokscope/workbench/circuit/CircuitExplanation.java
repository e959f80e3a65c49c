package org.grokscope.workbench.circuit;

import static org.grokscope.text.NumberText.count;
import static org.grokscope.text.NumberText.fixed;
import static org.grokscope.text.NumberText.percent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitScene;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.AttentionPattern;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.NeuronCourse;
import org.grokscope.measure.NeuronPhases;
import org.grokscope.measure.PairLogits;
import org.grokscope.measure.PairMargins;
import org.grokscope.task.Basis;
import org.grokscope.task.Task;

/** Says in two sentences what a person sees in a chart of the circuit. */
final class CircuitExplanation {
    private static final String READING = "Reading the network on all pairs. This takes a second or two.";
    private static final String UNSILENCED = "What a network gets wrong without a part tells how much it needs it. "
            + "Silencing them one by one takes some seconds, so it waits until you ask for it.";
    private static final String NO_ANGLES = "Where answers turn on a circle, each neuron is active at an angle and pushes one. "
            + "The answers of this task do not, or the network has no MLP.";
    private static final String NOBODY = "Click a point in the chart of phases to follow that neuron through the run's "
            + "checkpoints. Its frequencies start almost alike, and one may win.";
    private static final double ALIGNED = 0.9;
    private static final double RING = 0.95;
    private static final double BLURRED_RING = 0.8;
    /** Up to this share of the frequencies a neuron's activity is simple. */
    private static final double SIMPLE = 0.1;
    /** Under this share of right answers there is little that a part could break. */
    private static final double GUESSING = 0.05;

    private CircuitExplanation() {}

    /** Explains a chart; empty when there is nothing to be seen. */
    static String of(CircuitChart chart, CircuitPage page) {
        return page.scene().map(scene -> switch (chart) {
            case EMBEDDING_POWER -> power(scene, page.grokked());
            case NEURONS -> scene.reading().activity().map(seen -> neurons(scene, seen, page.grokked()))
                    .orElse(READING);
            case CIRCLE -> circle(scene);
            case RANKS -> scene.reading().activity().map(seen -> ranks(scene, seen)).orElse(READING);
            case PHASES -> scene.reading().activity().map(seen -> seen.phases().map(CircuitExplanation::phases)
                    .orElse(NO_ANGLES)).orElse(READING);
            case LOTTERY -> scene.neuron().neuron().isEmpty()
                    ? NOBODY
                    : scene.neuron().course().map(CircuitExplanation::course).orElse(READING);
            case ABLATION -> scene.reading().ablation().map(CircuitExplanation::ablation).orElse(UNSILENCED);
            case ATTENTION -> scene.reading().activity().map(seen -> attention(seen.attention())).orElse(READING);
            case PAIRS -> scene.reading().activity().map(seen -> pairs(seen.margins())).orElse(READING);
            case LOGITS -> scene.pair().map(said -> pair(scene, said, page.trainedOn())).orElse(scene.pairWanted()
                    ? READING
                    : "Type two numbers, and the network answers them. Every answer has a logit, and the greatest wins.");
        }).orElse("");
    }

    private static String power(CircuitScene scene, boolean grokked) {
        EmbeddingPower power = scene.reading().embedding().power();
        Basis basis = scene.task().basis();
        int keys = power.keyFrequencies().size();
        if (keys == 0) {
            return "The token embedding spreads its power over all " + basis.word(2) + ": it takes "
                    + power.fewestHolding(0.9)
                    + " of " + power.frequencies() + " to hold 90%. None holds twice an even share, as in random "
                    + "vectors.";
        }
        double held = power.keyFrequencies().stream().mapToDouble(power::share).sum();
        return (keys == 1
                ? "One " + basis.word(1) + " stands out: it holds "
                : keys + " " + basis.word(keys) + " stand out: they hold ")
                + percent(held) + " of the token embedding's power, where " + (keys == 1
                        ? "an even share is "
                        : "even "
                                + "shares would be ")
                + percent(keys * power.evenShare()) + ". "
                + (grokked
                        ? "The run has grokked, so these are the " + (basis.circular() ? "waves" : "irreps")
                                + " to look for in the other charts."
                        : "A few " + (basis.circular() ? "waves" : "irreps")
                                + " in the embedding are not yet an answer: this network has not grokked.");
    }

    private static String pairs(PairMargins margins) {
        double trained = margins.accuracy(true);
        double others = margins.accuracy(false);
        String first = "The network answers " + percent(trained)
                + " of the pairs it was trained on, and " + percent(others) + " of the others. ";
        return first + (others >= RING
                ? "It has the rule, and not only the examples: no cell matters by itself."
                : trained >= RING
                        ? "It knows its examples by heart; the cells between them stay empty until it finds the rule."
                        : "It has not learnt its examples yet.");
    }

    private static String neurons(CircuitScene scene, CircuitActivity seen, boolean grokked) {
        FrequencySynchronization neurons = seen.neurons();
        if (neurons.peakFrequency() == 0) {
            return "All neurons are inactive: none of them tells one answer from another. There is no "
                    + scene.task().basis().word(1) + " to agree on.";
        }
        int peak = neurons.peakFrequency();
        double share = neurons.participation(1)[peak - 1];
        double fsd = neurons.degree(1);
        String first = percent(share) + " of the neurons at " + seen.site() + " follow "
                + scene.task().basis().label(peak)
                + " more than any other " + scene.task().basis().word(1) + ", which makes an FSD of " + fixed(fsd, 2)
                + ". ";
        if (fsd >= scene.ceilingFsd()) {
            return first + (grokked
                    ? "That is over the ceiling, and the run has grokked."
                    : "That is over the ceiling, but agreement alone does not answer unseen pairs: this network has not "
                            + "grokked.");
        }
        return first + "That is under the ceiling of " + fixed(scene.ceilingFsd(), 2) + (grokked
                ? "; a network that has grokked may share its work between " + scene.task().basis().word(2) + "."
                : ": the neurons have not settled on one " + scene.task().basis().word(1) + " here.");
    }

    private static String circle(CircuitScene scene) {
        if (!scene.task().basis().circular()) {
            return "The elements of this group do not follow each other on a circle: what its neurons can agree on are "
                    + "irreducible representations, and the other charts name those.";
        }
        EmbeddingCircle circle = scene.reading().embedding().circle(scene.frequency());
        String share = percent(circle.roundness());
        int k = scene.frequency();
        if (!scene.task().additive()) {
            return "The circle at k = " + k + " explains " + share + " of the points' spread" + ". "
                    + scene.task().ownBasis().map(_ -> "For multiplication, numbers turn by powers of a generator, so "
                            + "plain numbers need not form a circle.")
                            .orElse("The answers are no sums of the numbers, so plain numbers need not form a circle.");
        }
        if (circle.roundness() >= RING) {
            return "The " + circle.tokens() + " numbers lie on a circle, each at its angle for k = " + k
                    + ": the circle "
                    + "explains " + share
                    + " of their spread. On it, adding numbers is adding angles: the thick hand is the sum of the thin ones, "
                    + "green where the number nearest to it is right and orange where it is not.";
        }
        if (circle.roundness() >= BLURRED_RING) {
            return "The points go round in the order of their colours, but the ring is blurred: the circle at "
                    + "k = " + k + " explains " + share
                    + " of their spread. What remains is noise, or other frequencies "
                    + "that share these directions.";
        }
        return "There is no clean circle at k = " + k + ": it explains only " + share + " of the points' spread. "
                + "The plane is fitted to the embedding, so even random vectors lean a little towards a ring.";
    }

    private static String ranks(CircuitScene scene, CircuitActivity seen) {
        FrequencySynchronization neurons = seen.neurons();
        if (neurons.ranks().length == 0) {
            return "All neurons are inactive: none of them tells one answer from another. They have no rank.";
        }
        double median = neurons.medianRank();
        String first = "The median neuron needs " + fixed(median, median == Math.rint(median) ? 0 : 1) + " of "
                + scene.task().basis().frequencies() + " " + scene.task().basis().word(2) + " for 90% of its power; "
                + percent(neurons.rankOneShare())
                + " need just one. ";
        if (!scene.task().basis().circular()) {
            return first + "An irrep counts as one, however many dimensions it has.";
        }
        return first + (median <= Math.max(1, SIMPLE * scene.task().basis().frequencies())
                ? "So few mean that a neuron's activity is a simple wave over the answers."
                : "So many mean that most neurons follow no simple wave over the answers.");
    }

    private static String course(NeuronCourse course) {
        int last = course.steps().size() - 1;
        if (course.winner() == 0) {
            return "The neuron is inactive in the end: it tells no answer from another. No frequency has won.";
        }
        return "Each curve is a frequency, and its height the share of neuron " + course.neuron()
                + "'s power that it holds. "
                + "At the last checkpoint k = " + course.winner() + " holds "
                + percent(course.share(last, course.winner()))
                + ", and at the first it held " + percent(course.share(0, course.winner())) + ".";
    }

    private static String phases(NeuronPhases phases) {
        if (phases.neurons().isEmpty()) {
            return "All neurons are inactive: none of them tells one answer from another. They have no phase.";
        }
        double alignment = phases.alignment(0);
        String first = "Each point is a neuron of " + phases.site()
                + ": across, the answer's angle at which it is most active; "
                + "up, the angle that it pushes. ";
        return first + (alignment >= ALIGNED
                ? "They lie on the diagonal, so each neuron votes for the answers that it is active for: the logits "
                        + "are the sum of these waves."
                : "Only neurons on the diagonal vote for the answers that they are active for; with an alignment of "
                        + fixed(alignment, 2) + ", many vote for others.");
    }

    private static String ablation(Ablation ablation) {
        Map.Entry<String, Double> worst = ablation.without().entrySet().stream()
                .min(Comparator.comparingDouble(Map.Entry::getValue)).orElse(Map.entry("", ablation.intact()));
        if (ablation.intact() < GUESSING) {
            return "The whole network answers " + percent(ablation.intact())
                    + " of all pairs, training pairs included. "
                    + "There is little yet that a missing part could break.";
        }
        return "Whole, the network answers " + percent(ablation.intact()) + " of all pairs, training pairs included; "
                + "without " + spoken(worst.getKey()) + ", " + percent(worst.getValue())
                + ", the least of all. A part that costs little is not needed, or another does its work, too.";
    }

    private static String spoken(String part) {
        String[] words = part.split("\\.");
        return words.length < 3
                ? part
                : (words[2].equals("mlp") ? "the MLP" : "the attention") + " of block " + words[1];
    }

    private static String attention(AttentionPattern attention) {
        if (attention.blocks() == 0) {
            return "This network has no attention. The position that is read out never sees a or b, so it cannot learn "
                    + "the task.";
        }
        List<String> signs = attention.positions();
        int last = signs.size() - 1;
        String others = IntStream.range(0, last)
                .mapToObj(position -> "%s to %s".formatted(toward(attention, position), signs.get(position)))
                .collect(Collectors.joining(", "));
        return "In block 0 the last position gives " + others.replaceFirst(" to ", " of its attention to ") + " and "
                + toward(attention, last) + " to itself, mean over heads and pairs. "
                + List.of("Half", "A third", "A quarter").get(last - 1)
                + " each is no preference; how attention changes from pair to pair, a mean does not show.";
    }

    /** Returns the mean attention of block 0's heads to a position, in per cent. */
    private static String toward(AttentionPattern attention, int position) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * IntStream.range(0, attention.heads())
                .mapToDouble(head -> attention.weight(0, head, position)).average().orElse(0));
    }

    private static String pair(CircuitScene scene, PairLogits said, boolean trainedOn) {
        String sum = scene.task().question(Integer.toString(said.a()), Integer.toString(said.b()));
        long above = said.answersAboveRight();
        String first = said.answer() == said.right()
                ? "The greatest logit is that of " + said.right() + ", which is " + sum + ". "
                : "The network answers " + said.answer() + ", but " + sum + " is " + said.right() + ", which "
                        + (above == 0 ? "ties with it" : "has " + count(above, "logit") + " above it") + ". ";
        return first + (trainedOn
                ? "This is a training pair: a right answer may be learned by heart."
                : "It never trained on this pair.") + elements(scene.task(), said);
    }

    /** Says what elements the numbers of a group stand for. */
    private static String elements(Task task, PairLogits said) {
        return task.basis().circular()
                ? ""
                : " In cycles: " + task.element(said.a()) + " \u00b7 " + task.element(said.b()) + " = "
                        + task.element(said.right()) + ".";
    }
}
