package org.grokscope.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many processors other work keeps busy: all of it, as Linux counts it, less this process. What a host takes from a
 * virtual machine counts as other work.
 */
final class OthersLoad {
    private static final Path STATISTICS = Path.of("/proc/stat");
    /** Linux counts processor time in hundredths of a second, whatever the kernel's own tick is. */
    private static final double TICKS_A_SECOND = 100;
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int STOLEN = 7;

    private double busyBefore = Double.NaN;
    private double ownBefore;
    private long at;

    /** Returns the processors that others kept busy since the call before; empty at the first and where nobody counts. */
    OptionalDouble measure() {
        try {
            if (!Files.isReadable(STATISTICS)) {
                return OptionalDouble.empty();
            }
            List<String> lines = Files.readAllLines(STATISTICS);
            return measure(lines.getFirst(), ProcessHandle.current().info().totalCpuDuration()
                    .orElse(Duration.ZERO).toNanos() / 1e9, System.nanoTime());
        } catch (IOException | NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /**
     * @param total the system's line for all processors
     * @param own this process' processor time so far, in seconds
     * @param now in nanoseconds
     */
    OptionalDouble measure(String total, double own, long now) {
        String[] fields = total.strip().split("\\s+");
        double busy = 0;
        for (int i = 1; i <= Math.min(STOLEN + 1, fields.length - 1); i++) {
            if (i - 1 != IDLE && i - 1 != WAITING_FOR_DISK) {
                busy += Long.parseLong(fields[i]) / TICKS_A_SECOND;
            }
        }
        double seconds = (now - at) / 1e9;
        OptionalDouble others = Double.isNaN(busyBefore) || seconds <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, (busy - busyBefore - (own - ownBefore)) / seconds));
        busyBefore = busy;
        ownBefore = own;
        at = now;
        return others;
    }
}
