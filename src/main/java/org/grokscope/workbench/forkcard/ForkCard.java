package org.grokscope.workbench.forkcard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.text.NumberText;
import org.grokscope.workbench.control.FieldMarks;
import org.grokscope.workbench.control.Icon;
import org.grokscope.workbench.control.TermTooltip;

/** The card on the screen: where to fork, with which λ, how often and how far, and what the law expects of it. */
public final class ForkCard {
    private static final double FIELD_WIDTH = 84;
    private static final double WORDS_WIDTH = 168;

    private final ForkForm form;
    private final Consumer<ForkOffer> start;
    private final Consumer<ForkOffer> copy;
    private final VBox card = new VBox();
    private final Button heading = new Button();
    private final VBox body = new VBox();
    private final Hyperlink elsewhere = new Hyperlink();
    private final Label place = new Label();
    private final FlowPane chips = new FlowPane(6, 6);
    private final Map<ForkField, TextField> fields = new EnumMap<>(ForkField.class);
    private final FieldMarks marks = new FieldMarks();
    private final CheckBox control = new CheckBox();
    private final CheckBox sham = new CheckBox("sham beside it");
    private final Label remark = remark("caption");
    private final Label problem = remark("fork-problem");
    private final Label refusal = remark("caption");
    private final GridPane expected = new GridPane();
    private final Label time = remark("fact");
    private final Label warning = remark("long-wait");
    private final Button button = new Button();
    private final Button copyButton = new Button("", Icon.COPY.node());
    private IntConsumer lead = _ -> {};

    /**
     * Makes the card.
     *
     * @param start makes and queues the branches
     * @param copy puts the same as a command line on the clipboard
     */
    public ForkCard(ForkForm form, Consumer<ForkOffer> start, Consumer<ForkOffer> copy) {
        this.form = form;
        this.start = start;
        this.copy = copy;
        build();
        form.open().subscribe(_ -> show());
        // One look at the folder changes runs, their law and this machine's speed: one new offer answers all of them,
        // and it changes with the place, too.
        form.offer().addListener((Observable _) -> Platform.runLater(this::show));
    }

    private void show() {
        Optional<ForkPlace> place = form.place().getValue();
        card.setVisible(place.isPresent());
        card.setManaged(place.isPresent());
        place.ifPresent(this::show);
        form.offer().getValue().ifPresent(this::show);
    }

    /** Lets a person be led to a step that can be forked. */
    public ForkCard leading(IntConsumer toStep) {
        lead = toStep;
        return this;
    }

    /** Returns the node to place in the window. */
    public Node node() {
        return card;
    }

    /** Puts the keyboard focus on the first thing to choose. */
    public void focus() {
        if (!card.isVisible()) {
            return;
        }
        (elsewhere.isVisible() ? elsewhere : chips.getChildren().getFirst()).requestFocus();
    }

    private void build() {
        card.setId("fork-card");
        card.getStyleClass().addAll("card", "fork-card");
        heading.setId("fork-heading");
        heading.getStyleClass().addAll("card-title", "fork-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setAlignment(Pos.BASELINE_LEFT);
        heading.setOnAction(_ -> form.open().set(!form.open().get()));
        HBox.setHgrow(heading, Priority.ALWAYS);
        place.getStyleClass().add("caption");
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(8, heading, place);
        top.setAlignment(Pos.BASELINE_LEFT);
        elsewhere.setId("fork-elsewhere-card");
        elsewhere.managedProperty().bind(elsewhere.visibleProperty());
        body.getStyleClass().add("fork-body");
        body.managedProperty().bind(body.visibleProperty());
        for (double weightDecay : ForkForm.SUGGESTED) {
            chips.getChildren().add(chip(weightDecay));
        }
        Label caption = new Label("weight decay \u03bb");
        caption.getStyleClass().add("fact");
        TermTooltip.explain(caption, caption.getText());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("fork-fields");
        grid.getColumnConstraints().setAll(growing(HPos.LEFT), new ColumnConstraints());
        for (ForkField field : ForkField.values()) {
            Label label = new Label(field.label());
            label.getStyleClass().add("fact");
            TermTooltip.explain(label, field.label());
            TextField text = field(field);
            label.setLabelFor(text);
            if (field == ForkField.INTERVENTION) {
                // Its words need the room of both columns.
                HBox row = new HBox(8, label, text);
                row.setAlignment(Pos.CENTER_LEFT);
                grid.add(row, 0, field.ordinal(), 2, 1);
            } else {
                grid.addRow(field.ordinal(), label, text);
            }
        }
        control.setId("fork-control");
        control.selectedProperty().bindBidirectional(form.control());
        control.setTooltip(TermTooltip.of("control", ""));
        sham.setId("fork-sham");
        sham.selectedProperty().bindBidirectional(form.sham());
        sham.setTooltip(new Tooltip("The same done to frequencies or neurons that are drawn from a seed"));
        sham.visibleProperty().bind(form.field(ForkField.INTERVENTION).isNotEmpty());
        sham.managedProperty().bind(sham.visibleProperty());
        expected.getStyleClass().add("card-lines");
        expected.getColumnConstraints().setAll(new ColumnConstraints(), growing(HPos.RIGHT));
        button.setId("fork-start");
        button.getStyleClass().add("accent");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> form.offer().getValue().ifPresent(start));
        copyButton.setId("fork-copy");
        copyButton.setMinWidth(Region.USE_PREF_SIZE);
        copyButton.setTooltip(new Tooltip("Copy as command line"));
        copyButton.setAccessibleText("Copy as command line");
        copyButton.getStyleClass().add("icon-button");
        copyButton.setOnAction(_ -> form.offer().getValue().ifPresent(copy));
        body.getChildren().setAll(caption, chips, WeightDecaySlider.of(form), grid, control, sham, remark, expected,
                time,
                warning, problem,
                new HBox(8, button, copyButton));
        card.getChildren().setAll(top, refusal, elsewhere, body);
    }

