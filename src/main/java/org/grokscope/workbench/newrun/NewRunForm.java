package org.grokscope.workbench.newrun;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.run.Preset;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.task.Operation;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.InvalidSetting;
import org.grokscope.workbench.estimate.EstimateText;
import org.grokscope.workbench.estimate.Estimator;

/** What stands in the dialog's fields, and what comes of it at once. */
public final class NewRunForm {
    private static final Set<Setting<?>> SEEDS = Set.of(Settings.SEED, Settings.DATA_SEED);

    private final Map<Setting<?>, StringProperty> fields = new LinkedHashMap<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectBinding<Plan> plan;
    private final ObjectBinding<String> suggestedName;
    private final ObjectBinding<Optional<Preset>> preset;

    private final ObjectBinding<EstimateText> estimate;

    /**
     * Fills the fields with the paper's values.
     *
     * @param estimator what tells how long runs take here; empty before that is known
     */
    public NewRunForm(ObservableValue<Optional<Estimator>> estimator) {
        Settings.offered().forEach(setting -> fields.put(setting, new SimpleStringProperty(setting.first())));
        field(Settings.GROUP).subscribe((_, typed) -> followGroup(typed == null ? "" : typed));
        StringProperty[] all = Stream.concat(fields.values().stream(), Stream.of(name)).toArray(StringProperty[]::new);
        plan = Bindings.createObjectBinding(() -> Plan.of(values(), typed(name)), all);
        estimate = Bindings.createObjectBinding(() -> estimator.getValue().filter(_ -> plan.get().ready())
                .map(it -> it.text(plan.get().runs().stream().map(PlannedRun::configuration).toList()))
                .orElse(EstimateText.NONE), plan, estimator);
        suggestedName = Bindings.createObjectBinding(this::suggestion, all);
        preset = Bindings.createObjectBinding(
                () -> Preset.all().stream().filter(it -> fields.keySet().stream().allMatch(setting -> SEEDS
                        .contains(setting) || typed(field(setting)).equals(it.first(setting)))).findFirst(),
                all);
    }

    /** A group brings its operation and its order with it; without one, the modulus is the paper's again. */
    private void followGroup(String typed) {
        GroupName group;
        try {
            group = GroupName.parse(typed.strip());
        } catch (InvalidSetting notYet) {
            return;
        }
        if (group.present()) {
            field(Settings.OPERATION).set(Operation.COMPOSE.label());
            field(Settings.P).set(Integer.toString(group.order()));
        } else if (typed(field(Settings.OPERATION)).equals(Operation.COMPOSE.label())) {
            field(Settings.OPERATION).set(Settings.OPERATION.first());
            field(Settings.P).set(Settings.P.first());
        }
    }

    /** Fills the fields with a preset's values; the seeds stay. */
    public void fill(Preset chosen) {
        fields.forEach((setting, field) -> {
            if (!SEEDS.contains(setting)) {
                field.set(chosen.first(setting));
            }
        });
    }

    /** Returns the preset whose values stand in the fields, whatever the seeds; nothing where they are of one's own. */
    public ObservableValue<Optional<Preset>> preset() {
        return preset;
    }

    /** Returns what stands in a setting's field. */
    public StringProperty field(Setting<?> setting) {
        return Objects.requireNonNull(fields.get(setting));
    }

    /** Returns what people will call the run; blank for the suggested name. */
    public StringProperty name() {
        return name;
    }

    /** Returns the runs that would be started, or what is wrong. */
    public ObservableValue<Plan> plan() {
        return plan;
    }

    /** Returns how long the runs take on this machine, and how much they write. */
    public ObservableValue<EstimateText> estimate() {
        return estimate;
    }

    /** Returns the name that a run gets when none is typed; empty while anything is wrong. */
    public ObservableValue<String> suggestedName() {
        return suggestedName;
    }

    private String suggestion() {
        Plan planned = Plan.of(values(), "");
        if (!planned.ready()) {
            return "";
        }
        String first = planned.runs().getFirst().name();
        return planned.runs().size() == 1 ? first : first + ", and " + (planned.runs().size() - 1) + " more";
    }

    private Map<Setting<?>, String> values() {
        Map<Setting<?>, String> values = new LinkedHashMap<>();
        fields.forEach((setting, text) -> values.put(setting, typed(text)));
        return values;
    }

    private static String typed(StringProperty field) {
        return field.get() == null ? "" : field.get().strip();
    }
}
