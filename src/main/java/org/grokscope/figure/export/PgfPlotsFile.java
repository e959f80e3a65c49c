package org.grokscope.figure.export;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.grokscope.figure.CurveAxis;
import org.grokscope.figure.CurveMark;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.text.PlainNumber;

/**
 * Curves as axes of pgfplots that read a table beside them, so that whoever writes the paper can change labels, ranges and
 * looks. A heat map lies beside it as a PNG.
 */
final class PgfPlotsFile {
    private static final double AXIS_TITLE_MM = 13;
    private static final double AROUND_MM = 16;
    private static final double GAP_MM = 5;
    /** Narrower than this, a key of three columns would not fit. */
    private static final double NARROW_MM = 120;
    /** So many marks there are along a curve. */
    private static final int MARKS = 7;

    private final Plotted plotted;
    private final String stem;
    private final double unit;
    private final double points;
    private final SequencedMap<String, byte[]> beside = new LinkedHashMap<>();
    private final Map<Color, String> colours = new LinkedHashMap<>();

    private PgfPlotsFile(Plotted plotted, String stem, double unit, double points) {
        this.plotted = plotted;
        this.stem = stem;
        this.unit = unit;
        this.points = PgfFile.size(points);
    }

    /**
     * Returns the axes and what lies beside them.
     *
     * @param stem of the names of what lies beside
     * @param heat the heat map, if the figure has one
     */
    static FileContents of(Plotted plotted, Page page, String title, String stem, double textPoints,
            List<byte[]> heat) throws IOException {
        PgfPlotsFile file = new PgfPlotsFile(plotted, stem, 1 / page.unitsPerMillimetre(), textPoints);
        String drawn = file.drawn(title, page, heat);
        return new FileContents(drawn.getBytes(StandardCharsets.UTF_8), file.beside);
    }

    private String drawn(String title, Page page, List<byte[]> heat) {
        CurveTable table = CurveTable.of(plotted.axes());
        if (!table.empty()) {
            beside.put(data(), table.text().getBytes(StandardCharsets.UTF_8));
        }
        StringBuilder axes = new StringBuilder();
        for (int i = 0; i < plotted.axes().size(); i++) {
            CurveAxis axis = plotted.axes().get(i);
            axes.append("\\nextgroupplot[").append(options(axis, i)).append("]\n");
            axis.levels().forEach(level -> axes.append(level(level)));
            if (axis.heat()) {
                heat.forEach(png -> axes.append(heat(axis, png)));
            }
            List<String> columns = table.columns(i);
            for (int j = 0; j < columns.size(); j++) {
                axes.append(curve(axis.curves().get(j), columns.get(j), i));
            }
            axes.append(marks(i == 0));
        }
        int rows = plotted.axes().size();
        double height = (page.heightMillimetres() - AROUND_MM - (rows - 1) * GAP_MM) / rows;
        StringBuilder tex = new StringBuilder("% ").append(TexText.of(title)).append('\n')
                .append("% \\usepackage{pgfplots} \\usepgfplotslibrary{groupplots} \\pgfplotsset{compat=1.18}\n")
                .append("\\begingroup%\n");
        colours.forEach((colour, name) -> tex.append("\\definecolor{").append(name).append("}{RGB}{")
                .append(colour.getRed()).append(',').append(colour.getGreen()).append(',').append(colour.getBlue())
                .append("}%\n"));
        tex.append("\\begin{tikzpicture}[font=\\fontsize{").append(number(points)).append("}{")
                .append(number(1.2 * points)).append("}\\selectfont]\n\\begin{groupplot}[group style={group size=1 by ")
                .append(rows).append(",vertical sep=").append(number(GAP_MM))
                .append("mm,xticklabels at=edge bottom,xlabels at=edge bottom},scale only axis,width=")
                .append(number(page.widthMillimetres() - AXIS_TITLE_MM)).append("mm,height=").append(number(height))
                .append("mm,xmin=").append(number(lower())).append(",xmax=").append(number(plotted.upper()))
                .append(plotted.logarithmic() ? ",xmode=log" : "").append(",xlabel={")
                .append(TexText.of(plotted.across())).append("},scaled ticks=false,axis lines=left,axis line style={-},"
                        + "tick align=outside,ylabel style={yshift=-1mm},clip mode=individual,"
                        + "x tick label style={/pgf/number format/.cd,fixed,1000 sep={,}},"
                        + "legend style={draw=none,fill=none,at={(1,1)},anchor=south east,legend columns="
                        + (page.widthMillimetres() < NARROW_MM ? 2 : 3) + "},"
                        + "legend cell align=left]\n");
        return tex.append(axes).append("\\end{groupplot}\n\\end{tikzpicture}%\n\\endgroup\n").toString();
    }

