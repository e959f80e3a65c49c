package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Claims alone, as where a file system has no locks. */
@Timeout(180)
@SharesNothing
class WriterClaimTest {
    private static final int RUNS = 300;
    private static final int PROCESSES = 3;
    private static final String DEAD = "{\"pid\":999999999,\"started\":1,\"host\":\"%s\",\"boot\":\"%s\",\"folder\":\"\","
            + "\"beat\":0}\nA";

    @TempDir
    Path folder;

    /** Every second run was another's, who is gone; every fourth has two such claims. */
    @Test
    void ofProcessesThatClaimARunAtOnceOneWinsAlways() throws Exception {
        Files.write(folder.resolve("ready"), new byte[4 * PROCESSES]);
        for (int run = 0; run < RUNS; run++) {
            Path directory = Files.createDirectory(folder.resolve("run-" + run));
            for (int claim = 1; claim <= (run % 2) * (run % 4 + 1) / 2; claim++) {
                Files.writeString(directory.resolve("writer-" + claim + ".claim"),
                        DEAD.formatted(Host.NAME, Host.BOOT));
            }
        }
        List<Process> racers = new ArrayList<>();
        for (int self = 0; self < PROCESSES; self++) {
            racers.add(Program.start(Program.java(ClaimRacer.class, folder, RUNS, self, PROCESSES)));
        }
        for (Process racer : racers) {
            assertThat(racer.waitFor()).isZero();
        }
        for (int run = 0; run < RUNS; run++) {
            assertThat(names(folder.resolve("run-" + run), "won-by-")).as("winners of run %d", run).hasSize(1);
            assertThat(names(folder.resolve("run-" + run), "lost-by-")).as("losers of run %d", run)
                    .hasSize(PROCESSES - 1);
            assertThat(names(folder.resolve("run-" + run), "writer-")).as("claims of run %d", run).hasSize(1);
        }
    }

    @Test
    void aClaimThatIsLetGoLeavesNothing() throws IOException {
        try (WriterClaim claim = WriterClaim.take(folder)) {
            assertThat(claim.stands()).isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClaimThatAnotherTookOverNoLongerStandsAndIsNotTakenAway() throws IOException {
        Path theirs;
        try (WriterClaim claim = WriterClaim.take(folder)) {
            theirs = Files.writeString(folder.resolve("writer-1.claim"), "theirs", StandardCharsets.UTF_8);
            assertThat(claim.stands()).isFalse();
        }
        assertThat(theirs).hasContent("theirs");
    }

    private static List<String> names(Path directory, String beginning) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(it -> it.getFileName().toString()).filter(it -> it.startsWith(beginning)).toList();
        }
    }
}
