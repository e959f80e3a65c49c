#!/bin/sh
# jpackage (Linux): a packaged program that is started by a packaged program takes its arguments for those of Java.
#
# One would guess: a program that jpackage made behaves the same whoever starts it.
# Seen (jpackage of JDK 25.0.3, Linux x86-64): the launcher sets _JPACKAGE_LAUNCHER in its environment and starts itself again;
#   the second time it finds the variable, and then reads no configuration. Every child process inherits the variable. So a
#   packaged program that starts another, or itself once more, has "Could not find or load main class hello" for an argument
#   hello. Without the variable the child is as expected. Whoever starts packaged programs from one has to take it away.
# Source: tried on 29 November 2026.
#
# Exit status 0 while this holds, another when it changes. Wants a JDK 25 with jpackage, first on the PATH or in JAVA_HOME.
set -eu
tools=${JAVA_HOME:+$JAVA_HOME/bin/}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir classes input
cat > Child.java <<'JAVA'
import java.util.Map;

public class Child {
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.out.println("heard " + arguments[0]);
            return;
        }
        for (boolean without : new boolean[] {false, true}) {
            ProcessBuilder again = new ProcessBuilder(System.getProperty("jpackage.app-path"), "hello");
            if (without) {
                again.environment().remove("_JPACKAGE_LAUNCHER");
            }
            Process child = again.redirectErrorStream(true).start();
            String said = new String(child.getInputStream().readAllBytes()).strip();
            System.out.println((without ? "without: " : "with: ") + said.lines().findFirst().orElse(""));
        }
    }
}
JAVA
"${tools}javac" -d classes Child.java
"${tools}jar" --create --file input/child.jar --main-class Child -C classes .
"${tools}jpackage" --type app-image --name child --input input --main-jar child.jar --add-modules java.base
child/bin/child > said
cat said
grep -q '^with: .*main class hello' said
grep -q '^without: heard hello' said
