package org.grokscope.figure.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.grokscope.training.ProgramVersion;
import org.jspecify.annotations.Nullable;

/** A page as PDF: lines as lines, text as text, the used letters of Inter embedded. */
final class PdfFile {
    private static final double POINTS_PER_MILLIMETRE = 72 / Page.INCH;

    /** The oldest version that holds what figures have: transparency came with it. */
    private static final float VERSION = 1.4f;

    private PdfFile() {}

    static byte[] bytes(Page page, String title, TextForm text) throws IOException {
        try (PDDocument document = new PDDocument(); Fonts fonts = new Fonts(document, text)) {
            float width = (float) page.widthMillimetres();
            float height = (float) page.heightMillimetres();
            PDPage sheet = new PDPage(new PDRectangle((float) (width * POINTS_PER_MILLIMETRE),
                    (float) (height * POINTS_PER_MILLIMETRE)));
            document.addPage(sheet);
            double perMillimetre = page.unitsPerMillimetre();
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, (float) (width * perMillimetre),
                    (float) (height * perMillimetre));
            g2.setFontTextDrawer(fonts);
            page.draw(g2, perMillimetre);
            g2.dispose();
            try (PDPageContentStream contents = new PDPageContentStream(document, sheet)) {
                float scale = (float) (POINTS_PER_MILLIMETRE / perMillimetre);
                contents.transform(Matrix.getScaleInstance(scale, scale));
                contents.drawForm(g2.getXFormObject());
            }
            document.setDocumentInformation(information(title));
            // The identifier is made of this and of what stands above, so the same figure has the same bytes.
            document.setDocumentId(0L);
            document.setVersion(VERSION);
            FigureBytes bytes = new FigureBytes();
            // Compressed objects would need PDF 1.6, which LaTeX warns of.
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static PDDocumentInformation information(String title) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreator("Grokscope " + ProgramVersion.text());
        sourceDate().ifPresent(information::setCreationDate);
        return information;
    }

    /**
     * Returns the date that whoever wants the same bytes again has set, in seconds since 1970 (reproducible-builds.org's
     * SOURCE_DATE_EPOCH). Without it a figure has no date: the same input gives the same bytes.
     */
    private static Optional<Calendar> sourceDate() {
        String seconds = System.getenv("SOURCE_DATE_EPOCH");
        if (seconds == null || !seconds.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(1000 * Long.parseLong(seconds));
        return Optional.of(date);
    }

    /** Writes text in the typeface that comes with the program; what it has no letters for becomes outlines. */
    private static final class Fonts extends PdfBoxGraphics2DFontTextDrawer {
        private final PDDocument document;
        private final Map<String, PDFont> loaded = new HashMap<>();

        private final TextForm form;

        Fonts(PDDocument document, TextForm form) {
            this.document = document;
            this.form = form;
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            String name = font.getPSName();
            PDFont known = loaded.get(name);
            if (known == null) {
                try (InputStream file = Objects.requireNonNull(
                        PdfFile.class.getResourceAsStream(file(font)), name)) {
                    known = PDType0Font.load(document, file);
                }
                loaded.put(name, known);
            }
            return known;
        }

        @Override
        public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
            if (form == TextForm.OUTLINES) {
                return false;
            }
            if (PdfFile.class.getResource(file(env.getFont())) == null) {
                return false;
            }
            StringBuilder letters = new StringBuilder();
            for (char letter = text.first(); letter != AttributedCharacterIterator.DONE; letter = text.next()) {
                letters.append(letter);
            }
            try {
                mapFont(env.getFont(), env).encode(letters.toString());
                return true;
            } catch (IllegalArgumentException lettersAreMissing) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String file(Font font) {
            return "/org/grokscope/fonts/" + font.getPSName() + ".ttf";
        }

        @Override
        public @Nullable FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
            return PageMetrics.of(font);
        }
    }
}
