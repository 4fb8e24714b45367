package org.mixfield;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.mixfield.cli.Main;

/** The arrows between the modules, and where each library may be used. */
@AnalyzeClasses(packages = "org.mixfield", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "org.mixfield.core..";
    private static final String POTENTIALS = "org.mixfield.potentials..";
    private static final String HARTREE = "org.mixfield.hartree..";
    private static final String FOCK = "org.mixfield.fock..";
    private static final String TESTKIT = "org.mixfield.testkit..";
    private static final String PIPELINE = "org.mixfield.pipeline..";
    private static final String CLI = "org.mixfield.cli..";

    @ArchTest
    static final ArchRule coreDependsOnNoOtherModule = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POTENTIALS, HARTREE, FOCK, TESTKIT, PIPELINE, CLI);

    @ArchTest
    static final ArchRule potentialsDependOnCoreAlone = noClasses()
            .that()
            .resideInAPackage(POTENTIALS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HARTREE, FOCK, TESTKIT, PIPELINE, CLI);

    @ArchTest
    static final ArchRule theHartreeSolversDependOnCoreAlone = noClasses()
            .that()
            .resideInAPackage(HARTREE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POTENTIALS, FOCK, TESTKIT, PIPELINE, CLI);

    @ArchTest
    static final ArchRule theFockSolversDependOnCoreAlone = noClasses()
            .that()
            .resideInAPackage(FOCK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POTENTIALS, HARTREE, TESTKIT, PIPELINE, CLI);

    @ArchTest
    static final ArchRule theTestkitDependsOnCoreAlone = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POTENTIALS, HARTREE, FOCK, PIPELINE, CLI)
            .allowEmptyShould(true);

    /** It finds potentials and solvers as a third party's are found: by their service files. */
    @ArchTest
    static final ArchRule thePipelineNamesNoProviderOfAnotherModuleAndNoCommand = noClasses()
            .that()
            .resideInAPackage(PIPELINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POTENTIALS, HARTREE, FOCK, TESTKIT, CLI);

    @ArchTest
    static final ArchRule theCommandsKnowThePipelineAndCore = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POTENTIALS, HARTREE, FOCK, TESTKIT);

    @ArchTest
    static final ArchRule guiceAndYamlLiveInThePipeline = noClasses()
            .that()
            .resideOutsideOfPackage(PIPELINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.google.inject..", "jakarta.inject..", "org.yaml..", "com.fasterxml..", "io.jhdf..");

    @ArchTest
    static final ArchRule picocliAndProgressBarsLiveInTheCommands = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule xchartDrawsInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.mixfield.pipeline.plot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.knowm.xchart..");

    @ArchTest
    static final ArchRule jTransformsStandsBehindOneAdapter = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.mixfield.core.spectral.JTransformsLine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jtransforms..", "pl.edu.icm..");

    @ArchTest
    static final ArchRule nothingDependsOnExtensions = noClasses()
            .that()
            .resideOutsideOfPackage("org.mixfield.fftw..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mixfield.fftw..");

    @ArchTest
    static final ArchRule exp4jStandsBehindTwoAdapters = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.mixfield.potentials.Exp4jExpression")
            .and()
            .doNotHaveFullyQualifiedName("org.mixfield.potentials.Exp4jField")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.objecthunter..");

    @ArchTest
    static final ArchRule ejmlIsUsedWhereLinearAlgebraIsDone = noClasses()
            .that()
            .resideOutsideOfPackage(FOCK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ejml..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.mixfield.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule librariesPrintNothing =
            noClasses().that().resideOutsideOfPackage(CLI).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyTheProgramEndsTheVirtualMachine =
            noClasses().that().doNotBelongToAnyOf(Main.class).should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule utilitiesManagersAndHelpersHaveABetterName = classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Impl|Manager|Helper|Common)")
            .andShould()
            .resideOutsideOfPackages("..util..", "..impl..", "..common..");
}
