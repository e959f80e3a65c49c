package org.grokscope.workbench.export;

import java.nio.file.Path;
import org.grokscope.figure.export.FigureExport;

/** A figure and where to write it; a file that is there already is to be replaced. */
public record ExportOrder(FigureExport export, Path file) {}
