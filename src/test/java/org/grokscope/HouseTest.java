package org.grokscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of the house: who may use whom. */
@SharesNothing
class HouseTest {
    static final List<String> ORDER = List.of("text", "file", "task", "measure", "settings", "tensor", "weights",
            "foreign", "run",
            "model", "training", "importing", "analysis", "figure", "study", "workbench", "cli");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.grokscope");

    @Test
    void runsOnTheJavaItWasBuiltFor() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }

    @Test
    void eachPackageUsesOnlyThoseAboveIt() {
        LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.grokscope..");
        for (String layer : ORDER) {
            house = house.layer(layer).definedBy("org.grokscope." + layer + "..");
        }
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> below = ORDER.subList(i + 1, ORDER.size());
            house = below.isEmpty()
                    ? house.whereLayer(ORDER.get(i)).mayNotBeAccessedByAnyLayer()
                    : house.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(below.toArray(String[]::new));
        }
        house.check(CLASSES);
    }

    @Test
    void noPackagesFormACircle() {
        slices().matching("org.grokscope.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Plain Java, and distributions, whose quantiles nobody should write anew. */
    @Test
    void taskAndMeasureArePlainJava() {
        classes().that().resideInAnyPackage("org.grokscope.task..", "org.grokscope.measure..").should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.apache.commons.statistics.distribution..",
                        "org.grokscope.text..", "org.grokscope.task..", "org.grokscope.measure..")
                .check(CLASSES);
    }

    @Test
    void onlyModelAndTrainingSeeTheTensorLibrary() {
        noClasses().that().resideOutsideOfPackages("org.grokscope.model..", "org.grokscope.training..").should()
                .dependOnClassesThat().resideInAPackage("ai.djl..").check(CLASSES);
    }

    @Test
    void onlyTheWorkbenchSeesJavaFx() {
        noClasses().that().resideOutsideOfPackage("org.grokscope.workbench..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.jfree.chart.fx..", "org.jfree.fx..", "org.controlsfx..",
                        "atlantafx..")
                .check(CLASSES);
    }

    /** The toolkit copies a font that is no file into the temporary folder, where it stays when the window is killed. */
    @Test
    void fontsAreLoadedInOnePlace() {
        noClasses().that().doNotHaveSimpleName("Theme").should().callMethodWhere(
                JavaCall.Predicates.target(HasName.Predicates.name("loadFont"))).check(CLASSES);
    }

    /** Whoever lists a pipe waits for its other end, so one place looks first. */
    @Test
    void foldersAreListedInOnePlace() {
        noClasses().that().doNotHaveSimpleName("FolderTree").should().callMethod(Files.class, "list", Path.class)
                .orShould().callMethod(Files.class, "newDirectoryStream", Path.class).check(CLASSES);
    }

    @Test
    void onlyTheCommandLineSeesPicocliAndTheTerminal() {
        noClasses().that().resideOutsideOfPackage("org.grokscope.cli..").should().dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.jline..").check(CLASSES);
    }

    @Test
    void nobodyPrintsBehindTheCommandLinesBack() {
        noClasses().that().resideOutsideOfPackage("org.grokscope.cli..").should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").check(CLASSES);
    }

    /**
     * {@code NDManager.create} reads a direct buffer from its beginning, wherever its position is, and {@code split} may give
     * fewer parts than it was asked for.
     */
    @Test
    void nobodyReliesOnABuffersPositionOrOnSplitsParts() {
        noClasses().should().callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(
                JavaClass.Predicates.assignableTo(NDManager.class))).and(JavaCall.Predicates.target(
                        HasName.Predicates.name("create")))
                .and(JavaCall.Predicates.target(
                        HasParameterTypes.Predicates.rawParameterTypes(takesABuffer()))))
                .orShould().callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(
                        JavaClass.Predicates.assignableTo(NDArray.class))).and(JavaCall.Predicates.target(
                                HasName.Predicates.name("split"))))
                .check(CLASSES);
    }

    private static DescribedPredicate<List<JavaClass>> takesABuffer() {
        return DescribedPredicate.describe("take a buffer",
                types -> types.stream().anyMatch(it -> it.isAssignableTo(Buffer.class)));
    }
}
