package org.grokscope.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Map;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Measure;

/**
 * Colours and type of every figure. Curves take the colours of Okabe and Ito, which people with any colour vision can
 * tell apart; on a dark ground their lighter members.
 *
 * @param background behind everything
 * @param ground of an empty heat map and of bands
 * @param text of titles
 * @param muted of labels
 * @param grid of grid lines
 * @param train what belongs to the training pairs
 * @param validation what belongs to the validation pairs
 * @param synchronization the FSD and its ceiling
 * @param norm the weight norm
 * @param rank the Fourier rank
 * @param milestones the colour of each milestone's line and label
 * @param onMilestone text on a milestone's label
 * @param textSize of labels, in points; titles are one larger
 * @param page whether it is for a page, where nobody can point at anything to learn what it is: runs are named in a
 *        legend, axes have titles, and no label is shortened
 * @param headed whether title and remarks stand above charts
 */
public record FigureStyle(Color background, Color ground, Color text, Color muted, Color grid, SeriesStyle train,
        SeriesStyle validation, SeriesStyle synchronization, SeriesStyle norm, SeriesStyle rank,
        Map<Milestone, Color> milestones, Color onMilestone, float textSize, boolean page,
        boolean headed) {
    /** For a white page. */
    public static final FigureStyle LIGHT = new FigureStyle(Color.WHITE, new Color(0xE2E8F0), new Color(0x0F172A),
            new Color(0x64748B), new Color(0xE8EDF3), SeriesStyle.solid(new Color(0x0072B2)),
            SeriesStyle.dashed(new Color(0xD55E00), 7f, 2f), SeriesStyle.solid(new Color(0x009268)),
            SeriesStyle.solid(new Color(0xB45309)), SeriesStyle.solid(new Color(0xA8477F)),
            Map.of(Milestone.MEMORISED, new Color(0x64748B), Milestone.CEILING, new Color(0x047857),
                    Milestone.RESTRICTED_SYNC, new Color(0x6D5BD0), Milestone.GROKKED, new Color(0xC2410C),
                    Milestone.DESTABILISED, new Color(0x9F1239)),
            Color.WHITE, 11f, false, true);

    /** For a figure in a paper: the light one with stronger labels, and Okabe and Ito's very colours. */
    public static final FigureStyle PAGE = new FigureStyle(Color.WHITE, LIGHT.ground, Color.BLACK,
            new Color(0x334155), LIGHT.grid, LIGHT.train, LIGHT.validation, SeriesStyle.solid(new Color(0x009E73)),
            SeriesStyle.solid(new Color(0x7A4B00)), SeriesStyle.solid(new Color(0xA8477F)), LIGHT.milestones,
            Color.WHITE, 11f, true, true);

    /** For a figure whose caption says what stands above others. */
    public static final FigureStyle CAPTIONED = new FigureStyle(PAGE.background, PAGE.ground, PAGE.text, PAGE.muted,
            PAGE.grid, PAGE.train, PAGE.validation, PAGE.synchronization, PAGE.norm, PAGE.rank, PAGE.milestones,
            PAGE.onMilestone, PAGE.textSize, true, false);
    /** For a dark window. */
    public static final FigureStyle DARK = new FigureStyle(new Color(0x111827), new Color(0x273244),
            new Color(0xE5EAF1), new Color(0x94A3B8), new Color(0x232D3D), SeriesStyle.solid(new Color(0x56B4E9)),
            SeriesStyle.dashed(new Color(0xF29D38), 7f, 2f), SeriesStyle.solid(new Color(0x34C79A)),
            SeriesStyle.solid(new Color(0xE0A458)), SeriesStyle.solid(new Color(0xDB94BD)),
            Map.of(Milestone.MEMORISED, new Color(0x94A3B8), Milestone.CEILING, new Color(0x34D399),
                    Milestone.RESTRICTED_SYNC, new Color(0xA99BF5), Milestone.GROKKED, new Color(0xFB923C),
                    Milestone.DESTABILISED, new Color(0xFB7185)),
            new Color(0x0B1220), 11f, false, true);

    /** Okabe and Ito's colours, those first that keep apart best on white and on black. */
    private static final List<Color> OKABE_ITO = List.of(new Color(0x0072B2), new Color(0xD55E00),
            new Color(0x009E73), new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0xF0E442));

    private static final List<List<Float>> DASHES = List.of(List.of(), List.of(7f, 3f), List.of(2f, 2.5f),
            List.of(9f, 3f, 2f, 3f));

    /** How much of a faint colour is left. */
    private static final double FAINT = 0.35;
    private static final double TINT = 0.14;

    public FigureStyle {
        milestones = Map.copyOf(milestones);
    }

    /** Returns the style of a page with headings or without. */
    public static FigureStyle page(boolean headed) {
        return headed ? PAGE : CAPTIONED;
    }

    /** Returns how the primary run's curve of a measure looks. */
    SeriesStyle curve(Measure measure) {
        return switch (measure) {
            case TRAIN_LOSS, TRAIN_ACCURACY -> train;
            case VALIDATION_LOSS, VALIDATION_ACCURACY -> validation;
            case FSD, FSD_TOP_5, FSD_OWN_BASIS -> synchronization;
            case FSD_TOP_3 -> dashed(synchronization.colour(), 1);
            case FSD_TOP_2 -> dashed(synchronization.colour(), 2);
            case WEIGHT_NORM -> norm;
            default -> rank;
        };
    }

    /** Returns the style of the n-th of several curves, from 0: all colours solid first, then dashed. */
    public SeriesStyle series(int n) {
        List<Float> dash = DASHES.get(n / OKABE_ITO.size() % DASHES.size());
        return new SeriesStyle(OKABE_ITO.get(n % OKABE_ITO.size()), dash);
    }

    /** Returns the style of the n-th of several curves of one colour, from 0: solid first, then dashed. */
    static SeriesStyle dashed(Color colour, int n) {
        return new SeriesStyle(colour, DASHES.get(n % DASHES.size()));
    }

    /** Returns a colour drawn back towards the background, for what matters less. */
    public Color faint(Color colour) {
        return mixed(colour, FAINT);
    }

    /** Returns so little of a colour that text in {@link #text} reads well on it. */
    Color tint(Color colour) {
        return mixed(colour, TINT);
    }

    /** Returns a share of a colour over the background. */
    Color mixed(Color colour, double share) {
        return new Color(between(colour.getRed(), background.getRed(), share),
                between(colour.getGreen(), background.getGreen(), share),
                between(colour.getBlue(), background.getBlue(), share));
    }

    private static int between(int colour, int ground, double share) {
        return (int) Math.round(share * colour + (1 - share) * ground);
    }

    /** Returns the type of labels. */
    public Font labelFont() {
        return FigureFonts.REGULAR.deriveFont(textSize);
    }

    /** Returns the type of labels that stand out a little. */
    public Font mediumFont() {
        return FigureFonts.MEDIUM.deriveFont(textSize);
    }

    /** Returns the type of titles. */
    public Font titleFont() {
        return FigureFonts.SEMI_BOLD.deriveFont(textSize + 1);
    }

    /** Returns the type of milestone labels. */
    public Font milestoneFont() {
        return FigureFonts.SEMI_BOLD.deriveFont(textSize - 0.5f);
    }
}
