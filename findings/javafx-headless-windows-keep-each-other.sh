#!/bin/sh
# JavaFX's headless platform, with a robot for each window as test libraries make them: a window that was closed is kept by the
# one that was opened after it, for ever.
#
# One would guess: a stage that was closed and that nobody holds is collected, with its scene and whatever hangs on it. A suite
#   of tests that opens a hundred windows one after the other needs the memory of one.
# Seen (OpenJFX 26.0.2, -Dglass.platform=Headless): of 20 stages, each with a javafx.scene.robot.Robot of its own that nobody
#   holds, and each closed before the next is opened, all 20 can still be reached at the end; without robots 1. In a heap
#   dump the field activeWindow of a HeadlessRobot holds the window that was active before, and that has its own robot: a
#   chain through all of them, and from each by its event handler to the stage. A window whose event handler is taken away
#   when it is closed (com.sun.glass.ui.Window.setEventHandler(null)) lets its stage go.
# Source: tried on 30 November 2026; com.sun.glass.ui.headless.HeadlessWindow and HeadlessRobot.
#
# Exit status 0 while this holds, another when it changes. Wants a JDK of 24 or later, and Maven.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.openjfx</groupId><artifactId>javafx-controls</artifactId><version>26.0.2</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath >&2
cat > Windows.java <<'JAVA'
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

public class Windows {
    static final int MANY = 20;

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        System.out.println("kept: " + kept(false));
        System.out.println("kept, forgetting their handlers: " + kept(true));
        System.exit(0);
    }

    static long kept(boolean forget) throws Exception {
        List<WeakReference<Stage>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Stage[] stage = new Stage[1];
            onFx(() -> {
                stage[0] = new Stage();
                stage[0].setScene(new Scene(new Label("window"), 200, 100));
                stage[0].show();
                // As a test's robot does; it is not kept here.
                new Robot().mouseMove(stage[0].getX() + 50, stage[0].getY() + 50);
            });
            Thread.sleep(50);
            all.add(new WeakReference<>(stage[0]));
            if (i < MANY - 1) {
                onFx(() -> {
                    List<com.sun.glass.ui.Window> open = List.copyOf(com.sun.glass.ui.Window.getWindows());
                    stage[0].close();
                    if (forget) {
                        open.forEach(window -> window.setEventHandler(null));
                    }
                });
            }
        }
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return all.stream().filter(it -> it.get() != null).count();
    }

    static void onFx(Runnable todo) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            todo.run();
            done.countDown();
        });
        done.await();
    }
}
JAVA
java -Dglass.platform=Headless -Djava.awt.headless=true -Dprism.order=sw -cp "$(cat classpath)" Windows.java 2>/dev/null | tee output
kept=$(sed -n 's/^kept: //p' output)
let_go=$(sed -n 's/^kept, forgetting their handlers: //p' output)
[ "$kept" -ge 10 ] && [ "$let_go" -le 5 ]
