package org.grokscope.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.settings.ModelSettings;
import org.grokscope.text.InvalidSetting;

/**
 * A part of a network, as people name it: {@code embedding}, {@code position}, {@code block 0 attention} with its LayerNorm,
 * {@code block 0 mlp}, {@code block 0}, {@code attention} or {@code mlp} of all blocks, and {@code head} with the LayerNorm
 * before it.
 */
public record NetworkPart(String name) {
    private static final Pattern BLOCK = Pattern.compile("block (\\d)(?: (attention|mlp))?");

    /**
     * Reads a part as it is typed; hyphens stand for blanks.
     *
     * @throws InvalidSetting when no network has such a part
     */
    public static NetworkPart parse(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ");
        boolean known = List.of("embedding", "position", "attention", "mlp", "head").contains(name)
                || BLOCK.matcher(name).matches();
        InvalidSetting.unless(known, "part", "A part of the network is embedding, position, attention, mlp, head or "
                + "one such as 'block 0 mlp', not '" + typed.strip() + "'.");
        return new NetworkPart(name);
    }

    /** Returns the parts that a network is made of; each parameter is in one of them. */
    public static List<NetworkPart> of(ModelSettings model) {
        List<NetworkPart> parts = new ArrayList<>(List.of(new NetworkPart("embedding"), new NetworkPart("position")));
        for (int block = 0; block < model.blocks(); block++) {
            if (model.kind().attention()) {
                parts.add(new NetworkPart("block " + block + " attention"));
            }
            if (model.kind().mlp()) {
                parts.add(new NetworkPart("block " + block + " mlp"));
            }
        }
        parts.add(new NetworkPart("head"));
        return List.copyOf(parts);
    }

    /** Returns whether it holds a parameter, by its name in the checkpoint. */
    public boolean holds(String parameter) {
        Matcher block = BLOCK.matcher(name);
        return switch (name) {
            case "embedding" -> parameter.startsWith("token_embedding.");
            case "position" -> parameter.startsWith("position_embedding.");
            case "head" -> parameter.startsWith("head.") || parameter.startsWith("final_norm.");
            case "attention" -> parameter.matches("blocks\\.\\d+\\.(attention|ln1)\\..*");
            case "mlp" -> parameter.matches("blocks\\.\\d+\\.(mlp|ln2)\\..*");
            default -> block.matches()
                    && parameter.startsWith("blocks." + block.group(1) + ".")
                    && (block.group(2) == null || new NetworkPart(block.group(2)).holds(parameter));
        };
    }

    /**
     * Refuses a part that a network lacks.
     *
     * @throws InvalidSetting when it has no such parameters
     */
    void check(ModelSettings model, Collection<String> parameters) {
        InvalidSetting.unless(parameters.stream().anyMatch(this::holds), "part", "This network has no part '" + name
                + "'; it has " + String.join(", ", of(model).stream().map(NetworkPart::name).toList()) + ".");
    }

    @Override
    public String toString() {
        return name;
    }
}
