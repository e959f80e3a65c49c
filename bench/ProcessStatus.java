import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What Linux says of the memory of a process; nothing elsewhere. */
final class ProcessStatus {
    private ProcessStatus() {}

    /** Returns the bytes that it holds now. */
    static OptionalLong resident(long pid) throws IOException {
        return bytes(pid, "VmRSS:");
    }

    /** Returns the most bytes that it held so far. */
    static OptionalLong mostResident(long pid) throws IOException {
        return bytes(pid, "VmHWM:");
    }

    private static OptionalLong bytes(long pid, String line) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream().filter(it -> it.startsWith(line))
                        .mapToLong(it -> 1024 * Long.parseLong(it.replaceAll("\\D", ""))).findFirst()
                : OptionalLong.empty();
    }
}
