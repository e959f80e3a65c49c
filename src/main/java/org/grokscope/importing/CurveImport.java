package org.grokscope.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.grokscope.file.FileProblem;
import org.grokscope.foreign.Curves;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.Environment;
import org.grokscope.run.Imported;
import org.grokscope.run.ImportedRun;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;

/**
 * Curves that another program logged, about to become a run: everything is known and checked, and nothing is made yet.
 *
 * @param configuration of the run, as far as a person named it
 * @param columns which columns mean what
 * @param evaluations what they come to, ascending in step
 * @param percent the measures whose columns are in per cent
 * @param imported what run.json will say of its source
 * @param remarks what was left out, a sentence each
 */
public record CurveImport(RunConfiguration configuration, CurveColumns columns, List<Evaluation> evaluations,
        List<Measure> percent, Imported imported, List<String> remarks) {
    public CurveImport {
        evaluations = List.copyOf(evaluations);
        percent = List.copyOf(percent);
        remarks = List.copyOf(remarks);
    }

    /**
     * Puts together what a file holds and what a person says.
     *
     * @param said the columns a person names, by {@code step} and by the measures' keys
     * @param typed the settings a person names
     * @param called what a sentence calls a setting, for example {@code --p}
     * @param stepsPerEpoch what the column of steps is multiplied by
     * @throws FileProblem when the file cannot be read or holds no steps
     * @throws org.grokscope.text.InvalidSetting when it is not known which columns mean what, or what the run learns
     */
    public static CurveImport plan(Path file, Map<String, String> said, Map<Setting<?>, String> typed,
            Function<Setting<?>, String> called, int stepsPerEpoch) throws IOException {
        return plan(Curves.read(file), String.valueOf(file.getFileName()), said, typed, called, stepsPerEpoch);
    }

    /**
     * The same of curves that are read.
     *
     * @param file the name of their file
     */
    public static CurveImport plan(Curves curves, String file, Map<String, String> said, Map<Setting<?>, String> typed,
            Function<Setting<?>, String> called, int stepsPerEpoch) throws FileProblem {
        CurveColumns columns = CurveColumns.guess(curves, said);
        CurveRows rows = new CurveRows(file, curves, columns, stepsPerEpoch);
        TreeMap<Integer, Map<Measure, Double>> steps = rows.steps();
        if (steps.isEmpty()) {
            throw new FileProblem(file + " has no row with a step and a number beside it.");
        }
        List<Measure> percent = rows.percent();
        List<String> remarks = new ArrayList<>(curves.remarks());
        remarks.addAll(rows.remarks());
        List<Evaluation> evaluations = new ArrayList<>();
        steps.forEach((step, values) -> {
            Evaluation.Builder evaluation = Evaluation.at(step);
            values.forEach(
                    (measure, value) -> evaluation.set(measure, percent.contains(measure) ? value / 100 : value));
            evaluations.add(evaluation.build());
        });
        ImportedSettings settings = ImportedSettings.ofCurves(List.copyOf(steps.keySet()), typed, called);
        return new CurveImport(settings.configuration(), columns, evaluations, percent,
                new Imported(Imported.CURVES, List.of(file), settings.assumed()),
                remarks);
    }

    /**
     * Makes the run.
     *
     * @param name what people will call it
     * @param environment of this program
     * @throws IOException when the run cannot be written
     */
    public RunDirectory make(Path runsFolder, String name, Environment environment) throws IOException {
        return new ImportedRun(new RunHead("", name, Instant.EPOCH, configuration, null, environment, imported),
                evaluations).make(runsFolder, _ -> {});
    }
}
