package org.grokscope.figure.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Element;

/** The letters of Inter that a figure uses, as a style sheet for browsers. */
final class EmbeddedInter {
    private static final Map<String, String> FILES = Map.of("400", "Inter-Regular", "500", "Inter-Medium", "600",
            "Inter-SemiBold");

    private EmbeddedInter() {}

    /** Returns the style sheet for the texts of a clean drawing. */
    static String styleSheet(Element root) throws IOException {
        Map<String, Set<Integer>> letters = new TreeMap<>();
        var texts = root.getElementsByTagNameNS("*", "text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            String weight = text.hasAttribute("font-weight") ? text.getAttribute("font-weight") : "400";
            Set<Integer> used = letters.computeIfAbsent(weight, _ -> new TreeSet<>());
            text.getTextContent().codePoints().forEach(used::add);
        }
        StringBuilder sheet = new StringBuilder();
        for (var weight : letters.entrySet()) {
            sheet.append("@font-face{font-family:Inter;font-weight:").append(weight.getKey())
                    .append(";src:url(data:font/ttf;base64,")
                    .append(Base64.getEncoder().encodeToString(subset(
                            Objects.requireNonNull(FILES.get(weight.getKey()), weight.getKey()), weight.getValue())))
                    .append(")format(\"truetype\")}");
        }
        return sheet.toString();
    }

    private static byte[] subset(String name, Set<Integer> letters) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                EmbeddedInter.class.getResourceAsStream("/org/grokscope/fonts/" + name + ".ttf"), name);
                TrueTypeFont font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file))) {
            TTFSubsetter subsetter = new TTFSubsetter(font);
            subsetter.addAll(letters);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subsetter.writeToStream(bytes);
            return bytes.toByteArray();
        }
    }
}
