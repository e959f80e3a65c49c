package org.grokscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.grokscope.run.ForkInterventions;
import org.grokscope.run.RunDirectory;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.TypedNumber;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.InterventionReader;
import org.grokscope.weights.NetworkPart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code grokscope fork} is to do to the network. */
final class InterventionOptions {
    @Option(names = "--remove-frequency", paramLabel = "K", description = "take frequencies, separated by commas, out of the token embedding")
    private @Nullable String remove;

    @Option(names = "--keep-frequencies", paramLabel = "K", description = "keep only these frequencies, and the mean, in the token embedding")
    private @Nullable String keep;

    @Option(names = "--ablate-neurons", paramLabel = "WHICH", description = "set the weights of a block's MLP neurons to 0: 'dominant=14' for those that frequency 14 dominates, or a list such as 3,17; 'block=1 dominant=14' for another block than the first")
    private @Nullable String ablate;

    @Option(names = "--freeze", paramLabel = "PART", split = ",", description = "neither gradient nor weight decay acts on a part: embedding, position, 'block 0 attention', 'block 0 mlp', attention, mlp or head")
    private List<String> freeze = new ArrayList<>();

    @Option(names = "--reset", paramLabel = "PART", split = ",", description = "give a part its weights of step 0 again")
    private List<String> reset = new ArrayList<>();

    @Option(names = "--transplant", paramLabel = "PART", split = ",", description = "give a part the weights that it has in another run, see --from")
    private List<String> transplant = new ArrayList<>();

    @Option(names = "--from", paramLabel = "RUN@STEP", description = "the checkpoint that --transplant takes from")
    private @Nullable String from;

    @Option(names = "--reset-moments", arity = "0..1", fallbackValue = "", paramLabel = "keep-count", description = "set both moments of AdamW to 0; keep-count goes on with the bias correction as it was")
    private @Nullable String resetMoments;

    @Option(names = "--scale-norm", paramLabel = "RHO", description = "multiply all weights by this once")
    private @Nullable Double scaleNorm;

    @Option(names = "--hold-norm", paramLabel = "RHO", description = "after each step scale all weights such that their norm is RHO times that at the fork")
    private @Nullable Double holdNorm;

    @Option(names = "--no-sham", description = "leave out the sham, which does the same to frequencies or neurons that are drawn")
    private boolean noSham;

    @Option(names = "--sham-seed", paramLabel = "SEED", description = "draws what the sham acts on; default: the parent's seed")
    private @Nullable Long shamSeed;

    /**
     * Reads them.
     *
     * @param decays λ of parts, such as {@code embedding=0}
     * @throws InvalidSetting when something was typed that cannot be meant
     */
    ForkInterventions read(List<String> decays, RunArgument runs) throws IOException {
        List<Intervention> all = new ArrayList<>();
        if (remove != null) {
            all.add(new Intervention.RemoveFrequencies(InterventionReader.numbers(remove, "A frequency")));
        }
        if (keep != null) {
            all.add(new Intervention.KeepFrequencies(InterventionReader.numbers(keep, "A frequency")));
        }
        if (ablate != null) {
            all.add(InterventionReader.neurons(ablate));
        }
        freeze.forEach(part -> all.add(new Intervention.FreezePart(NetworkPart.parse(part))));
        reset.forEach(part -> all.add(new Intervention.ResetPart(NetworkPart.parse(part))));
        transplants(all, runs);
        if (resetMoments != null) {
            all.add(InterventionReader.moments(resetMoments));
        }
        if (scaleNorm != null) {
            all.add(new Intervention.ScaleNorm(scaleNorm));
        }
        if (holdNorm != null) {
            all.add(new Intervention.HoldNorm(holdNorm));
        }
        if (!decays.isEmpty()) {
            all.addAll(InterventionReader.decays(String.join(",", decays)));
        }
        return new ForkInterventions(all, !noSham,
                shamSeed == null ? OptionalLong.empty() : OptionalLong.of(shamSeed));
    }

    private void transplants(List<Intervention> all, RunArgument runs) throws IOException {
        InvalidSetting.unless(transplant.isEmpty() == (from == null), "from",
                "--transplant PART and --from RUN@STEP belong together.");
        if (from != null) {
            int at = from.lastIndexOf('@');
            InvalidSetting.unless(at > 0 && from.substring(at + 1).matches("\\d{1,9}"), "from",
                    "--from takes a run and a step, such as add-53@1000, not '" + from + "'.");
            RunDirectory donor = runs.runsFolder().library().find(from.substring(0, at));
            for (String part : transplant) {
                all.add(new Intervention.Transplant(NetworkPart.parse(part), donor.path(),
                        TypedNumber.integer(from.substring(at + 1))));
            }
        }
    }

    /** Returns those of several words for --weight-decay that name a part. */
    static List<String> ofParts(List<String> typed) {
        return typed.stream().filter(it -> it.contains("=")).toList();
    }

    /**
     * Returns the numbers among several words for --weight-decay.
     *
     * @throws InvalidSetting when a word is neither a number nor names a part
     */
    static List<Double> ofAll(List<String> typed) {
        List<Double> numbers = new ArrayList<>();
        for (String it : typed.stream().filter(it -> !it.contains("=")).toList()) {
            try {
                numbers.add(TypedNumber.real(it));
            } catch (NumberFormatException e) {
                throw new InvalidSetting("weightDecay",
                        "--weight-decay takes numbers, or \u03bb of parts such as embedding=0, not '" + it + "'.");
            }
        }
        return numbers;
    }
}
