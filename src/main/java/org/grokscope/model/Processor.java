package org.grokscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The processor as Linux describes it; elsewhere its architecture alone.
 *
 * @param vendor who made it, for example {@code GenuineIntel}; may be empty
 * @param name the model as people say it, for example {@code AMD EPYC}
 * @param model name, family, model and stepping, which tell generations of one name apart
 * @param instructions the vector instructions that change what is computed, the widest first
 */
public record Processor(String vendor, String name, String model, String instructions) {
    private static final Path INFORMATION = Path.of("/proc/cpuinfo");
    private static final List<String> VECTORS = List.of("amx_bf16", "amx_int8", "avx512_bf16", "avx512_vnni",
            "avx512f", "avx2", "avx", "asimd", "sve");

    /** Returns the processor of this machine. */
    public static Processor here() {
        try {
            return Files.isReadable(INFORMATION) ? of(Files.readAllLines(INFORMATION)) : unknown();
        } catch (IOException e) {
            return unknown();
        }
    }

    /** Returns whether it multiplies bfloat16 numbers by instructions of its own. */
    public boolean bfloat16() {
        return instructions.contains("amx_bf16") || instructions.contains("avx512_bf16");
    }

    private static Processor unknown() {
        String name = System.getProperty("os.arch") + " processor";
        return new Processor("", name, name, "");
    }

    /** Reads what the system says of its first processor. */
    static Processor of(List<String> lines) {
        Map<String, String> first = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                first.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        String name = first.getOrDefault("model name", unknown().name());
        String model = first.containsKey("cpu family")
                ? "%s, family %s, model %s, stepping %s".formatted(name, first.get("cpu family"),
                        first.getOrDefault("model", "?"), first.getOrDefault("stepping", "?"))
                : name;
        List<String> flags = Arrays.asList(first.getOrDefault("flags", first.getOrDefault("Features", "")).split(" "));
        return new Processor(first.getOrDefault("vendor_id", ""), name, model,
                VECTORS.stream().filter(flags::contains).collect(Collectors.joining(" ")));
    }
}
