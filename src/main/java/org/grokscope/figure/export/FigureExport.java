package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.grokscope.figure.Cancelled;
import org.grokscope.figure.MissingLetters;
import org.grokscope.file.FileBody;
import org.grokscope.file.FileProblem;
import org.grokscope.file.ProblemSentence;
import org.grokscope.file.TargetFile;
import org.grokscope.run.RunParts;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.PlainNumber;

/** A figure to be written: what it shows, how large, and as what. */
public record FigureExport(FigureContent content, ExportFormat format, PageSize size, ExportDetails details) {
    private static final double MOST_PIXELS = 1e8;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static {
        // Images are small: they need no files in a temporary folder, which may be full or not there.
        ImageIO.setUseCache(false);
    }

    /**
     * What was written.
     *
     * @param file the figure
     * @param record beside it, what is needed to draw it again; not beside a pipe
     */
    public record Written(Path file, Optional<Path> record, long bytes) {}

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        contents(content.name().key()).main().writeTo(bytes);
        return bytes.toByteArray();
    }

    private Plotted plotted() {
        return content.plotted().orElseThrow(() -> new InvalidSetting("format",
                "Only timelines, their charts and compare become axes of pgfplots; pgf draws the "
                        + content.name().title().toLowerCase(Locale.ROOT) + " figure."));
    }

    /** @param stem of the file's name */
    private FileContents contents(String stem) throws IOException {
        return switch (format) {
            case SVG -> new FileContents(SvgFile.bytes(page(), title(), details.text()));
            case PDF -> new FileContents(PdfFile.bytes(page(), title(), details.text()));
            case PNG -> new FileContents(PngFile.bytes(pixelled(page()), dotsPerInch()));
            case PGF -> PgfFile.of(page(), title(), stem, size.preset().textPoints());
            case PGFPLOTS -> PgfPlotsFile.of(plotted(), page(), title(), stem, size.preset().textPoints(),
                    content.heat(size));
            case CSV -> new FileContents(table());
        };
    }

    private FileBody table() {
        boolean raw = details.table().raw();
        return details.table().wide()
                ? WideTable.of(rows -> content.table(raw, rows))
                : TidyTable.of(rows -> content.table(raw, rows), details.names());
    }

    /**
     * Writes the figure, and beside it a JSON file that says how to draw it again. Both are there whole or not at all. A
     * pipe or a terminal gets the figure alone.
     *
     * @param replace whether a file that is there already may be replaced; one that belongs to a run never is
     * @throws CancellationException when this thread is interrupted: then nothing is left behind
     * @throws FileProblem when the figure cannot be written there
     * @throws IOException when writing failed all the same: the disk is full, for example
     */
    public Written write(Path file, boolean replace) throws IOException {
        TargetFile target = new TargetFile(file);
        TargetFile record = new TargetFile(file.resolveSibling(file.getFileName() + ".json"));
        check(target, replace);
        FileContents contents = contents(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        Cancelled.check();
        if (!target.keeps()) {
            return new Written(file, Optional.empty(), written(target, contents.main()));
        }
        check(record, replace);
        for (String name : contents.beside().keySet()) {
            check(new TargetFile(file.resolveSibling(name)), replace);
        }
        byte[] description = MAPPER.writeValueAsBytes(FigureRecord.of(this, file.getFileName().toString()));
        boolean recordIsNew = Files.notExists(record.path());
        try {
            written(record, FileBody.of(description));
            for (var each : contents.beside().entrySet()) {
                written(new TargetFile(file.resolveSibling(each.getKey())), FileBody.of(each.getValue()));
            }
            return new Written(file, Optional.of(record.path()), written(target, contents.main()));
        } catch (IOException | RuntimeException e) {
            if (recordIsNew) {
                Files.deleteIfExists(record.path());
            }
            throw e;
        }
    }

    private static void check(TargetFile file, boolean replace) throws IOException {
        file.check(replace);
        if (RunParts.hold(file.path()) || RunParts.hold(file.resolved())) {
            throw new FileProblem(file.path() + " belongs to a run and is not replaced by a figure.");
        }
    }

    private static long written(TargetFile file, FileBody body) throws IOException {
        try {
            return file.write(body);
        } catch (ClosedByInterruptException interrupted) {
            Cancelled.check();
            throw interrupted;
        } catch (IOException e) {
            String sentence = "The file " + file.path() + " cannot be written (" + ProblemSentence.of(e) + ").";
            throw e instanceof AccessDeniedException ? new FileProblem(sentence, e) : new IOException(sentence, e);
        }
    }

    /** Returns the lines with which LaTeX shows the figure. */
    public String latex(String file) {
        return LatexSnippet.of(this, file);
    }

    /** Returns a sentence for each thing that who reads the figure may miss in it. */
    public List<String> warnings() {
        return Stream.concat(content.warnings().stream(), MissingLetters.warnings(content.runs().stream()
                .map(run -> run.head().name()).toList()).stream()).toList();
    }

    int dotsPerInch() {
        return details.dotsPerInch();
    }

    /** Returns the words of the command line that write the same, wherever it is given. */
    public List<String> command(String file) {
        List<String> words = new ArrayList<>(List.of("grokscope", "export"));
        content.named().forEach(run -> words.add(run.head().id()));
        if (!(content instanceof ComposedContent)) {
            words.addAll(List.of("--figure", content.name().key()));
        }
        words.addAll(content.options());
        words.addAll(List.of("--format", format.label()));
        if (format != ExportFormat.CSV) {
            words.addAll(List.of("--preset", size.preset().label()));
            size.width().ifPresent(it -> words.addAll(List.of("--width", PlainNumber.of(it))));
            size.height().ifPresent(it -> words.addAll(List.of("--height", PlainNumber.of(it))));
            if (size.ofPlotArea()) {
                words.add("--plot-area");
            }
            if (size.headed() && !size.preset().headed()) {
                words.add("--headings");
            }
        }
        if (format == ExportFormat.PNG && dotsPerInch() != ExportDetails.USUAL_DOTS_PER_INCH) {
            words.addAll(List.of("--dpi", Integer.toString(dotsPerInch())));
        }
        if (format.vectors() && details.text() != TextForm.TEXT) {
            words.addAll(List.of("--text", details.text().label()));
        }
        if (format == ExportFormat.CSV && details.table().raw()) {
            words.add("--raw");
        }
        if (format == ExportFormat.CSV && details.table().wide()) {
            words.add("--wide");
        }
        words.addAll(List.of("--runs", details.names().home().toString()));
        words.addAll(List.of("--out", file));
        return words;
    }

    /** Returns what the file calls itself. */
    String title() {
        return content.name().title() + ": "
                + (content.named().isEmpty() ? content.runs() : content.named()).stream().map(run -> run.head().name())
                        .collect(Collectors.joining(", "));
    }
}
