package org.grokscope.study.slurm;

import java.io.IOException;
import java.nio.file.Path;

/** Gives orders about tasks of a plan, and prints where its lines stand then, or what was refused. */
final class OrderTasks {
    private OrderTasks() {}

    /** Takes the plan's folder, and orders, each with a line: {@code CANCEL 1 REQUEUE 2}. */
    public static void main(String[] words) throws IOException, InterruptedException {
        PlanReader plan = PlanReader.open(Path.of(words[0]));
        print(plan);
        for (int i = 1; i < words.length; i += 2) {
            try {
                plan.order(TaskOrder.valueOf(words[i]), Integer.parseInt(words[i + 1]));
                print(plan);
            } catch (IOException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private static void print(PlanReader plan) throws IOException, InterruptedException {
        for (LineStatus line : plan.read()) {
            System.out.println(line.line() + " " + line.state().label() + " " + line.task());
        }
    }
}
