package org.grokscope.workbench.control;

import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Shows a run's name in the room that there is, shortened where it tells least. */
public final class NameLabel extends Label {
    private final Text ruler = new Text();
    private String name = "";

    /** Makes a label without a name, which takes whatever room it gets. */
    public NameLabel() {
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        widthProperty().subscribe(this::fit);
        fontProperty().subscribe(this::fit);
    }

    /** Shows a name. */
    public void show(String whole) {
        name = whole;
        fit();
    }

    private void fit() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        setText(room <= 0 ? name : ShortenedName.of(name, this::width, room));
    }

    private double width(String text) {
        ruler.setFont(getFont());
        ruler.setText(text);
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }
}
