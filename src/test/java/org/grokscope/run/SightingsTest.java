package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class SightingsTest {
    private static AtomicLong clock() {
        return new AtomicLong();
    }

    @Test
    void oneSignAloneSaysNothing() {
        Sightings sightings = new Sightings(clock()::get);
        assertThat(sightings.alive("a", "beat 1")).isEmpty();
        assertThat(sightings.alive("a", "beat 1")).isEmpty();
        assertThat(sightings.alive("b", "beat 2")).isEmpty();
    }

    @Test
    void aSignThatChangesIsLife() {
        Sightings sightings = new Sightings(clock()::get);
        sightings.alive("a", "beat 1");
        assertThat(sightings.alive("a", "beat 2")).contains(true);
        assertThat(sightings.alive("a", "beat 2")).contains(true);
    }

    @Test
    void whoIsSilentForLongIsGoneUntilTheNextSign() {
        AtomicLong clock = clock();
        Sightings sightings = new Sightings(clock::get);
        sightings.alive("a", "beat 1");
        clock.addAndGet(TimeUnit.SECONDS.toNanos(89));
        assertThat(sightings.alive("a", "beat 1")).isEmpty();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(sightings.alive("a", "beat 1")).contains(false);
        assertThat(sightings.alive("a", "beat 2")).contains(true);
    }
}
