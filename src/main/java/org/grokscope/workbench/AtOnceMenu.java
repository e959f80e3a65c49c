package org.grokscope.workbench;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.grokscope.workbench.control.Icon;

/** Where a person says how many runs may train at once. */
final class AtOnceMenu {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int LEAST_OFFERED = 4;
    private static final int MOST_OFFERED = 16;

    private final ObservableIntegerValue atOnce;
    private final IntConsumer choose;

    /**
     * @param atOnce what holds; 0 leaves it to the program
     * @param choose hears of another choice
     */
    AtOnceMenu(ObservableIntegerValue atOnce, IntConsumer choose) {
        this.atOnce = atOnce;
        this.choose = choose;
    }

    Region build() {
        MenuButton button = new MenuButton();
        button.setId("at-once");
        button.getStyleClass().add("icon-button");
        button.setGraphic(Icon.COG.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("How many runs train at once"));
        button.setAccessibleText(button.getTooltip().getText());
        ToggleGroup group = new ToggleGroup();
        IntStream.rangeClosed(0, Math.clamp(CORES, LEAST_OFFERED, MOST_OFFERED))
                .forEach(runs -> button.getItems().add(item(runs, group)));
        return button;
    }

    private RadioMenuItem item(int runs, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(switch (runs) {
            case 0 -> "Train as many runs at once as there are cores: " + CORES;
            case 1 -> "Train one run at a time, all by turns";
            default -> "Train up to %d runs at once".formatted(runs);
        });
        item.setId("at-once-" + runs);
        item.setToggleGroup(group);
        item.setOnAction(_ -> choose.accept(runs));
        atOnce.subscribe(now -> item.setSelected(now.intValue() == runs));
        return item;
    }
}
