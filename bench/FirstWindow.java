import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.stage.Window;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.WorkbenchApplication;

/**
 * How long the program takes from its start to its first window, and until the first runs of a folder, and all of them, stand in
 * it. Argument: the folder.
 */
final class FirstWindow {
    public static void main(String[] arguments) throws Exception {
        Path runs = Path.of(arguments[0]);
        Thread.ofPlatform().daemon().start(() -> watch(runs));
        WorkbenchApplication.open(runs, new LocalExecutor(DeviceChoice.AUTO, Compute.DEFAULT_THREADS),
                Optional.empty());
    }

    private static void watch(Path folder) {
        await("first window", scene -> true);
        await("some of its runs are there", scene -> listed(scene) > 0);
        int all = runs(folder);
        await("all %,d are there".formatted(all), scene -> listed(scene) >= all);
        Runtime.getRuntime().halt(0);
    }

    private static int listed(Scene scene) {
        return scene.lookup("#runs") instanceof TreeTableView<?> tree ? tree.getExpandedItemCount() : 0;
    }

    private static int runs(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.filter(it -> Files.exists(it.resolve("run.json"))).count();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
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
