package org.grokscope.figure.export;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.grokscope.training.ProgramVersion;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A page as SVG: lines as paths, text as text in Inter or what the reader has instead, the heat map as an image. */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    /** Decimals of coordinates, in units of a window: some thousandths of a millimetre. */
    private static final int DECIMALS = 2;

    private SvgFile() {}

    /** Draws the marks of a page. */
    static Element root(Page page, TextForm text) {
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(DECIMALS);
        context.setComment(null);
        context.setStyleHandler(new InterStyle());
        context.setImageHandler(new EmbeddedPng());
        double perMillimetre = page.unitsPerMillimetre();
        SvgCanvas g2 = new SvgCanvas(context, text == TextForm.OUTLINES, page.widthMillimetres() * perMillimetre,
                page.heightMillimetres() * perMillimetre);
        page.draw(g2, perMillimetre);
        Element root = g2.getRoot();
        CleanSvg.clean(root);
        return root;
    }

    /** Returns all words of a page. */
    static String words(Page page) {
        return root(page, TextForm.TEXT).getTextContent();
    }

    static byte[] bytes(Page page, String title, TextForm text) throws IOException {
        Element root = root(page, text);
        Document document = root.getOwnerDocument();
        double perMillimetre = page.unitsPerMillimetre();
        root.setAttributeNS(null, "width", number(page.widthMillimetres()) + "mm");
        root.setAttributeNS(null, "height", number(page.heightMillimetres()) + "mm");
        root.setAttributeNS(null, "viewBox", "0 0 " + number(page.widthMillimetres() * perMillimetre) + " "
                + number(page.heightMillimetres() * perMillimetre));
        if (text == TextForm.EMBEDDED) {
            Element sheet = document.createElementNS(SVG, "style");
            sheet.setTextContent(EmbeddedInter.styleSheet(root));
            root.insertBefore(sheet, root.getFirstChild());
        }
        describe(document, root, title);
        shorten(root);
        CRC32C content = new CRC32C();
        content.update(written(root));
        prefix(root, "g%08x-".formatted(content.getValue()));
        return written(root);
    }

    /**
     * Gives every id a prefix of what the figure shows, so that two figures in one document do not take each other's
     * clips.
     */
    private static void prefix(Element element, String prefix) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String value = attribute.getNodeValue();
            if (attribute.getNodeName().equals("id")) {
                attribute.setNodeValue(prefix + value);
            } else if (value.startsWith("#") && attribute.getNodeName().endsWith("href")) {
                attribute.setNodeValue("#" + prefix + value.substring(1));
            } else if (value.contains("url(#")) {
                attribute.setNodeValue(value.replace("url(#", "url(#" + prefix));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                prefix(inner, prefix);
            }
        }
    }

    private static void shorten(Element root) {
        NodeList paths = root.getElementsByTagNameNS(SVG, "path");
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            path.setAttributeNS(null, "d", CompactPath.of(path.getAttributeNS(null, "d")));
        }
    }

    /** Without a document type, which would send some readers to the network. */
    private static byte[] written(Element root) throws IOException {
        FigureBytes bytes = new FigureBytes();
        try {
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(root),
                    new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IOException("The SVG cannot be written.", e);
        }
        return bytes.toByteArray();
    }

    private static void describe(Document document, Element root, String title) {
        Element description = document.createElementNS(SVG, "desc");
        description.setTextContent("Grokscope " + ProgramVersion.text());
        root.insertBefore(description, root.getFirstChild());
        Element name = document.createElementNS(SVG, "title");
        name.setTextContent(title);
        root.insertBefore(name, description);
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                    .getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    /** Puts images into the file itself. */
    private static final class EmbeddedPng extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException(e);
            }
        }
    }

    /** Java has a family for each weight of Inter; the rest of the world has one family of several weights. */
    private static final class InterStyle extends DefaultStyleHandler {
        private static final String FAMILY = "Inter, Helvetica, Arial, sans-serif";

        @Override
        @SuppressWarnings({"rawtypes", "unchecked"})
        public void setStyle(Element element, Map style, SVGGeneratorContext context) {
            Map<String, String> renamed = new HashMap<>(style);
            String family = renamed.get("font-family");
            if (family != null) {
                renamed.put("font-weight", weight(family));
                renamed.put("font-family", family.contains("Inter") ? FAMILY : "sans-serif");
            }
            super.setStyle(element, renamed, context);
        }

        private static String weight(String family) {
            return family.contains("SemiBold") ? "600" : family.contains("Medium") ? "500" : "400";
        }
    }
}