    private String data() {
        return stem + "-data.csv";
    }

    /** A logarithmic axis begins behind 0. */
    private double lower() {
        return plotted.logarithmic() ? Math.max(1, plotted.lower()) : plotted.lower();
    }

    private String options(CurveAxis axis, int i) {
        List<String> options = new ArrayList<>(List.of("ylabel={" + TexText.of(axis.title()) + "}"));
        if (axis.logarithmic()) {
            options.add("ymode=log");
        }
        if (Double.isFinite(axis.low())) {
            options.add("ymin=" + value(axis.low()));
            options.add("ymax=" + value(axis.high()));
        }
        return String.join(",", options);
    }

    /** Returns whether a curve stands in a key: of its axis where there is one run, else above the first axis. */
    private boolean named(CurveAxis.Curve curve, int i) {
        CurveAxis axis = plotted.axes().get(i);
        boolean overlaid = plotted.axes().stream().flatMap(it -> it.curves().stream()).map(CurveAxis.Curve::run)
                .distinct().count() > 1;
        long labels = axis.curves().stream().map(CurveAxis.Curve::label).filter(it -> !it.isEmpty()).distinct().count();
        return !curve.label().isEmpty() && labels > 1 && (!overlaid || i == 0);
    }

    private String curve(CurveAxis.Curve curve, String column, int i) {
        String mark = switch (curve.style().mark()) {
            case NONE -> "no marks";
            case DISC -> marked("*", curve);
            case SQUARE -> marked("square*", curve);
            case TRIANGLE -> marked("triangle*", curve);
            case DIAMOND -> marked("diamond*", curve);
        };
        String key = named(curve, i) ? "\\addlegendentry{" + TexText.of(curve.label()) + "}\n" : "";
        return "\\addplot[" + line(curve.style(), curve.width()) + (key.isEmpty() ? ",forget plot" : "") + "," + mark
                + "] table[x=step,y={" + column + "},col sep=comma] {" + data() + "};\n" + key;
    }

    private String marked(String mark, CurveAxis.Curve curve) {
        return "mark=" + mark + ",mark size=" + number(CurveMark.RADIUS * unit) + "mm,mark repeat="
                + Math.max(1, CurveTable.most(curve) / MARKS) + ",mark options={solid}";
    }

    private String line(SeriesStyle style, float width) {
        StringBuilder options = new StringBuilder(colour(style.colour())).append(",line width=")
                .append(number(width * unit)).append("mm");
        if (!style.dash().isEmpty()) {
            options.append(",dash pattern=");
            for (int i = 0; i < style.dash().size(); i++) {
                options.append(i % 2 == 0 ? "on " : " off ").append(number(style.dash().get(i) * unit)).append("mm ");
            }
        }
        return options.toString().strip();
    }

    private String level(CurveAxis.Level level) {
        return "\\draw[" + line(level.style(), 1) + "] ({rel axis cs:0,0}|-{axis cs:" + number(lower()) + ","
                + value(level.value()) + "}) -- ({rel axis cs:1,0}|-{axis cs:" + number(lower()) + ","
                + value(level.value()) + "});\n";
    }

    private String heat(CurveAxis axis, byte[] png) {
        String name = stem + "-1.png";
        beside.put(name, png);
        return "\\addplot[forget plot] graphics[xmin=" + number(lower()) + ",xmax=" + number(plotted.upper()) + ",ymin="
                + value(axis.low()) + ",ymax=" + value(axis.high()) + "] {" + name + "};\n";
    }

    private String marks(boolean labelled) {
        StringBuilder marks = new StringBuilder();
        plotted.marks().forEach((step, label) -> {
            if (step >= lower() && step <= plotted.upper()) {
                String at = "{axis cs:" + step + ",\\pgfkeysvalueof{/pgfplots/ymin}}";
                marks.append("\\draw[gray,dashed,line width=").append(number(unit)).append("mm] (").append(at)
                        .append("|-{rel axis cs:0,0}) -- (").append(at).append("|-{rel axis cs:0,1})");
                if (labelled) {
                    marks.append(" node[anchor=south east,rotate=90,inner sep=1pt,black,fill=white,"
                            + "fill opacity=0.7,text opacity=1] {").append(TexText.of(label))
                            .append('}');
                }
                marks.append(";\n");
            }
        });
        return marks.toString();
    }

    private String colour(Color colour) {
        return colours.computeIfAbsent(new Color(colour.getRGB()), _ -> "grokscope" + (colours.size() + 1));
    }

    private static String number(double value) {
        return PlainNumber.of(Math.round(1000 * value) / 1000.0);
    }

    private static String value(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
