package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.PermutationTest.Null;
import org.grokscope.model.HookPoint;
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
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", run).put("step", evaluation.step());
        RunJson.number(node, "trainLoss", evaluation.performance().trainLoss());
        RunJson.number(node, "trainAccuracy", evaluation.performance().trainAccuracy());
        RunJson.number(node, "validationLoss", evaluation.performance().validationLoss());
        RunJson.number(node, "validationAccuracy", evaluation.performance().validationAccuracy());
        node.put("site", site.toString()).put("top", top);
        RunJson.number(node, "fsd", synchronization.degree(top));
        if (synchronization.peakFrequency() > 0) {
            node.put("peakFrequency", synchronization.peakFrequency());
        } else {
            node.putNull("peakFrequency");
        }
        node.put("null", how.label()).put("permutations", test.shuffles());
        RunJson.number(node, "p", test.p());
        RunJson.number(node, "fsdNull95", test.point95());
        RunJson.number(node, "medianRank", synchronization.medianRank());
        RunJson.number(node, "rankOneShare", synchronization.rankOneShare());
        RunJson.number(node, "meanStrongestShare", synchronization.meanStrongestShare());
        Arrays.stream(synchronization.dominated()).forEach(node.putArray("neuronsByFrequency")::add);
        RunJson.number(node, "restrictedLoss", evaluation.keyFrequencyLoss().restricted());
        RunJson.number(node, "excludedLoss", evaluation.keyFrequencyLoss().excluded());
        RunJson.number(node, "weightNorm", evaluation.weightNorm().total());
        if (ablation != null) {
            ObjectNode without = RunJson.number(node.putObject("ablation"), "intact", ablation.intact());
            ablation.without().forEach((part, accuracy) -> RunJson.number(without, part, accuracy));
        }
        return node;
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("run", "%s at step %,d".formatted(run, evaluation.step())));
        rows.add(List.of("train", performance(evaluation.performance().trainLoss(),
                evaluation.performance().trainAccuracy())));
        rows.add(List.of("validation", performance(evaluation.performance().validationLoss(),
                evaluation.performance().validationAccuracy())));
        rows.add(List.of("site", site.toString()));
        rows.add(List.of("FSD, K = " + top, number("%.4f", synchronization.degree(top))));
        rows.add(List.of("  by chance", "95%% at or below %s, p = %s (%,d permutations, %s)".formatted(
                number("%.4f", test.point95()), number("%.4g", test.p()), test.shuffles(), how.label())));
        rows.add(List.of("neurons", dominant()));
        rows.add(List.of("Fourier rank", "median %s, rank 1: %s".formatted(
                number("%.1f", synchronization.medianRank()), percent(synchronization.rankOneShare()))));
        rows.add(List.of("restricted loss", nats(evaluation.keyFrequencyLoss().restricted())));
        rows.add(List.of("excluded loss", nats(evaluation.keyFrequencyLoss().excluded())));
        rows.add(List.of("weight norm", number("%.2f", evaluation.weightNorm().total())));
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

    private static String performance(double loss, double accuracy) {
        return "loss %s, accuracy %s".formatted(number("%.4f", loss), percent(accuracy));
    }

    private static String nats(double loss) {
        return Double.isNaN(loss) ? "none: the network has no MLP" : "%.4f nats".formatted(loss);
    }

    private static String percent(double share) {
        return number("%.2f%%", 100 * share);
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? format.formatted(value) : "-";
    }
}
