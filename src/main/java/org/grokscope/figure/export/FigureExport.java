package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.PlainNumber;

/** A figure to be written: what it shows, how large, and as what. */
public record FigureExport(FigureContent content, ExportFormat format, PageSize size, ExportDetails details) {
    private static final double MOST_PIXELS = 1e8;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** A figure with the usual text. */
    public FigureExport(FigureContent content, ExportFormat format, PageSize size, int dotsPerInch) {
        this(content, format, size, ExportDetails.USUAL.at(dotsPerInch));
    }

    /**
     * What was written.
     *
     * @param file the figure
     * @param record beside it, what is needed to draw it again
     */
    public record Written(Path file, Path record, long bytes) {}

    /**
     * Lays the figure out.
     *
     * @throws InvalidSetting when it does not fit into its size
     */
    public Page page() {
        return Page.of(content, size);
    }

    /**
     * Returns the figure as an image, at the resolution of a PNG.
     *
     * @throws InvalidSetting when the figure does not fit into its size, or has too many pixels
     */
    public BufferedImage image() {
        return PngFile.image(pixelled(page()), dotsPerInch());
    }

    /** A page that is not too large for an image. */
    private Page pixelled(Page page) {
        double dots = dotsPerInch() / Page.INCH;
        InvalidSetting.unless(page.widthMillimetres() * dots * page.heightMillimetres() * dots <= MOST_PIXELS, "dpi",
                "That would be more than 100 million pixels; take fewer dpi or a smaller figure.");
        return page;
    }

    /**
     * Returns the contents of the file.
     *
     * @throws InvalidSetting when the figure does not fit into its size, or has too many pixels
     */
    public byte[] bytes() throws IOException {
        Page page = page();
        return switch (format) {
            case SVG -> SvgFile.bytes(page, title(), details.text());
            case PDF -> PdfFile.bytes(page, title(), details.text());
            case PNG -> PngFile.bytes(pixelled(page), dotsPerInch());
            case CSV -> content.table().bytes();
        };
    }

    /**
     * Writes the figure, and beside it a JSON file that says how to draw it again. Both are there whole or not at all.
     *
     * @param replace whether a file that is there already may be replaced
     * @throws FileProblem when the file cannot be written there
     */
    public Written write(Path file, boolean replace) throws IOException {
        Path record = file.resolveSibling(file.getFileName() + ".json");
        check(file, record, replace);
        byte[] bytes = bytes();
        byte[] description = MAPPER.writeValueAsBytes(FigureRecord.of(this, file.getFileName().toString()));
        boolean recordIsNew = Files.notExists(record);
        try {
            AtomicFile.write(record, ByteBuffer.wrap(description));
            AtomicFile.write(file, ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            if (recordIsNew) {
                Files.deleteIfExists(record);
            }
            throw new FileProblem("The file " + file + " cannot be written.", e);
        }
        return new Written(file, record, bytes.length);
    }

    private static void check(Path file, Path record, boolean replace) throws FileProblem {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileProblem("There is no folder " + folder + " to write the figure to.");
        }
        for (Path each : List.of(file, record)) {
            if (Files.isDirectory(each)) {
                throw new FileProblem(each + " is a folder and cannot be replaced by a figure.");
            }
            if (!replace && Files.exists(each)) {
                throw new FileProblem(each + " is there already; --force replaces it.");
            }
        }
    }

    int dotsPerInch() {
        return details.dotsPerInch();
    }

    /** Returns the words of the command line that write the same. */
    public List<String> command(String file) {
        List<String> words = new ArrayList<>(List.of("grokscope", "export"));
        content.named().forEach(run -> words.add(run.head().id()));
        words.addAll(List.of("--figure", content.name().key()));
        words.addAll(content.options());
        words.addAll(List.of("--format", format.label()));
        if (format != ExportFormat.CSV) {
            words.addAll(List.of("--preset", size.preset().label()));
            size.width().ifPresent(it -> words.addAll(List.of("--width", PlainNumber.of(it))));
            size.height().ifPresent(it -> words.addAll(List.of("--height", PlainNumber.of(it))));
            if (size.ofPlotArea()) {
                words.add("--plot-area");
            }
        }
        if (format == ExportFormat.PNG && dotsPerInch() != ExportDetails.USUAL_DOTS_PER_INCH) {
            words.addAll(List.of("--dpi", Integer.toString(dotsPerInch())));
        }
        if (format.vectors() && details.text() != TextForm.TEXT) {
            words.addAll(List.of("--text", details.text().label()));
        }
        words.addAll(List.of("--out", file));
        return words;
    }

    /** Returns what the file calls itself. */
    String title() {
        return content.name().title() + ": "
                + content.named().stream().map(run -> run.head().name()).collect(Collectors.joining(", "));
    }
}
