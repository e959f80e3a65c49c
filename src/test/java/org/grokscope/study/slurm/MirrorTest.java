package org.grokscope.study.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class MirrorTest {
    private static final List<List<String>> COMMANDS = new Mirror("login:/data/plan", "/home/me/plan", true).commands();

    private static int pass(String file) {
        for (int i = 0; i < COMMANDS.size(); i++) {
            if (COMMANDS.get(i).contains("--include=" + file)) {
                return i;
            }
        }
        throw new AssertionError(file);
    }

    /** Nothing is told of what is not there yet, and a run appears with the last of its files. */
    @Test
    void eachFileComesAfterWhatTellsOfIt() {
        assertThat(List.of(pass("inherited/**"), pass("events.jsonl"), pass("metrics.jsonl"), pass("circles.bin"),
                pass("checkpoints/*.safetensors"), pass("run.json"))).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void locksClaimsAndWhatIsHalfMadeAreNeverCopied() {
        assertThat(COMMANDS).allSatisfy(command -> assertThat(command).contains("--exclude=writer.lock",
                "--exclude=writer-*.claim", "--exclude=.*", "--exclude=*.part").endsWith("login:/data/plan/",
                        "/home/me/plan/"));
    }

    @Test
    void checkpointsAreCopiedOnlyWhenAskedFor() {
        assertThat(new Mirror("a", "b", false).commands())
                .allSatisfy(command -> assertThat(command).contains("--exclude=checkpoints/"));
    }
}
