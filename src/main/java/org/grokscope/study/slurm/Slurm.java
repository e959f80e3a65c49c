package org.grokscope.study.slurm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.file.FileProblem;
import org.grokscope.study.plan.Plan;
import org.grokscope.text.ShellWord;

/**
 * Hands plans to Slurm.
 *
 * @param node where its commands are
 * @param program how Grokscope is called on the cluster's nodes
 * @param resources for each task
 */
public record Slurm(LoginNode node, String program, Resources resources) {
    /** Slurm's own default. */
    private static final int USUAL_MOST = 1001;
    private static final Pattern MOST = Pattern.compile("MaxArraySize\\s*=\\s*(\\d+)");
    private static final Pattern JOB = Pattern.compile("\\d+");

    /**
     * An array that Slurm took.
     *
     * @param id of the job
     */
    public record Job(String id, JobArray array) {}

    /**
     * Asks how many tasks an array may have.
     *
     * @throws FileProblem when Slurm is not there, or does not answer
     */
    public int mostTasks() throws IOException, InterruptedException {
        LoginNode.Answer answer = asked(List.of("scontrol", "show", "config"));
        Matcher most = MOST.matcher(answer.out());
        return most.find() ? Math.max(1, Integer.parseInt(most.group(1))) : USUAL_MOST;
    }

    /**
     * Makes sure that the cluster's Grokscope is this one: another may train other bits, or not know the plan.
     *
     * @param version of this program
     * @throws FileProblem when it is not, or there is none
     */
    public void checkVersion(String version) throws IOException, InterruptedException {
        LoginNode.Answer answer = node.run(List.of(program, "--version"));
        String first = answer.out().lines().findFirst().orElse("").strip();
        if (answer.exitCode() != 0 || !first.startsWith("grokscope ")) {
            throw new FileProblem("'" + program + " --version' does not answer as Grokscope does"
                    + (answer.problem().isEmpty() ? "." : " (" + answer.problem() + ")."));
        }
        if (!first.equals("grokscope " + version)) {
            throw new FileProblem("The cluster has " + first + ", and this is grokscope " + version
                    + "; install the same version there.");
        }
    }

    /**
     * Returns the command that submits an array.
     *
     * @param folder of the plan, on the cluster
     * @param before the jobs that must have ended; each as its id
     */
    public List<String> command(String folder, JobArray array, List<String> before) {
        List<String> command = new ArrayList<>(List.of("sbatch", "--parsable", "--chdir=" + folder,
                "--array=" + array.range(resources.atOnce())));
        command.addAll(resources.options());
        if (!before.isEmpty()) {
            command.add("--dependency=afterany:" + String.join(":", before));
        }
        command.add("--export=ALL,GROKSCOPE=" + program);
        command.add(folder + "/" + BatchScript.NAME);
        command.addAll(List.of(Integer.toString(array.first()), Integer.toString(array.last()),
                Integer.toString(resources.runsPerTask())));
        return command;
    }

    /** Returns the words that a person would type for a command, which may go through ssh. */
    public String typed(List<String> command) {
        return String.join(" ", node.words(command).stream().map(ShellWord::of).toList());
    }

    /** Returns a plan's arrays, of at most so many tasks. */
    public List<JobArray> arrays(Plan plan, int mostTasks) {
        return JobArray.of(plan, resources.runsPerTask(), mostTasks);
    }

    /**
     * Submits a plan: its runs from scratch, and its forks so that they wait for those.
     *
     * @param folder of the plan, on the cluster
     * @param told hears of each array as soon as Slurm has taken it
     * @throws FileProblem when Slurm refuses one; those before stay submitted, and were told
     */
    public void submit(String folder, List<JobArray> arrays, Consumer<Job> told)
            throws IOException, InterruptedException {
        List<String> fromScratch = new ArrayList<>();
        for (JobArray array : arrays) {
            LoginNode.Answer answer = asked(command(folder, array, array.forks() ? fromScratch : List.of()));
            // With several clusters sbatch says "id;cluster".
            String id = answer.out().strip().split(";", -1)[0];
            if (!JOB.matcher(id).matches()) {
                throw new FileProblem("sbatch did not say the job's number, but '" + answer.out().strip() + "'.");
            }
            if (!array.forks()) {
                fromScratch.add(id);
            }
            told.accept(new Job(id, array));
        }
    }

    private LoginNode.Answer asked(List<String> command) throws IOException, InterruptedException {
        LoginNode.Answer answer = node.run(command);
        if (answer.exitCode() != 0) {
            String name = command.getFirst();
            throw new FileProblem(answer.problem().isEmpty()
                    ? name + " ended with exit code " + answer.exitCode() + "."
                    : name + " refused: " + answer.problem());
        }
        return answer;
    }
}
