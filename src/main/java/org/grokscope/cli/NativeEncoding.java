package org.grokscope.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The encoding of paths and arguments. Java takes it from the system's language setting when it starts, and never changes it;
 * without one (cron, systemd, plain containers: {@code LC_ALL=C}) it knows ASCII alone, and {@code läufe} becomes
 * {@code l??ufe}. Then this program has to start again with {@code LC_ALL=C.UTF-8}.
 */
final class NativeEncoding {
    private static final String SETTING = "LC_ALL";
    private static final String UTF_8 = "C.UTF-8";
    private static final List<String> ASCII = List.of("ANSI_X3.4-1968", "US-ASCII", "ASCII", "646");

    private NativeEncoding() {}

    /** Returns the variables with which Java would know more letters; none where it does, or they were of no use. */
    static Map<String, String> wanted() {
        return ascii() && !UTF_8.equals(System.getenv(SETTING)) ? Map.of(SETTING, UTF_8) : Map.of();
    }

    /** Returns why the arguments or the folder cannot be used, in a sentence; empty when they can. */
    static Optional<String> refusal(String... arguments) {
        return ascii()
                ? refusal(Stream.concat(Stream.of(arguments), Stream.of(System.getProperty("user.dir", ""),
                        String.valueOf(System.getenv("GROKSCOPE_RUNS")))))
                : Optional.empty();
    }

    /** Looks for what Java puts in the place of letters that it does not know. */
    static Optional<String> refusal(Stream<String> texts) {
        return texts.filter(text -> text.indexOf('\ufffd') >= 0).findFirst()
                .map(text -> "'" + text + "' has letters that the language setting here cannot express; set LC_ALL to "
                        + "a UTF-8 locale, for example LC_ALL=en_US.UTF-8.");
    }

    private static boolean ascii() {
        return ASCII.contains(System.getProperty("sun.jnu.encoding", ""));
    }
}
