package dev.heed.audit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.heed.testing.HouseRules;

@AnalyzeClasses(packages = "dev.heed.audit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule THE_VERIFIER_TRUSTS_NO_WRITER = noClasses()
            .that(resideInAPackage("dev.heed.audit.verification.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.heed.audit.entry..")
            .because("a mistake of the code that writes the log must not hide itself in the check");

    @ArchTest
    static final ArchRule THE_TREE_IS_PURE = noClasses()
            .that(resideInAPackage("dev.heed.audit.tree.."))
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.heed.audit.tree..", "java..", "org.jspecify..")
            .because("it is to run in a verifier that has nothing but Java");
}
