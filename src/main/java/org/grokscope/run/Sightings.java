package org.grokscope.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What this process has seen of writers on other machines: whether their signs of life change. Their clocks do not matter, nor
 * does that of a file server.
 */
final class Sightings {
    /** How long a sign must stay the same before its writer is gone; a network file system may show an old one for a minute. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    /** @param changed whether another sign was seen before */
    private record Sighting(String sign, long since, boolean changed) {}

    private final Map<String, Sighting> last = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a clock of this process that runs evenly, in nanoseconds */
    Sightings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Takes in a sign, and returns whether its writer lives: yes when the sign is another than before, no when it has been the
     * same for {@link #SILENCE}; empty while neither is known.
     *
     * @param writer which one
     */
    Optional<Boolean> alive(String writer, String sign) {
        long now = nanos.getAsLong();
        Sighting sighting = last.merge(writer, new Sighting(sign, now, false),
                (before, seen) -> before.sign().equals(sign) ? before : new Sighting(sign, now, true));
        if (now - sighting.since() >= SILENCE.toNanos()) {
            return Optional.of(false);
        }
        return sighting.changed() ? Optional.of(true) : Optional.empty();
    }
}
