package org.grokscope.figure.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Makes a drawing of Batik's say all of each mark on the mark itself. Batik puts attributes on groups and takes them back
 * further in; what one reader inherits the next one resets or overlooks. Here there are no groups: every mark has the
 * attributes that it needs and that differ from what SVG takes anyway, and nothing else.
 */
final class CleanSvg {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> MARKS = Set.of("rect", "line", "path", "polygon", "polyline", "circle", "ellipse",
            "text", "image");
    /** What SVG takes where nothing is said. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("fill", "black"),
            Map.entry("fill-opacity", "1"), Map.entry("stroke", "none"), Map.entry("stroke-opacity", "1"),
            Map.entry("stroke-width", "1"), Map.entry("stroke-dasharray", "none"), Map.entry("stroke-dashoffset", "0"),
            Map.entry("stroke-linecap", "butt"), Map.entry("stroke-linejoin", "miter"),
            Map.entry("stroke-miterlimit", "4"), Map.entry("opacity", "1"), Map.entry("font-weight", "400"),
            Map.entry("font-size", ""), Map.entry("font-family", ""), Map.entry("clip-path", "none"));
    private static final List<String> OF_STROKES = List.of("stroke-width", "stroke-opacity", "stroke-dasharray",
            "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit");
    private static final List<String> OF_TEXT = List.of("font-family", "font-size", "font-weight");
    /** What Batik writes and nobody needs: hints for a drawing's speed, and spaces that no text here has at its ends. */
    private static final List<String> NEEDLESS = List.of("color-interpolation", "color-rendering", "text-rendering",
            "shape-rendering", "image-rendering", "font-style", "xml:space");

    private CleanSvg() {}

    /** Moves what groups say to their marks, and takes the groups away. */
    static void clean(Element root) {
        List<Element> marks = new ArrayList<>();
        collect(root, read(root), "", marks);
        List<Element> clips = clips(root);
        while (root.getFirstChild() != null) {
            root.removeChild(root.getFirstChild());
        }
        NEEDLESS.forEach(root::removeAttribute);
        DEFAULTS.keySet().forEach(root::removeAttribute);
        List<Element> used = clips.stream().filter(clip -> marks.stream().anyMatch(mark -> mark
                .getAttribute("clip-path").equals("url(#" + clip.getAttribute("id") + ")"))).toList();
        if (!used.isEmpty()) {
            Element definitions = root.getOwnerDocument().createElementNS(SVG, "defs");
            used.forEach(definitions::appendChild);
            root.appendChild(definitions);
        }
        marks.forEach(root::appendChild);
    }

    private static List<Element> clips(Element root) {
        List<Element> clips = new ArrayList<>();
        var found = root.getElementsByTagNameNS(SVG, "clipPath");
        for (int i = 0; i < found.getLength(); i++) {
            clips.add((Element) found.item(i));
        }
        return clips;
    }

    private static void collect(Element element, Map<String, String> inherited, String transform,
            List<Element> marks) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element inner) || inner.getLocalName().equals("defs")) {
                continue;
            }
            Map<String, String> all = new HashMap<>(inherited);
            all.putAll(read(inner));
            String placed = (transform + " " + inner.getAttribute("transform")).strip();
            if (MARKS.contains(inner.getLocalName())) {
                write(inner, all, placed);
                marks.add(inner);
            } else {
                collect(inner, all, placed, marks);
            }
        }
    }

    /** Reads the attributes that are inherited. */
    private static Map<String, String> read(Element element) {
        Map<String, String> said = new HashMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            if (DEFAULTS.containsKey(name)) {
                said.put(name, attributes.item(i).getNodeValue());
            }
        }
        return said;
    }

    private static void write(Element mark, Map<String, String> all, String transform) {
        DEFAULTS.keySet().forEach(mark::removeAttribute);
        NEEDLESS.forEach(mark::removeAttribute);
        mark.removeAttribute("transform");
        Map<String, String> said = new LinkedHashMap<>();
        boolean text = mark.getLocalName().equals("text");
        boolean image = mark.getLocalName().equals("image");
        if (text) {
            // Said always: some readers take the colour of a text from nowhere else.
            said.put("fill", all.getOrDefault("fill", "black"));
            OF_TEXT.forEach(name -> put(said, name, all));
        } else if (!image) {
            put(said, "fill", all);
            put(said, "stroke", all);
            if (said.containsKey("stroke")) {
                OF_STROKES.forEach(name -> put(said, name, all));
            }
            if (!all.getOrDefault("stroke-linejoin", "miter").equals("miter")) {
                said.remove("stroke-miterlimit");
            }
        }
        if (!all.getOrDefault("fill", "black").equals("none") && !image) {
            put(said, "fill-opacity", all);
        }
        put(said, "opacity", all);
        put(said, "clip-path", all);
        said.forEach((name, value) -> mark.setAttributeNS(null, name, value));
        if (!transform.isEmpty()) {
            mark.setAttributeNS(null, "transform", transform);
        }
    }

    private static void put(Map<String, String> said, String name, Map<String, String> all) {
        String value = all.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
        if (!value.equals(DEFAULTS.get(name))) {
            said.put(name, value);
        }
    }
}