    private ToggleButton chip(double weightDecay) {
        ToggleButton chip = new ToggleButton(NumberText.setting(weightDecay));
        chip.setId("fork-chip-" + chip.getText());
        chip.getStyleClass().add("chip");
        chip.setAccessibleText("\u03bb " + chip.getText());
        form.chosen().subscribe(chosen -> chip.setSelected(chosen.contains(weightDecay)));
        chip.setOnAction(_ -> form.choose(weightDecay, chip.isSelected()));
        return chip;
    }

    private TextField field(ForkField field) {
        TextField text = new TextField();
        text.setId("fork-" + field.id());
        double width = field == ForkField.INTERVENTION ? WORDS_WIDTH : FIELD_WIDTH;
        text.setPrefWidth(width);
        text.setMinWidth(width);
        text.setMaxWidth(width);
        text.textProperty().bindBidirectional(form.field(field));
        text.setPromptText(switch (field) {
            case OTHER_WEIGHT_DECAYS -> "0.5, 7";
            case DRAWS -> "1";
            case STEPS -> "parent's";
            case STOP_AFTER_GROK -> "never";
            case INTERVENTION -> "remove-frequency 14";
        });
        fields.put(field, text);
        marks.mark(text, form.offer()
                .map(offered -> offered.map(offer -> offer.problems().getOrDefault(field, "")).orElse("")));
        return text;
    }

    private void show(ForkPlace at) {
        boolean unfolded = at.possible() && form.open().get();
        heading.setText(
                (!at.possible() ? "" : unfolded ? "\u25be " : "\u25b8 ") + "Fork at step "
                        + NumberText.count(at.step()));
        heading.setDisable(!at.possible());
        place.setText(at.possible() && !unfolded ? "F" : at.name());
        body.setVisible(unfolded);
        say(refusal, at.refusal());
        elsewhere.setVisible(!at.possible());
        at.elsewhere().ifPresent(step -> {
            elsewhere.setText("Go to step " + NumberText.count(step));
            elsewhere.setOnAction(_ -> lead.accept(step));
        });
    }

    private void show(ForkOffer offer) {
        control.setText("control branch, \u03bb " + NumberText.setting(offer.ownWeightDecay()));
        fields.forEach((field, text) -> {
            String wrong = offer.problems().get(field);
            text.setAccessibleHelp(wrong);
        });
        String wrong = offer.problem().isEmpty()
                ? offer.problems().values().stream().findFirst().orElse("")
                : offer.problem();
        say(problem, wrong);
        say(remark, offer.remark());
        expected.getChildren().clear();
        if (!offer.predictions().isEmpty()) {
            Label caption = new Label("predicted to grok at");
            caption.getStyleClass().add("fact");
            expected.add(caption, 0, 0, 2, 1);
        }
        offer.predictions().forEach(it -> expect("\u03bb " + NumberText.setting(it.weightDecay()), it.words()));
        if (!offer.noGround().isEmpty()) {
            Label sentence = remark("remark");
            sentence.setText(offer.noGround());
            expected.add(sentence, 0, expected.getRowCount(), 2, 1);
        }
        say(time, offer.estimate().words());
        say(warning, offer.estimate().warning());
        button.setText(switch (offer.branches()) {
            case 0 -> "Start branches";
            case 1 -> "Start 1 branch";
            default -> "Start " + NumberText.count(offer.branches()) + " branches";
        });
        button.setDisable(offer.request().isEmpty());
        copyButton.setDisable(offer.request().isEmpty());
    }

    private void expect(String what, String value) {
        Label label = new Label(what);
        label.getStyleClass().add("fact");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label number = new Label(value);
        number.getStyleClass().setAll("label", "value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        expected.addRow(expected.getRowCount(), label, number);
    }

    private static void say(Label label, String sentence) {
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
    }

    private static Label remark(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static ColumnConstraints growing(HPos alignment) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setHalignment(alignment);
        return column;
    }
}
