import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.grokscope.workbench.Toolkit;
import org.grokscope.workbench.Workbench;

/** How long the list of runs takes to follow a filter that is typed. */
final class Typing {
    private static final String FILTER = "p=97 \u03bb>1 grokked seed<800";

    private Typing() {}

    static void measure(Workbench workbench, Stage stage) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (int letters = 1; letters <= FILTER.length(); letters++) {
                String typed = FILTER.substring(0, letters);
                millis.add(Timed.task(() -> {
                    workbench.model().runs().filter().set(typed);
                    Timed.layOut(stage);
                }));
            }
        }
        Timed.print("filter, a letter typed", millis);
        Toolkit.call(() -> {
            workbench.model().runs().filter().set("");
            return "";
        });
    }
}
