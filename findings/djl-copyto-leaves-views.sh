#!/bin/sh
# DJL (PyTorch engine): NDArray.copyTo does not write into the target's memory, it gives the target other memory.
#
# One would guess: b = a.get("0:2") is a view of a (set through an index shows in it), so c.copyTo(a) changes b as well,
#   as Tensor.copy_ does in PyTorch.
# Seen (ai.djl 0.36.0, libtorch 2.7.1 on the CPU): after c.copyTo(a), a holds c's numbers and the view still holds the
#   old ones. a.set(new NDIndex(":"), c) writes in place, and the view follows. Whoever keeps all parameters in one flat
#   array with a view each, restores a checkpoint by copyTo and trains on sees no change and no error.
# Source: tried on 27 November 2026; ai.djl.pytorch.engine.PtNDArray, set(Buffer) interns a new array.
#
# Exit status 0 while this holds, another when it changes. Wants a JDK of 17 or later, and Maven.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
case $(uname -m) in x86_64) platform=linux-x86_64 ;; *) platform=linux-aarch64 ;; esac
cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-engine</artifactId><version>0.36.0</version></dependency>
    <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-jni</artifactId><version>2.7.1-0.36.0</version></dependency>
    <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-native-cpu</artifactId><version>2.7.1</version>
      <classifier>$platform</classifier></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath >&2
cat > Copy.java <<'JAVA'
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

public class Copy {
    public static void main(String[] args) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray all = manager.create(new float[] {1, 2, 3, 4});
            NDArray view = all.get(new NDIndex("0:2"));
            all.set(new NDIndex(":"), manager.create(new float[] {5, 6, 7, 8}));
            System.out.println("set by index: view " + view.toFloatArray()[0]);
            manager.create(new float[] {9, 9, 9, 9}).copyTo(all);
            System.out.println("copyTo: array " + all.toFloatArray()[0] + ", view " + view.toFloatArray()[0]);
        }
    }
}
JAVA
java -Dai.djl.offline=true -cp "$(cat classpath)" Copy.java 2>/dev/null | tee output
grep -qx 'set by index: view 5.0' output && grep -qx 'copyTo: array 9.0, view 5.0' output
