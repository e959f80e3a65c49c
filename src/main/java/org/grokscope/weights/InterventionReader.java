package org.grokscope.weights;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.TypedNumber;

/** Reads interventions as {@link Intervention#text} writes them. */
public final class InterventionReader {
    private static final Pattern NEURONS = Pattern
            .compile("(?:block\\s*=\\s*(\\d)\\s*[:,]?\\s*)?(.*?)(?:\\s+of\\s+k=(\\d{1,4}))?");
    private static final Pattern TRANSPLANT = Pattern.compile("(.+?)\\s+from\\s+(.+)@(\\d{1,9})");

    private InterventionReader() {}

    /**
     * Reads several, parted by semicolons; blank is none.
     *
     * @throws InvalidSetting when one cannot be read
     */
    public static List<Intervention> all(String typed) {
        return Arrays.stream(typed.split(";", -1)).map(String::strip).filter(it -> !it.isEmpty())
                .flatMap(it -> several(it).stream()).toList();
    }

    /**
     * Reads one.
     *
     * @throws InvalidSetting when it cannot be read
     */
    public static Intervention one(String typed) {
        List<Intervention> read = several(typed);
        InvalidSetting.unless(read.size() == 1, "intervention", "'" + typed + "' is not one intervention.");
        return read.getFirst();
    }

    private static List<Intervention> several(String typed) {
        String[] parts = typed.strip().split("\\s+", 2);
        String what = parts.length < 2 ? "" : parts[1].strip();
        return switch (parts[0]) {
            case "remove-frequency" -> List.of(new Intervention.RemoveFrequencies(numbers(what, "A frequency")));
            case "keep-frequencies" -> List.of(new Intervention.KeepFrequencies(numbers(what, "A frequency")));
            case "ablate-neurons" -> List.of(neurons(what));
            case "freeze" -> List.of(new Intervention.FreezePart(NetworkPart.parse(what)));
            case "reset" -> List.of(new Intervention.ResetPart(NetworkPart.parse(what)));
            case "transplant" -> List.of(transplant(what));
            case "reset-moments" -> List.of(moments(what));
            case "scale-norm" -> List.of(new Intervention.ScaleNorm(real(what)));
            case "hold-norm" -> List.of(new Intervention.HoldNorm(real(what)));
            case "weight-decay" -> decays(what);
            default -> throw new InvalidSetting("intervention", "An intervention reads like 'remove-frequency 14', "
                    + "'freeze embedding' or 'reset-moments', and '" + typed + "' does not.");
        };
    }

    /** Reads {@code 3,17}, {@code block=1 3,17}, {@code dominant=14} or {@code block=1 dominant=14}. */
    public static Intervention neurons(String typed) {
        Matcher parts = NEURONS.matcher(typed.strip());
        if (!parts.matches()) {
            throw new InvalidSetting("neurons", "Neurons read like 'dominant=14' or '3,17'.");
        }
        int block = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        String which = parts.group(2).strip();
        if (which.startsWith("dominant")) {
            String frequency = which.replaceFirst("dominant\\s*=?\\s*", "");
            List<Integer> one = numbers(frequency, "A frequency");
            InvalidSetting.unless(one.size() == 1, "neurons", "Neurons are dominated by one frequency, as in "
                    + "'dominant=14'.");
            return new Intervention.AblateDominant(block, one.getFirst());
        }
        return new Intervention.AblateNeurons(block, numbers(which, "A neuron"),
                parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
    }

    /** Reads {@code keep-count} or nothing. */
    public static Intervention moments(String typed) {
        InvalidSetting.unless(typed.isBlank() || typed.strip().equals("keep-count"), "resetMoments",
                "reset-moments takes keep-count or nothing, not '" + typed + "'.");
        return new Intervention.ResetMoments(!typed.isBlank());
    }

    /** Reads {@code embedding=0,mlp=3}. */
    public static List<Intervention> decays(String typed) {
        List<Intervention> decays = new ArrayList<>();
        for (String part : typed.split(",", -1)) {
            String[] sides = part.split("=", -1);
            InvalidSetting.unless(sides.length == 2, "weightDecay",
                    "A \u03bb of a part reads like 'embedding=0', and '" + part + "' does not.");
            decays.add(new Intervention.DecayPart(NetworkPart.parse(sides[0]), real(sides[1])));
        }
        return decays;
    }

    /** Reads numbers with commas between; {@code none} is none. */
    public static List<Integer> numbers(String typed, String what) {
        if (typed.strip().equals("none")) {
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String part : TypedNumber.parts(typed)) {
            InvalidSetting.unless(part.matches("\\d{1,9}"), "intervention",
                    what + " is a whole number, and '" + part + "' is not.");
            numbers.add(Integer.valueOf(part));
        }
        InvalidSetting.unless(!numbers.isEmpty(), "intervention", what + " must be named, or none.");
        return numbers;
    }

    private static Intervention transplant(String typed) {
        Matcher parts = TRANSPLANT.matcher(typed);
        InvalidSetting.unless(parts.matches(), "transplant",
                "A transplant reads like 'transplant embedding from add-53@1000', and '" + typed + "' does not.");
        return new Intervention.Transplant(NetworkPart.parse(parts.group(1)), path(parts.group(2)),
                Integer.parseInt(parts.group(3)));
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed.strip());
        } catch (InvalidPathException e) {
            throw new InvalidSetting("transplant", "'" + typed + "' cannot be the name of a run.");
        }
    }

    private static double real(String typed) {
        try {
            return TypedNumber.real(typed);
        } catch (NumberFormatException e) {
            throw new InvalidSetting("intervention", "'" + typed.strip() + "' is not a number.");
        }
    }
}
