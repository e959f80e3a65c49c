import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Completes {@code target/grokscope}: puts the program's jar beside its libraries and writes {@code bin/grokscope},
 * which starts the JDK that this build ran on and not whatever {@code java} the PATH happens to hold.
 */
final class Launcher {
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        Path jar = Path.of(arguments[1]);
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("bin"));
        copySamples(Path.of("sample-runs"), home.resolve("sample-runs"));
        OldClasses.renew(home.resolve("lib"));
        Files.copy(jar, home.resolve("lib").resolve("grokscope.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of("src/build/java-options"), home.resolve("java-options"), StandardCopyOption.REPLACE_EXISTING);
        copyFonts(Path.of("assets/fonts"), home.resolve("lib/fonts"));
        Path script = home.resolve("bin").resolve("grokscope");
        Files.writeString(script, SCRIPT.replace("@JAVA_HOME@", System.getProperty("java.home")));
        if (Files.getFileStore(script).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        if (Files.isExecutable(script)) {
            Rehearsal rehearsal = new Rehearsal(home.resolve("sample-runs"));
            rehearsal.window(script, home.resolve("start.aot"));
            rehearsal.command(script, home.resolve("commands.aot"));
        }
    }

    /** As files, so that nothing unpacks them into the temporary folder. */
    private static void copyFonts(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> fonts = Files.list(from)) {
            for (Path font : fonts.filter(it -> it.toString().endsWith(".ttf")).toList()) {
                Files.copy(font, to.resolve(font.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The runs that the first start shows lie beside the program, where the project has some. */
    private static void copySamples(Path from, Path to) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path there = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(path, there, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static final String SCRIPT = """
            #!/bin/sh
            # Starts Grokscope. GROKSCOPE_JAVA names another JDK 25, JAVA_OPTS adds options to it.
            script=$0
            while [ -L "$script" ]; do
                target=$(readlink "$script")
                case $target in
                    /*) script=$target ;;
                    *) script=$(dirname "$script")/$target ;;
                esac
            done
            home=$(cd "$(dirname "$script")/.." && pwd) || exit 1
            java=${GROKSCOPE_JAVA:-@JAVA_HOME@}
            [ -d "$java" ] && java=$java/bin/java
            if [ ! -x "$java" ]; then
                echo "grokscope: there is no JDK at $java; set GROKSCOPE_JAVA to a JDK 25." >&2
                exit 1
            fi
            # Without a language setting (cron, systemd, plain containers) Java knows no letters but ASCII's in paths and names.
            case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
                C | POSIX) LC_ALL=C.UTF-8; export LC_ALL ;;
            esac
            files=$(ulimit -n)
            if [ "$files" != unlimited ] && [ "$files" -lt 256 ] && ! ulimit -n 256 2>/dev/null; then
                echo "grokscope: only $files files may be open at once here, and Grokscope needs 256; see 'ulimit -n'." >&2
                exit 1
            fi
            # What Java remembers of an earlier start, of the window or of a command, which needs less. Where that does not fit
            # this Java, it says nothing and does without.
            cache=$home/start.aot
            case ${1:-} in
                [a-z]* | -h | --help | -V | --version) [ -e "$1" ] || cache=$home/commands.aot ;;
            esac
            [ -f "$cache" ] || cache=
            # What only looks up and prints is done before Java's second compiler has paid for itself.
            compilers=
            case ${1:-} in
                list | show | -h | --help | -V | --version) [ -e "$1" ] || compilers=-XX:TieredStopAtLevel=1 ;;
            esac
            # Whoever chooses a collector has it: Java takes no two.
            collector=
            case "$JAVA_OPTS ${_JAVA_OPTIONS:-}" in
                *-XX:+Use*GC*) collector=-XX:-UseParallelGC ;;
            esac
            exec "$java" ${cache:+"-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off} \\
                --enable-native-access=ALL-UNNAMED @"$home/java-options" $compilers $collector -Dgrokscope.samples="$home/sample-runs" $JAVA_OPTS \\
                -cp "$home/lib/*" org.grokscope.cli.Main "$@"
            """;
}
