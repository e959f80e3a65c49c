package org.grokscope.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This machine, as writers of runs name it: what it is called, and which of its starts this is. */
final class Host {
    /** What the machine calls itself. Nobody else is asked: a name server may be far away, or dead. */
    static final String NAME = text("/proc/sys/kernel/hostname").or(() -> Stream.of("COMPUTERNAME", "HOSTNAME")
            .map(System::getenv).filter(Objects::nonNull).findFirst()).orElse("localhost");
    /** What the system drew when it started; empty where it draws nothing. */
    static final String BOOT = text("/proc/sys/kernel/random/boot_id").orElse("");

    private static final Pattern STARTED = Pattern.compile("^btime (\\d+)$", Pattern.MULTILINE);

    private Host() {}

    /** Returns when the system started, by its own clock; long ago where it does not say. */
    static Instant started() {
        Matcher seconds = STARTED.matcher(text("/proc/stat").orElse(""));
        return seconds.find() ? Instant.ofEpochSecond(Long.parseLong(seconds.group(1))) : Instant.EPOCH;
    }

    private static Optional<String> text(String file) {
        try {
            Path path = Path.of(file);
            return Files.isReadable(path)
                    ? Optional.of(Files.readString(path, StandardCharsets.ISO_8859_1).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
