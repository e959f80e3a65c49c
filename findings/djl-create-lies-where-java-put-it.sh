#!/bin/sh
# DJL (PyTorch engine): an array made from Java numbers begins at another place modulo 64 in each process.
#
# One would guess: NDManager.create(float[]) copies into memory of libtorch, which begins at a multiple of 64 bytes, as torch.tensor
#   does, so two processes hand the same operands to MKL and oneDNN.
# Seen (ai.djl 0.36.0, libtorch 2.7.1 on the CPU): create wraps a direct buffer of Java's, which begins at any multiple of 16
#   bytes, at another one in the next process. zeros, and a duplicate() of the same array, begin at multiples of 64. Whoever
#   wants the same bits in each process, which MKL gives only to operands that lie alike, duplicates weights that come from
#   Java. It also frees the buffer.
# Source: tried on 1 December 2026; ai.djl.pytorch.engine.PtNDManager.create and JniUtils.createNdFromByteBuffer;
#   "Obtaining Numerically Reproducible Results" in the developer guide of Intel's oneMKL.
#
# Exit status 0 while this holds, another when it changes. Wants a JDK of 22 or later, and Maven.
set -eu
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
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
cat > Place.java <<'JAVA'
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.lang.foreign.MemorySegment;

public class Place {
    static long of(NDArray array) {
        return MemorySegment.ofBuffer(array.toByteBuffer(true)).address() % 64;
    }

    public static void main(String[] args) {
        try (NDManager manager = NDManager.newBaseManager()) {
            for (int size : new int[] {24, 4096, 430_000}) {
                NDArray made = manager.create(new float[size]);
                System.out.println("create " + of(made) + " duplicate " + of(made.duplicate()) + " zeros "
                        + of(manager.zeros(new Shape(size))));
            }
        }
    }
}
JAVA
for process in 1 2 3 4 5; do
    "$java" -Dai.djl.offline=true -cp "$(cat classpath)" Place.java 2>/dev/null
done | tee output
# All duplicates and zeros at multiples of 64, not all of create's.
[ "$(wc -l < output)" = 15 ]
[ "$(grep -c 'duplicate 0 zeros 0$' output)" = 15 ]
grep -q '^create [1-9]' output
