#!/bin/sh
# picocli: its classes are of Java 5, and Java's ahead-of-time cache leaves all of them out.
#
# One would guess: who records an AOT cache of a command-line program (JEP 514) has its whole start remembered, the parser of its
#   options first of all.
# Seen (picocli 4.7.7, JDK 25): every class of picocli that a start loads comes from the jar again, is parsed and verified anew,
#   while those of other libraries come from the cache. Class files before version 50 (Java 6) cannot be archived, and picocli's
#   are version 49. With many subcommands it is the largest part of a start that is left: build only the command that the first
#   word names.
# Source: tried on 30 November 2026; -Xlog:class+load tells where each class came from.
#
# Exit status 0 while this holds, another when it changes. Wants a JDK 25 (JAVA_HOME or on the path) and Maven.
set -eu
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for library in info.picocli:picocli:4.7.7 org.apache.commons:commons-lang3:3.18.0; do
    mvn -q dependency:copy -Dartifact=$library -DoutputDirectory="$folder" -Dmdep.useBaseVersion=true >&2
done
cat > Hello.java <<'JAVA'
import org.apache.commons.lang3.StringUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "hello", mixinStandardHelpOptions = true)
class Hello implements Runnable {
    @Option(names = "--name")
    String name = "you";

    @Override
    public void run() {
        System.out.println(StringUtils.capitalize("hello, " + name));
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Hello()).execute(arguments));
    }
}
JAVA
path=picocli-4.7.7.jar:commons-lang3-3.18.0.jar
"$javac" -proc:none -cp $path Hello.java
"${JAVA_HOME:+$JAVA_HOME/bin/}jar" cf hello.jar Hello.class
"$java" -XX:AOTCacheOutput=hello.aot -cp hello.jar:$path Hello --name all > said 2> log
"$java" -XX:AOTCache=hello.aot -Xlog:class+load:file=loaded -cp hello.jar:$path Hello --name all
count() { grep -c "$1" loaded || true; }
echo "picocli: $(count 'picocli\..*shared objects file') from the cache, $(count 'picocli\..*picocli-4.7.7.jar') from its jar" | tee output
echo "commons-lang3: $(count 'commons\.lang3\..*shared objects file') from the cache, $(count 'commons\.lang3\..*lang3-3.18.0.jar') from its jar" | tee -a output
grep -q '^picocli: 0 from the cache, [1-9]' output && grep -q '^commons-lang3: [1-9][0-9]* from the cache, 0 from' output
