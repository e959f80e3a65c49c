package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.Measure;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.PermutationTest.Null;
import org.grokscope.model.HookPoint;
import org.grokscope.text.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * What {@code grokscope measure} found in a checkpoint, as JSON and as text.
 *
 * @param evaluation what an evaluation of the run measures
 * @param synchronization of the site's neurons
 * @param top K of FSD_K
 * @param test of FSD_K against chance
 * @param ablation null when it was not asked for
 */
record Measurement(String run, Evaluation evaluation, HookPoint site, FrequencySynchronization synchronization, int top,
        Null how, PermutationTest test, @Nullable Ablation ablation) {
    private static final Set<Measure> OF_A_SITE = EnumSet.of(Measure.FSD, Measure.PEAK_FREQUENCY, Measure.FSD_NULL_95,
            Measure.RANK, Measure.RANK_ONE_SHARE);

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", run).put("step", evaluation.step());
        node.put("site", site.toString()).put("top", top);
        RunJson.number(node, Measure.FSD.key(), synchronization.degree(top));
        if (synchronization.peakFrequency() > 0) {
            node.put(Measure.PEAK_FREQUENCY.key(), synchronization.peakFrequency());
        } else {
            node.putNull(Measure.PEAK_FREQUENCY.key());
        }
        node.put("null", how.label()).put("permutations", test.shuffles());
        RunJson.number(node, "p", test.p());
        RunJson.number(node, Measure.FSD_NULL_95.key(), test.point95());
        RunJson.number(node, Measure.RANK.key(), synchronization.medianRank());
        RunJson.number(node, Measure.RANK_ONE_SHARE.key(), synchronization.rankOneShare());
        RunJson.number(node, "meanStrongestShare", synchronization.meanStrongestShare());
        Arrays.stream(synchronization.dominated()).forEach(node.putArray("neuronsByFrequency")::add);
        wholeNetwork().forEach(measure -> RunJson.number(node, measure.key(), evaluation.value(measure)));
        if (ablation != null) {
            ObjectNode without = RunJson.number(node.putObject("ablation"), "intact", ablation.intact());
            ablation.without().forEach((part, accuracy) -> RunJson.number(without, part, accuracy));
        }
        return node;
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("run", "%s at step %,d".formatted(run, evaluation.step())));
        rows.add(List.of("site", site.toString()));
        rows.add(List.of("FSD, K = " + top, Measure.FSD.text(synchronization.degree(top))));
        rows.add(List.of("  by chance", "95%% at or below %s, p = %s (%,d permutations, %s)".formatted(
                Measure.FSD_NULL_95.text(test.point95()), number("%.4g", test.p()), test.shuffles(), how.label())));
        rows.add(List.of("neurons", dominant()));
        rows.add(List.of("Fourier rank", "median %s, rank 1: %s".formatted(
                Measure.RANK.text(synchronization.medianRank()),
                Measure.RANK_ONE_SHARE.text(synchronization.rankOneShare()))));
        wholeNetwork().forEach(measure -> rows.add(List.of(measure.words(), measure.text(evaluation))));
        if (ablation != null) {
            rows.add(List.of("accuracy", percent(ablation.intact())));
            ablation.without().forEach((part, accuracy) -> rows.add(List.of("  without " + part, percent(accuracy))));
        }
        return rows;
    }

    /** Returns the frequencies that most neurons have as their strongest, and how many those are. */
    private String dominant() {
        int[] counts = synchronization.dominated();
        String text = IntStream.range(0, counts.length).boxed().filter(k -> counts[k] > 0)
                .sorted((a, b) -> Integer.compare(counts[b], counts[a])).limit(7)
                .map(k -> "%d at frequency %d".formatted(counts[k], k + 1)).collect(Collectors.joining(", "));
        return text.isEmpty() ? "all inactive" : text;
    }

    /** What is measured of the network as a whole, and not of one site's neurons. */
    private static List<Measure> wholeNetwork() {
        return Arrays.stream(Measure.values())
                .filter(measure -> !OF_A_SITE.contains(measure) && !measure.timing() && !measure.seldom())
                .toList();
    }

    private static String percent(double share) {
        return NumberText.percent(share);
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? format.formatted(value) : NumberText.NONE;
    }
}
