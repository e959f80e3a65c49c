import java.io.BufferedReader;
import java.io.InputStreamReader;

/**
 * What a contender did when it was its turn.
 *
 * @param steps taken
 * @param seconds that they took
 */
record Heat(long steps, double seconds) {
    /** Runs one heat. */
    interface Run {
        Heat of(double seconds) throws Exception;
    }

    double stepsPerSecond() {
        return steps / seconds;
    }

    /**
     * Plays the contender: says that it is ready, and answers each line of standard input, a number of seconds, with the
     * steps taken and the seconds they took. Returns when there are no more.
     */
    static void answer(Run run) throws Exception {
        System.out.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Heat heat = run.of(Double.parseDouble(line));
            System.out.println(heat.steps() + " " + heat.seconds());
        }
    }

    /** Takes steps for so many seconds. */
    static Heat of(double seconds, Runnable step) {
        long begin = System.nanoTime();
        long steps = 0;
        double taken = 0;
        while (taken < seconds) {
            step.run();
            steps++;
            taken = (System.nanoTime() - begin) / 1e9;
        }
        return new Heat(steps, taken);
    }
}
