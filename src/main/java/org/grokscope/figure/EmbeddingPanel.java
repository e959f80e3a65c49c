package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Panel;
import org.grokscope.task.Basis;
import org.grokscope.task.FourierBasis;
import org.jfree.chart.axis.NumberTickUnitSource;

/** The primary run's embedding power as a frequency × step heat map. */
final class EmbeddingPanel extends PanelPlot {
    /** Where the colours may end; they change seldom while a run grows. */
    private static final double[] ENDS = {0.2, 0.3, 0.5, 1};

    private final FrequencyNames names;
    private boolean circular = true;

    EmbeddingPanel(FigureStyle style) {
        this(style, new FrequencyNames());
    }

    private EmbeddingPanel(FigureStyle style, FrequencyNames names) {
        super(Panel.EMBEDDING_POWER, style, new RoomyAxis(style, new NumberTickUnitSource(true), names, true));
        this.names = names;
        show(List.of());
    }

    @Override
    void show(List<TimelineRun> runs) {
        clearAnnotations();
        List<Evaluation> evaluations = TimelineRun.primaryOf(runs).map(TimelineRun::drawn).orElse(List.of());
        Basis basis = TimelineRun.primaryOf(runs)
                .map(run -> run.history().head().configuration().learnedTask().basis()).orElse(FourierBasis.of(97));
        int frequencies = basis.frequencies();
        names.of(basis);
        circular = basis.circular();
        double greatest = end(evaluations);
        getRangeAxis().setRange(0.5, frequencies + 0.5);
        hint(!evaluations.isEmpty() && greatest == 0 ? "not measured in this run" : "");
        if (greatest == 0) {
            key(List.of());
            return;
        }
        int cadence = TimelineRun.primaryOf(runs)
                .map(run -> run.history().head().configuration().evaluation().evaluateEvery()).orElse(1);
        addAnnotation(new HeatMap(evaluations, frequencies, greatest, cadence, style().page()), false);
        String power = String.format(Locale.ROOT, "%.0f%% of power", 100 * greatest);
        List<KeyEntry> entries = new ArrayList<>(List.of(new KeyEntry.Heat("0", power)));
        if (style().page() && runs.size() > 1) {
            List<String> labels = TimelineRun.labels(runs);
            TimelineRun.primaryOf(runs)
                    .ifPresent(run -> entries.add(new KeyEntry.Words("in " + labels.get(runs.indexOf(run)))));
        }
        key(entries);
    }

    @Override
    String title() {
        return circular ? super.title() : "Embedding power by irrep";
    }

    @Override
    String axisTitle() {
        return circular ? super.axisTitle() : "irrep";
    }

    @Override
    boolean darkGround() {
        return !getAnnotations().isEmpty();
    }

    /** Returns the share at the light end of the colours; 0 when nothing was measured. */
    private static double end(List<Evaluation> evaluations) {
        double greatest = 0;
        for (Evaluation evaluation : evaluations) {
            for (double share : evaluation.embeddingPower().shares()) {
                greatest = Math.max(greatest, share);
            }
        }
        if (greatest == 0) {
            return 0;
        }
        for (double end : ENDS) {
            if (end >= greatest) {
                return end;
            }
        }
        return 1;
    }
}
