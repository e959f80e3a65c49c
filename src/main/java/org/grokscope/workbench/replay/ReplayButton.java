package org.grokscope.workbench.replay;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.grokscope.workbench.control.Icon;

/** Plays a replay and pauses it; its menu holds the speeds. */
public final class ReplayButton {
    private static final String PLAY = "Play the run back (P): its curves grow up to the cursor, and every view shows "
            + "that step";
    private static final String PAUSE = "Pause the replay (P); Escape shows the whole run again";

    private final ReplayModel replay;

    /** Makes the button of a replay. */
    public ReplayButton(ReplayModel replay) {
        this.replay = replay;
    }

    /**
     * Builds the node.
     *
     * @param narrow whether there is little room: then the icon stands alone
     */
    public Region build(String id, ObservableValue<Boolean> narrow) {
        SplitMenuButton button = new SplitMenuButton();
        button.setId(id);
        button.getStyleClass().add("replay-button");
        button.textProperty().bind(narrow.map(icon -> icon ? "" : "Replay"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip());
        button.setOnAction(_ -> replay.toggle());
        ToggleGroup group = new ToggleGroup();
        for (ReplaySpeed speed : ReplaySpeed.values()) {
            RadioMenuItem item = new RadioMenuItem(speed.title());
            item.setToggleGroup(group);
            item.setOnAction(_ -> replay.speedProperty().set(speed));
            replay.speedProperty().subscribe(now -> item.setSelected(now == speed));
            button.getItems().add(item);
        }
        button.disableProperty().bind(replay.playable().map(playable -> !playable));
        replay.phaseProperty().subscribe(phase -> {
            boolean plays = phase == ReplayModel.Phase.PLAYING;
            button.setGraphic((plays ? Icon.PAUSE : Icon.RESUME).node());
            button.getTooltip().setText(plays ? PAUSE : PLAY);
            button.setAccessibleText(plays ? "Pause the replay" : "Replay");
        });
        return button;
    }
}
