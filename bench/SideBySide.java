import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.training.DeviceReport;

/**
 * The race: all contenders are started and warmed up, then take turns, round after round, so that what slows the machine
 * slows them all. Arguments: {@code python} (an interpreter that has torch), {@code against} (an installation of another
 * build), {@code rounds}, {@code seconds} of a turn.
 */
final class SideBySide {
    private static final EvaluationSettings USUAL = EvaluationSettings.DEFAULT;
    private static final int OFTEN_EVALUATED = 20;
    private static final int OFTEN_KEPT = 50;

    private final List<Contender> contenders = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        new SideBySide().race(Settings.of(arguments));
    }

    private void race(Settings settings) throws IOException {
        String python = settings.text("python", "");
        String evaluate = "evaluate=" + USUAL.evaluateEvery();
        String keep = "checkpoint=" + USUAL.checkpointEvery();
        Contender alone = start("Grokscope, training alone", Programs.java("Training"));
        Contender yardstick = python.isEmpty()
                ? start("plain network in DJL", Programs.java("PlainNetwork"))
                : start("textbook PyTorch, eager", Programs.python(python));
        Optional<Contender> autocast = Optional.empty();
        if (!python.isEmpty()) {
            startIfItCan("textbook PyTorch, torch.compile", Programs.python(python, "--compile"));
            autocast = startIfItCan("textbook PyTorch, autocast to bfloat16", Programs.python(python, "--autocast"));
        }
        Optional<Contender> narrow = startIfItCan("Grokscope, products in bfloat16",
                Programs.java("Training", "precision=bf16"));
        start("Grokscope, two runs at once", Programs.java("Training", "runs=2"));
        Contender usual = start("Grokscope, evaluations and checkpoints", Programs.java("Training", evaluate, keep));
        Contender watched = start("the same in the open workbench",
                Programs.java("Training", evaluate, keep, "window=open"));
        if (!settings.text("against", "").isEmpty()) {
            String launcher = "launcher=" + Path.of(settings.text("against", ""), "bin", "grokscope");
            start("another build, evaluations and checkpoints", Programs.java("Installed", launcher));
        }
        Contender products = start("its matrix products alone", Programs.java("MatrixProducts"));
        List<Contender> shown = List.copyOf(contenders);
        Contender evaluated = start("evaluation every " + OFTEN_EVALUATED + " steps",
                Programs.java("Training", "evaluate=" + OFTEN_EVALUATED));
        Contender kept = start("checkpoint every " + OFTEN_KEPT + " steps",
                Programs.java("Training", "checkpoint=" + OFTEN_KEPT));

        int rounds = settings.number("rounds", 7);
        int seconds = settings.number("seconds", 10);
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            for (Contender contender : contenders) {
                contender.heat(seconds);
            }
        }
        contenders.forEach(Contender::close);

        DeviceReport machine = DeviceReport.probe();
        System.out.printf("%s, %d cores, %s, %s; %d rounds of %d s each, in turns%n%n", machine.cpu(),
                machine.processors(), System.getProperty("os.name"), LocalDate.now(), rounds, seconds);
        Table table = new Table("what trains", "steps/s", "lowest to highest", "against " + yardstick.name());
        for (Contender contender : shown) {
            Sample speed = contender.speeds();
            table.row(contender.name(), "%.1f".formatted(speed.median()),
                    "%.1f to %.1f".formatted(speed.lowest(), speed.highest()),
                    "%.2f".formatted(speed.over(yardstick.speeds()).median()));
        }
        table.print();
        System.out.println();
        say("Share of the matrix products' ceiling that Grokscope reaches", alone.speeds().over(products.speeds()));
        say("Share that " + yardstick.name() + " reaches", yardstick.speeds().over(products.speeds()));
        narrow.ifPresent(it -> sayTimes("Products in bfloat16 against float32", it.speeds().over(alone.speeds())));
        if (narrow.isPresent() && autocast.isPresent()) {
            sayTimes("Products in bfloat16 against PyTorch's autocast",
                    narrow.get().speeds().over(autocast.get().speeds()));
        }
        say("Share of the time that evaluation every %d steps takes".formatted(USUAL.evaluateEvery()),
                alone.speeds().lostTo(evaluated.speeds(), OFTEN_EVALUATED, USUAL.evaluateEvery()));
        say("Share that checkpoints every %d steps take".formatted(USUAL.checkpointEvery()),
                alone.speeds().lostTo(kept.speeds(), OFTEN_KEPT, USUAL.checkpointEvery()));
        say("Share that the open workbench takes", watched.speeds().over(usual.speeds()).map(ratio -> 1 - ratio));
        new ProcessBuilder(Programs.java("LossCurve")).inheritIO().start().onExit().join();
    }

    private Contender start(String name, List<String> command) throws IOException {
        Contender contender = Contender.start(name, command);
        contenders.add(contender);
        return contender;
    }

    private Optional<Contender> startIfItCan(String name, List<String> command) {
        try {
            return Optional.of(start(name, command));
        } catch (IOException e) {
            System.err.println(e.getMessage() + "; the others go on without it.");
            return Optional.empty();
        }
    }

    private static void sayTimes(String what, Sample ratios) {
        System.out.printf("- %s: %.2f times (%.2f to %.2f)%n", what, ratios.median(), ratios.lowest(), ratios.highest());
    }

    private static void say(String what, Sample shares) {
        System.out.println("- " + what + ": " + shares.percent());
    }
}
