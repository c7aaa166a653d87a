package dev.heed.benchmarks;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.heed.testing.HouseRules;

/** The rules of the house that hold for a program of ours; those about services, broker and rows do not. */
@AnalyzeClasses(packages = "dev.heed.benchmarks", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOMS = HouseRules.ROOMS_FORM_NO_CYCLE;

    @ArchTest
    static final ArchRule NAMES = HouseRules.NAMES_SAY_SOMETHING;

    @ArchTest
    static final ArchRule NULL_MARKED = HouseRules.PACKAGES_ARE_NULL_MARKED;
}
