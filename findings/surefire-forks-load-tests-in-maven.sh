#!/bin/sh
# Surefire: with forkCount=2 the test classes are loaded by Maven's own Java, whatever the toolchain says.
#
# One would guess: maven-toolchains-plugin chooses the JDK that compiles and runs the tests, so that Maven itself may run on an
#   older Java; and forkCount only says in how many processes of that JDK they run.
# Seen (surefire 3.5.4, toolchains 3.2.0, Maven 3 on Java 17, toolchain JDK 25, JUnit 5.13.4): with forkCount=1 the tests pass.
#   With forkCount=2 the build says that it takes the JDK of the toolchain, and then fails with UnsupportedClassVersionError:
#   to deal the classes out to the processes, surefire looks for the tests in its own virtual machine, which loads them.
#   Nothing is wrong on a machine where JAVA_HOME is the newer JDK.
# Source: tried on 29 November 2026.
#
# Exit status 0 while this holds, another when it changes. Wants Maven on a Java of 17 to 24, and a JDK 25 that the toolchains
# plugin finds.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p src/test/java
cat > src/test/java/OneTest.java <<'JAVA'
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class OneTest {
    @Test
    void runsOnTheJavaOfTheToolchain() {
        Assertions.assertEquals(25, Runtime.version().feature());
    }
}
JAVA
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>example</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>25</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId>
      <version>5.13.4</version>
      <scope>test</scope>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-toolchains-plugin</artifactId>
        <version>3.2.0</version>
        <executions>
          <execution>
            <goals>
              <goal>select-jdk-toolchain</goal>
            </goals>
            <configuration>
              <version>[25,26)</version>
            </configuration>
          </execution>
        </executions>
      </plugin>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.14.0</version>
      </plugin>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>3.5.4</version>
      </plugin>
    </plugins>
  </build>
</project>
XML
for forks in 1 2; do
    if mvn --batch-mode --no-transfer-progress test -DforkCount="$forks" > "log-$forks" 2>&1; then
        echo "forkCount=$forks passes" | tee -a output
    elif grep -q UnsupportedClassVersionError "log-$forks"; then
        echo "forkCount=$forks UnsupportedClassVersionError" | tee -a output
    else
        tail -n 20 "log-$forks" >&2
    fi
done
grep -qx 'forkCount=1 passes' output && grep -qx 'forkCount=2 UnsupportedClassVersionError' output
