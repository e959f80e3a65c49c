#!/bin/sh
# Apache PDFBox 3: save() turns a page of PDF 1.4 into PDF 1.6.
#
# One would guess: document.setVersion(1.4f) and save(file) write PDF 1.4, as PDFBox 2 did; nothing in an empty page needs more.
# Seen (PDFBox 3.0.5): the file says %PDF-1.6, because objects are compressed by default (object streams); pdfTeX warns of
#   every such figure ("PDF inclusion: found PDF version <1.6>, but at most version <1.5> allowed"). With
#   CompressParameters.NO_COMPRESSION as a second argument it is 1.4.
# Source: tried on 29 November 2026; COSWriter writes the compressed form unless told otherwise.
#
# Exit status 0 while this holds, another when it changes. Wants a JDK of 17 or later, and Maven.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.pdfbox</groupId><artifactId>pdfbox</artifactId><version>3.0.5</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath >&2
cat > Save.java <<'JAVA'
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

public class Save {
    public static void main(String[] args) throws Exception {
        for (boolean usual : new boolean[] {true, false}) {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.setVersion(1.4f);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                if (usual) {
                    document.save(bytes);
                } else {
                    document.save(bytes, CompressParameters.NO_COMPRESSION);
                }
                System.out.println((usual ? "usual " : "uncompressed ") + bytes.toString("ISO-8859-1").substring(0, 8));
            }
        }
    }
}
JAVA
java -cp "$(cat classpath)" Save.java 2>/dev/null | tee output
grep -qx 'usual %PDF-1.6' output && grep -qx 'uncompressed %PDF-1.4' output
