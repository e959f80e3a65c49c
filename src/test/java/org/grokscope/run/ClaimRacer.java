package org.grokscope.run;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.grokscope.file.FileProblem;

/** Claims run after run, each at the same moment as other processes do, without any lock, and lets none go. */
final class ClaimRacer {
    private ClaimRacer() {}

    /** Takes the folder, how many runs there are, which process this is, and how many there are. */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        int runs = Integer.parseInt(words[1]);
        int self = Integer.parseInt(words[2]);
        int processes = Integer.parseInt(words[3]);
        MappedByteBuffer ready;
        try (FileChannel channel = FileChannel.open(folder.resolve("ready"), StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            ready = channel.map(FileChannel.MapMode.READ_WRITE, 0, 4L * processes);
        }
        for (int run = 0; run < runs; run++) {
            meet(ready, self, processes, run + 1);
            Path directory = folder.resolve("run-" + run);
            try {
                WriterClaim.take(directory);
                Files.writeString(directory.resolve("won-by-" + self), "");
            } catch (FileProblem lost) {
                Files.writeString(directory.resolve("lost-by-" + self), String.valueOf(lost.getMessage()));
            }
        }
        // Who had gone by the last run would leave a dead claim there, and that one can be taken over.
        meet(ready, self, processes, runs + 1);
    }

    private static void meet(MappedByteBuffer ready, int self, int processes, int moment) {
        ready.putInt(4 * self, moment);
        for (int other = 0; other < processes; other++) {
            while (ready.getInt(4 * other) < moment) {
                Thread.yield();
            }
        }
    }
}
