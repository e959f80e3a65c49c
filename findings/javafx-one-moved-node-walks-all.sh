#!/bin/sh
# JavaFX: moving one node costs in proportion to all the nodes of the window.
#
# One would guess: a scene graph knows which branch is dirty, so that a small thing that moves in a large window costs what
#   the small thing costs.
# Seen (JavaFX 26.0.2, headless platform, JDK 25): in every frame in which anything changed, the application's thread goes
#   through the bounds of all nodes, those of invisible branches too. One rectangle that moves 15 times a second takes several
#   times the processor time among 50,000 still ones as among 50, and most of the difference on that thread. What moves often
#   wants few frames: a change that is made within a frame and one that answers it with runLater are two of them.
# Source: tried on 30 November 2026; Parent.updateBounds in a profile of a window that replays a run.
#
# Exit status 0 while this holds, another when it changes. Wants a JDK 25 (JAVA_HOME or on the path), Maven and Linux on x86-64.
set -eu
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=26.0.2
for module in base graphics; do
    mvn -q dependency:copy -Dartifact=org.openjfx:javafx-$module:$version:jar:linux -DoutputDirectory="$folder" >&2
done
cat > Moved.java <<'JAVA'
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

class Moved {
    public static void main(String[] arguments) throws Exception {
        int still = Integer.parseInt(arguments[0]);
        Rectangle moved = new Rectangle(10, 10);
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> {
            Group root = new Group();
            for (int group = 0; group < still / 50; group++) {
                Group rectangles = new Group();
                rectangles.setVisible(false);
                for (int i = 0; i < 50; i++) {
                    rectangles.getChildren().add(new Rectangle(100 + i, 100 + group % 50, 1, 1));
                }
                root.getChildren().add(rectangles);
            }
            root.getChildren().add(moved);
            Stage stage = new Stage();
            stage.setScene(new Scene(root, 300, 200));
            stage.show();
            shown.countDown();
        });
        shown.await();
        int[] moves = {0};
        Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate(
                () -> Platform.runLater(() -> moved.setTranslateX(moves[0]++ % 20)), 0, 66, TimeUnit.MILLISECONDS);
        Thread.sleep(5000);
        double before = seconds();
        int from = moves[0];
        Thread.sleep(8000);
        System.out.printf("%.3f%n", 1000 * (seconds() - before) / (moves[0] - from));
        Runtime.getRuntime().halt(0);
    }

    private static double seconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("JavaFX Application Thread")) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos / 1e9;
    }
}
JAVA
path=javafx-base-$version-linux.jar:javafx-graphics-$version-linux.jar
"$javac" -cp $path Moved.java
move() {
    "$java" --enable-native-access=ALL-UNNAMED -Dglass.platform=Headless -Dprism.order=sw -cp .:$path Moved "$1" 2> /dev/null
}
few=$(move 50)
many=$(move 50000)
echo "the application's thread takes $few ms a move among 50 invisible nodes, $many ms among 50,000"
awk "BEGIN { exit !($many > 3 * $few) }"
