package org.grokscope.workbench.circuit;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.analysis.NetworkDifference;
import org.grokscope.measure.Measure;
import org.grokscope.text.FirstLetter;

/** The numbers in which two networks differ, a line each, and the names of those in which they are alike. */
final class DifferenceTable {
    private static final List<String> COLUMNS = List.of("what differs", "left", "right", "right \u2212 left");

    private final GridPane lines = new GridPane();
    private final Label alike = new Label();
    private final VBox node = new VBox(lines, alike);
    private List<NetworkDifference> shown = List.of();

    /** @param foot what stands below */
    DifferenceTable(Region foot) {
        lines.setId("beside-differences");
        lines.getStyleClass().add("beside-lines");
        for (String column : COLUMNS) {
            ColumnConstraints room = new ColumnConstraints();
            boolean names = column.equals(COLUMNS.getFirst());
            room.setHalignment(names ? HPos.LEFT : HPos.RIGHT);
            room.setHgrow(Priority.ALWAYS);
            room.setPercentWidth(names ? 40 : 20);
            lines.getColumnConstraints().add(room);
        }
        alike.setId("beside-alike");
        alike.getStyleClass().add("caption");
        alike.setWrapText(true);
        alike.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().add(foot);
        node.getStyleClass().addAll("card", "beside-table");
    }

    Region node() {
        return node;
    }

    /** Takes over the numbers; none while one of the networks is being read. */
    void show(List<NetworkDifference> differences) {
        if (differences.equals(shown) && !alike.getText().isEmpty()) {
            return;
        }
        shown = differences;
        List<NetworkDifference> apart = differences.stream().filter(NetworkDifference::differs).toList();
        String names = differences.stream().filter(it -> it.known() && !it.differs()).map(NetworkDifference::name)
                .map(DifferenceTable::small).collect(Collectors.joining(", "));
        lines.getChildren().clear();
        lines.setVisible(!apart.isEmpty());
        lines.setManaged(!apart.isEmpty());
        row(0, "beside-head", COLUMNS);
        for (NetworkDifference it : apart) {
            row(lines.getRowCount(), "beside-number", List.of(it.name(), it.first(), it.second(), it.difference()));
        }
        alike.setText(differences.isEmpty()
                ? "Both networks stand here with their numbers as soon as they are read."
                : names.isEmpty() ? "They differ in all of this." : "Alike in " + names + ".");
    }

    private static String small(String name) {
        return name.equals(Measure.FSD.title()) ? name : FirstLetter.small(name);
    }

    private void row(int at, String style, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            Label label = new Label(texts.get(column));
            label.getStyleClass().add(style);
            label.setMinWidth(column == 0 ? 0 : Region.USE_PREF_SIZE);
            label.setWrapText(column == 0);
            label.setMinHeight(Region.USE_PREF_SIZE);
            lines.add(label, column, at);
        }
    }
}
