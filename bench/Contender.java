import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A process that runs heats when it is told to, and what it did in each. It stands still while others run. */
final class Contender implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final List<Heat> heats = new ArrayList<>();

    private Contender(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader();
        this.questions = new PrintWriter(process.outputWriter(), true);
    }

    /**
     * Starts a contender and waits until it is warm.
     *
     * @throws IOException when it ends before that
     */
    static Contender start(String name, List<String> command) throws IOException {
        System.err.println("starting " + name);
        Contender contender = new Contender(name,
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        if (!"ready".equals(contender.answers.readLine())) {
            contender.close();
            throw new IOException(name + " could not be started");
        }
        return contender;
    }

    /** Lets it run; returns its steps a second. */
    double heat(double seconds) throws IOException {
        heats.add(untimed(seconds));
        System.err.printf("%-44s %6.1f steps/s%n", name, heats.getLast().stepsPerSecond());
        return heats.getLast().stepsPerSecond();
    }

    /** Lets it run without counting what it did. */
    Heat untimed(double seconds) throws IOException {
        questions.println(seconds);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(name + " broke off");
        }
        String[] numbers = answer.split(" ");
        return new Heat(Long.parseLong(numbers[0]), Double.parseDouble(numbers[1]));
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    /** Returns the steps a second of each heat. */
    Sample speeds() {
        return new Sample(heats.stream().mapToDouble(Heat::stepsPerSecond).toArray());
    }

    @Override
    public void close() {
        questions.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
