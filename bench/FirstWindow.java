import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.stage.Window;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.WorkbenchApplication;

/**
 * How long the program takes from its start to its first window, and until the runs of a folder stand in it. Argument:
 * the folder.
 */
final class FirstWindow {
    public static void main(String[] arguments) throws Exception {
        Path runs = Path.of(arguments[0]);
        Thread.ofPlatform().daemon().start(FirstWindow::watch);
        WorkbenchApplication.open(runs, new LocalExecutor(DeviceChoice.AUTO, Compute.DEFAULT_THREADS),
                Optional.empty());
    }

    private static void watch() {
        await("first window", scene -> true);
        await("its runs are there", scene -> scene.lookup("#runs") instanceof TreeTableView<?> tree
                && tree.getRoot() != null && !tree.getRoot().getChildren().isEmpty());
        Runtime.getRuntime().halt(0);
    }

    private static void await(String what, Predicate<Scene> condition) {
        try {
            while (!onScreen(condition)) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration since = Duration.between(ProcessHandle.current().info().startInstant().orElseThrow(),
                Instant.now());
        System.out.printf("%s after %.1f s%n", what, since.toMillis() / 1000.0);
    }

    private static boolean onScreen(Predicate<Scene> condition) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        try {
            Platform.runLater(() -> answer.complete(Window.getWindows().stream().filter(Window::isShowing)
                    .map(Window::getScene).anyMatch(condition)));
        } catch (IllegalStateException notYetStarted) {
            return false;
        }
        return answer.join();
    }
}
