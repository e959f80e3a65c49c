package org.grokscope.training;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The environment variables by which the tensor library and the libraries under it can be changed from outside. */
final class NativeSettings {
    /**
     * With any of these OpenMP may give fewer threads than it was asked for. oneDNN shares a product out by the threads it
     * asks for, so what the missing ones should have written stays unwritten, and it reports success. Seen with oneDNN 3.2
     * and 3.7.1. Clusters set them in their profiles.
     */
    private static final List<String> HARMFUL = List.of("OMP_DYNAMIC", "OMP_THREAD_LIMIT", "OMP_MAX_ACTIVE_LEVELS",
            "OMP_NESTED", "OMP_TEAMS_THREAD_LIMIT");
    private static final List<String> WAITING = List.of("OMP_WAIT_POLICY", "GOMP_SPINCOUNT");
    private static final Pattern ACTING = Pattern
            .compile("(OMP|GOMP|KMP|MKL|ONEDNN|DNNL|ATEN)_[A-Z0-9_]+|NVIDIA_TF32_OVERRIDE|CUBLAS_WORKSPACE_CONFIG");
    private static final Logger LOG = LoggerFactory.getLogger(NativeSettings.class);

    private NativeSettings() {}

    /** Takes away what would make products wrong. To be called before the tensor library is loaded. */
    static void prepare() {
        Map<String, String> variables = System.getenv();
        for (String name : HARMFUL) {
            if (variables.containsKey(name) && NativeVariables.remove(name)) {
                LOG.info("{}={} is ignored: with it the tensor library computes wrong products.", name,
                        variables.get(name));
            }
        }
    }

    /** Returns whether somebody chose how OpenMP's threads wait. */
    static boolean waitingChosen() {
        return WAITING.stream().anyMatch(System.getenv()::containsKey);
    }

    /** Returns the variables that act on what is computed, or on how fast, by their names. */
    static SortedMap<String, String> acting() {
        SortedMap<String, String> acting = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (ACTING.matcher(name).matches() && !HARMFUL.contains(name)) {
                acting.put(name, value);
            }
        });
        return acting;
    }
}
