package org.grokscope.study.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.figure.export.ExportDetails;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureExport;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.figure.export.PageSize;
import org.grokscope.text.InvalidSetting;

/** Draws figures into a report. */
final class Drawing {
    private Drawing() {}

    /** Returns the figure, or a sentence why there is none. */
    static Block of(FigureContent content, String caption) throws IOException {
        try {
            byte[] bytes = new FigureExport(content, ExportFormat.SVG, PageSize.of(PagePreset.DOUBLE).headed(true),
                    ExportDetails.of(Path.of(""))).bytes();
            String file = new String(bytes, StandardCharsets.UTF_8);
            return new Block.Figure(file.substring(file.indexOf("<svg")), caption);
        } catch (InvalidSetting e) {
            return new Block.Paragraph("This figure is missing: " + e.getMessage());
        }
    }

    /** Returns the figure where there is something to draw. */
    static List<Block> ofAny(boolean any, FigureContent content, String caption) throws IOException {
        return any ? List.of(of(content, caption)) : List.of();
    }
}
