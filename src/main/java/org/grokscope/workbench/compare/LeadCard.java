package org.grokscope.workbench.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.measure.LeadStatistics;
import org.grokscope.measure.LeadSummary;
import org.grokscope.text.NumberText;
import org.grokscope.workbench.control.TermTooltip;

/** The card of lead statistics: both milestones that can come before grokking, over configurations and over primes. */
final class LeadCard {
    private static final double LEAST_P = 0.001;

    private final GridPane grid = new GridPane();
    private final VBox node;
    private int row;

    LeadCard() {
        Label title = new Label("Lead before grokking");
        title.getStyleClass().add("card-title");
        Label caption = new Label("steps from the milestone to grokking");
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        grid.getStyleClass().add("lead-lines");
        for (int column = 0; column < 3; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == 0 ? Priority.ALWAYS : Priority.NEVER);
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(constraints);
        }
        node = new VBox(title, caption, grid);
        node.setId("compare-leads");
        node.getStyleClass().addAll("card", "lead-card");
    }

    Region node() {
        return node;
    }

    /** Shows statistics; dashes while they are worked out. */
    void show(Optional<Leads> leads) {
        grid.getChildren().clear();
        row = 0;
        line("lead-head", "", "", "FSD ceiling", "restricted sync");
        both("with a lead", "Runs that reached both the milestone and grokking", leads,
                it -> it.runs() - it.lacking() + " of " + it.runs());
        summary(leads, "over configurations", "Runs of one configuration count once",
                LeadStatistics::overConfigurations);
        summary(leads, "over primes", "The runs of one prime count once, with their mean", LeadStatistics::overPrimes);
    }

    private void summary(Optional<Leads> leads, String title, String tip, Function<LeadStatistics, LeadSummary> part) {
        Function<LeadStatistics, String> number = part.andThen(it -> NumberText.count(it.count()));
        both(title, tip, leads, number);
        grid.getChildren().stream().filter(child -> GridPane.getRowIndex(child) == row - 1)
                .forEach(child -> child.getStyleClass().add("lead-part"));
        both("mean", "Positive where the milestone came first", leads, part.andThen(LeadCard::mean));
        both("95% interval", "Percentile bootstrap of the mean, 100,000 resamples", leads,
                part.andThen(LeadCard::interval));
        both("earlier, later", "Leads over 0 and under 0", leads,
                part.andThen(it -> it.positive() + ", " + it.negative()));
        both("sign test p", "Exact, two-sided; leads of 0 are dropped", leads, part.andThen(LeadCard::p));
    }

    private void both(String label, String tip, Optional<Leads> leads, Function<LeadStatistics, String> value) {
        line("lead-line", label, tip, leads.map(Leads::ceiling).map(value).orElse(NumberText.NONE),
                leads.map(Leads::restricted).map(value).orElse(NumberText.NONE));
    }

    private void line(String style, String label, String tip, String ceiling, String restricted) {
        int column = 0;
        for (String text : List.of(label, ceiling, restricted)) {
            Label cell = new Label(text);
            cell.getStyleClass().add(column == 0 ? "fact" : style);
            cell.setMinWidth(Region.USE_PREF_SIZE);
            if (column == 0 && !tip.isEmpty()) {
                cell.setTooltip(TermTooltip.tooltip(tip));
            } else {
                TermTooltip.explain(cell, text);
            }
            grid.add(cell, column++, row);
        }
        row++;
    }

    private static String mean(LeadSummary summary) {
        return summary.count() == 0 ? NumberText.NONE : NumberText.signed((int) Math.round(summary.mean()));
    }

    private static String interval(LeadSummary summary) {
        return summary.interval().map(it -> NumberText.signed((int) Math.round(it.low())) + " to "
                + NumberText.signed((int) Math.round(it.high()))).orElse(NumberText.NONE);
    }

    private static String p(LeadSummary summary) {
        if (summary.positive() + summary.negative() == 0) {
            return NumberText.NONE;
        }
        return summary.signTest() < LEAST_P ? "< 0.001" : String.format(Locale.ROOT, "%.3f", summary.signTest());
    }
}
