import java.util.ArrayList;
import java.util.List;

/** How contenders are started: with this JVM's own java and class path, or with Python. */
final class Programs {
    private Programs() {}

    static List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "@src/build/java-options", "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return command;
    }

    static List<String> python(String interpreter, String... arguments) {
        List<String> command = new ArrayList<>(List.of(interpreter, "bench/textbook.py"));
        command.addAll(List.of(arguments));
        return command;
    }
}
