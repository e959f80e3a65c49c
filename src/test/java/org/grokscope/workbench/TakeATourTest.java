package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.grokscope.figure.MarkTarget;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.Tour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import static org.assertj.core.api.Assertions.assertThat;

/** Takes the tour that comes with the program, in the real window. */
@Timeout(180)
class TakeATourTest extends WindowTest {
    private static final String RUN = "add-97-seed-123";
    private static final String FORKED = "add-131-seed-42";

    @BeforeEach
    void openTheSamples() throws IOException {
        RunLibrary samples = new RunLibrary(Path.of("sample-runs"));
        new RunCopy(Set.of(), Set.of(2800, 3200)).make(samples.find(RUN), folder);
        RunCopy.logs().make(samples.find(FORKED), folder);
        open();
    }

    @Test
    void itLeadsFromStationToStation() {
        assertThat(find("#tour").isVisible()).isFalse();
        robot.interact(() -> workbench.tours().take(RUN));
        at("1 of 5 \u00b7 Memorise", RUN, Page.TIMELINE, 200);
        screenshot("tour-station-light", 1440, 900);
        screenshot("tour-station-small", 1000, 700);
        robot.clickOn("#tour-next");
        at("2 of 5 \u00b7 Synchronise", RUN, Page.CIRCUIT, 2800);
        screenshot("tour-station-circuit-small", 1000, 700);
        robot.clickOn("#tour-next");
        at("3 of 5 \u00b7 Grok", RUN, Page.TIMELINE, 3200);
        robot.clickOn("#tour-back");
        at("2 of 5 \u00b7 Synchronise", RUN, Page.CIRCUIT, 2800);
        robot.clickOn("#tour-next").clickOn("#tour-next");
        at("4 of 5 \u00b7 Fork", FORKED, Page.TIMELINE, 1800);
        robot.clickOn("#tour-next");
        at("5 of 5 \u00b7 The law", FORKED, Page.FORKS, 1800);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("tour-station-forks-dark", 1440, 900);
        assertThat(text("#tour-next")).isEqualTo("Finish");
        robot.clickOn("#tour-next");
        until(() -> !find("#tour").isVisible());
    }

    @Test
    void itCanBeSkippedAndABadOneIsToldInOneSentence() throws IOException {
        robot.interact(() -> workbench.tours().take(RUN));
        until(() -> find("#tour").isVisible());
        robot.clickOn("#tour-skip");
        until(() -> !find("#tour").isVisible());
        Files.writeString(folder.resolve(RUN).resolve(Tour.FILE), "{\"stations\": 5}");
        robot.interact(() -> workbench.tours().take(RUN));
        until(() -> workbench.model().notice().get().isPresent());
        assertThat(workbench.model().notice().get().orElseThrow().sentence())
                .endsWith("tour.json: 'stations' must be a list of 1 to 20 stations.");
    }

    @Test
    void pagesAreInStep() {
        robot.interact(() -> {
            workbench.model().runs().select(List.of(RUN));
            workbench.model().timeline().pointedProperty().set(new MarkTarget.Frequency(14));
            workbench.model().timeline().pointedProperty().set(MarkTarget.ITSELF);
            workbench.model().page().set(Page.CIRCUIT);
        });
        until(() -> spoken("embedding-power").contains("%") && !spoken("neurons").contains("reading"));
        assertThat(workbench.model().circuit().circle().pointedProperty().get())
                .isEqualTo(new MarkTarget.Frequency(14));
        assertThat(robot.lookup(".mark-outline").queryAll().stream().filter(it -> it.isVisible()).count())
                .as("its bar in both charts of frequencies").isEqualTo(2);
        screenshot("pointed-circuit-light", 1440, 900);
    }

    private void at(String title, String run, Page page, int step) {
        until(() -> text("#tour-title").equals(title) && chosen().head().id().equals(run)
                && workbench.model().page().get() == page
                && workbench.model().timeline().cursorStepProperty().get() == step);
    }
}
