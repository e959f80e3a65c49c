import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grokscope.training.DeviceReport;

/**
 * How fast a run trains beside other work: with none, with one busy process, and with one for each core. All contenders are
 * started first and take turns under each load, round after round. Arguments: {@code python} (an interpreter that has
 * torch), {@code rounds}, {@code seconds} of a turn.
 */
final class Busy {
    /** A run notices within a second or two that the machine is busy, or no longer; that is not timed. */
    private static final double SETTLING = 3;

    private final List<Contender> contenders = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        if (arguments.length == 1 && arguments[0].equals("work")) {
            work();
        }
        new Busy().compare(Settings.of(arguments));
    }

    /** Keeps one core busy until the process is ended. */
    private static void work() {
        long counted = 0;
        while (counted >= 0) {
            counted = (counted * 31 + 7) & Long.MAX_VALUE;
        }
    }

    private void compare(Settings settings) throws IOException {
        String python = settings.text("python", "");
        contenders.add(Contender.start("Grokscope", Programs.java("Training")));
        if (!python.isEmpty()) {
            contenders.add(Contender.start("textbook PyTorch, eager", Programs.python(python)));
        }
        int rounds = settings.number("rounds", 5);
        int seconds = settings.number("seconds", 10);
        int cores = Runtime.getRuntime().availableProcessors();
        List<Integer> loads = List.of(0, 1, cores);
        List<List<Sample>> speeds = new ArrayList<>();
        for (int load : loads) {
            speeds.add(under(load, rounds, seconds));
        }
        contenders.forEach(Contender::close);

        DeviceReport machine = DeviceReport.probe();
        System.out.printf("%s, %d cores, %s, %s; %d rounds of %d s under each load%n%n", machine.cpu(),
                machine.processors(), System.getProperty("os.name"), LocalDate.now(), rounds, seconds);
        Table table = new Table("what trains", "other busy processes", "steps/s", "lowest to highest",
                "of its quiet speed");
        for (int i = 0; i < contenders.size(); i++) {
            for (int load = 0; load < loads.size(); load++) {
                Sample speed = speeds.get(load).get(i);
                table.row(contenders.get(i).name(), Integer.toString(loads.get(load)), "%.1f".formatted(speed.median()),
                        "%.1f to %.1f".formatted(speed.lowest(), speed.highest()),
                        "%.2f".formatted(speed.median() / speeds.getFirst().get(i).median()));
            }
        }
        table.print();
    }

    /** Returns the speed of each contender beside so many busy processes. */
    private List<Sample> under(int load, int rounds, int seconds) throws IOException {
        List<Process> others = new ArrayList<>();
        try {
            for (int i = 0; i < load; i++) {
                others.add(new ProcessBuilder(Programs.java("Busy", "work")).start());
            }
            List<List<Double>> speeds = new ArrayList<>();
            contenders.forEach(_ -> speeds.add(new ArrayList<>()));
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < contenders.size(); i++) {
                    contenders.get(i).untimed(SETTLING);
                    speeds.get(i).add(contenders.get(i).heat(seconds));
                }
            }
            return speeds.stream().map(all -> new Sample(all.stream().mapToDouble(Double::doubleValue).toArray()))
                    .toList();
        } finally {
            others.forEach(Process::destroyForcibly);
        }
    }
}
