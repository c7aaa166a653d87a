package dev.heed.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.heed.testing.HouseWords.EVENT_DATA;
import static dev.heed.testing.HouseWords.HTTP_EDGE;
import static dev.heed.testing.HouseWords.PURE;
import static dev.heed.testing.HouseWords.ROW;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of the house that a machine can judge.
 *
 * <p>A module takes them over with one line: {@code @ArchTest static final ArchTests house =
 * ArchTests.in(HouseRules.class)}. Each rule has a bad fixture in this module's tests, since a rule whose target is
 * empty passes in silence.
 */
public final class HouseRules {

    /** Only resources, and what maps refusals and filters for them, know HTTP. */
    @ArchTest
    public static final ArchRule HTTP_STAYS_AT_THE_EDGE = noClasses()
            .that(not(HTTP_EDGE))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .allowEmptyShould(true)
            .because("a use case that knows HTTP cannot be used by a listener, nor tested without a server");

    /** Only the outbox relay and the inlets touch the broker. */
    @ArchTest
    public static final ArchRule ONLY_MESSAGING_TOUCHES_THE_BROKER = noClasses()
            .that(not(resideInAPackage("dev.heed.messaging..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.rabbitmq..",
                    "io.vertx.rabbitmq..",
                    "io.vertx.mutiny.rabbitmq..",
                    "io.smallrye.reactive.messaging..",
                    "org.eclipse.microprofile.reactive.messaging..")
            .allowEmptyShould(true)
            .because("an event that is sent beside its transaction is sent twice or never");

    /** Only beans do I/O: a type without a scope that is no row is domain, and pure. */
    @ArchTest
    public static final ArchRule DOMAIN_IS_FREE_OF_IO = noClasses()
            .that(PURE)
            .and(not(resideInAPackage("dev.heed.messaging..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.sqlclient..",
                    "io.vertx.mutiny.sqlclient..",
                    "io.vertx.pgclient..",
                    "io.vertx.mutiny.pgclient..",
                    "io.quarkus.hibernate..",
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "java.sql..")
            .allowEmptyShould(true)
            .because("decisions are tested without a database, in milliseconds");

    /** A pure type is told the time. */
    @ArchTest
    public static final ArchRule DOMAIN_IS_HANDED_THE_CLOCK = classes()
            .that(PURE)
            .should(HouseConditions.askNobodyForTheTime())
            .allowEmptyShould(true)
            .because("what depends on the time must be tested at any time");

    /** Rows never leave their package. */
    @ArchTest
    public static final ArchRule ROWS_STAY_AT_HOME = classes()
            .that(ROW)
            .should(HouseConditions.beKnownOnlyInTheirPackage())
            .allowEmptyShould(true)
            .because("a table is the affair of one room");

    /** What is mapped to a table says so in its name. */
    @ArchTest
    public static final ArchRule ENTITIES_ARE_CALLED_ROWS = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .haveSimpleNameEndingWith("Row")
            .allowEmptyShould(true)
            .because("domain, API and table are three things");

    /** Rooms depend on one another in one direction only. */
    @ArchTest
    public static final ArchRule ROOMS_FORM_NO_CYCLE = slices().matching("dev.heed.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("two rooms that need each other are one room");

    /** Names say something. */
    @ArchTest
    public static final ArchRule NAMES_SAY_SOMETHING = classes()
            .should(HouseConditions.bearATellingName())
            .allowEmptyShould(true)
            .because("a name that fits everything explains nothing");

    /** Every package is null-marked and says what it owns. */
    @ArchTest
    public static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(HouseConditions.resideInANullMarkedPackage())
            .allowEmptyShould(true)
            .because("null is checked only where it is declared");

    /** Beans get what they need through their constructor. */
    @ArchTest
    public static final ArchRule NO_FIELD_IS_INJECTED = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .allowEmptyShould(true)
            .because("a constructor shows what a class needs, and @ConfigMapping what can be configured");

    /** What an event is made of is registered for reflection, whole. */
    @ArchTest
    public static final ArchRule EVENTS_CAN_BE_READ_IN_A_NATIVE_EXECUTABLE = classes()
            .that(EVENT_DATA)
            .should(HouseConditions.beRegisteredForReflectionWithAllTheyAreMadeOf())
            .allowEmptyShould(true)
            .because("Jackson finds what it maps by reflection, and only running the executable would tell");

    private HouseRules() {}
}
