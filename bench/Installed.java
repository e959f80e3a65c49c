import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunLibrary;

/**
 * Another build of Grokscope as a contender: what {@code grokscope train} of an installation does, whatever its classes are
 * called. It stands still by signals, and its speed is read from its log, from the first evaluation of a heat to the last, so
 * evaluations and checkpoints are in it. Argument: {@code launcher}.
 */
final class Installed {
    private static final long LOOK_MILLIS = 50;

    private final Process program;
    private final Path runs;
    /** Reads only what is new, so that looking takes little of the processor that is timed; null before there is a run. */
    private RunFeed feed;

    private Installed(Path launcher, Path runs) throws IOException {
        this.runs = runs;
        ProcessBuilder train = new ProcessBuilder(launcher.toString(), "train", "--p", "97", "--steps", "100000000",
                "--runs", runs.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // The same Java for all contenders.
        train.environment().put("GROKSCOPE_JAVA", System.getProperty("java.home"));
        this.program = train.start();
    }

    public static void main(String[] arguments) throws Exception {
        Path runs = Files.createTempDirectory("grokscope-bench");
        Installed installed = new Installed(Path.of(Settings.of(arguments).text("launcher", "")), runs);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(installed.program::destroyForcibly));
        installed.await(2);
        installed.signal("STOP");
        Heat.answer(installed::heat);
        installed.program.destroyForcibly().waitFor();
    }

    /** The first evaluation comes whenever it comes; what counts is the time from there to the last within the seconds. */
    private Heat heat(double seconds) throws Exception {
        signal("CONT");
        Evaluation first = await(evaluations().size() + 1).getLast();
        long begun = System.nanoTime();
        List<Evaluation> all = await(evaluations().size() + 1);
        while (System.nanoTime() - begun < seconds * 1e9) {
            all = await(all.size() + 1);
        }
        signal("STOP");
        Evaluation last = all.getLast();
        return new Heat(last.step() - first.step(), (last.wallMillis() - first.wallMillis()) / 1e3);
    }

    private List<Evaluation> await(int many) throws IOException, InterruptedException {
        while (program.isAlive()) {
            List<Evaluation> there = evaluations();
            if (there.size() >= many) {
                return there;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IOException("the other build's run ended with exit code " + program.exitValue());
    }

    private List<Evaluation> evaluations() throws IOException {
        if (feed == null) {
            feed = new RunLibrary(runs).runs().stream().findFirst().map(RunDirectory::path).map(RunFeed::new).orElse(null);
        }
        if (feed == null) {
            return List.of();
        }
        feed.poll();
        return feed.history().evaluations();
    }

    /** The launcher becomes the program itself, so there is one process to signal. */
    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(program.pid())).inheritIO().start().waitFor();
    }
}
