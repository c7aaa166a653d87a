package dev.heed.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** What the house calls a bean, a row, the edge of HTTP, and a pure type. */
final class HouseWords {
    private static final List<String> SCOPES = List.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.Dependent",
            "jakarta.inject.Singleton",
            "jakarta.ws.rs.Path",
            "jakarta.ws.rs.ext.Provider",
            "org.eclipse.microprofile.health.Liveness",
            "org.eclipse.microprofile.health.Readiness",
            "io.quarkus.runtime.annotations.QuarkusMain");

    private static final List<String> HTTP_NAMES = List.of("Resource", "Filter", "Mapper", "Problem", "Problems");

    static final DescribedPredicate<JavaClass> BEAN = DescribedPredicate.describe(
            "beans", type -> SCOPES.stream().anyMatch(scope -> outermost(type).isAnnotatedWith(scope)));

    static final DescribedPredicate<JavaClass> ROW = DescribedPredicate.describe(
            "rows",
            type -> type.isAnnotatedWith("jakarta.persistence.Entity")
                    || outermost(type).getSimpleName().endsWith("Row"));

    static final DescribedPredicate<JavaClass> HTTP_EDGE = DescribedPredicate.describe(
            "the edge of HTTP",
            type -> HTTP_NAMES.stream().anyMatch(outermost(type).getSimpleName()::endsWith));

    /** Neither bean nor row nor edge; an interface that is not sealed may be a door to I/O and is left alone. */
    static final DescribedPredicate<JavaClass> PURE = DescribedPredicate.describe(
            "pure types",
            type -> !BEAN.test(type)
                    && !ROW.test(type)
                    && !HTTP_EDGE.test(type)
                    && !outermost(type).isInterface()
                    && !type.getSimpleName().equals("package-info")
                    && !type.getModifiers().contains(JavaModifier.SYNTHETIC));

    /** What an event carries, as it crosses the wire: named after the event and its version. */
    static final DescribedPredicate<JavaClass> EVENT_DATA = DescribedPredicate.describe(
            "data of events", type -> type.isRecord() && type.getSimpleName().matches(".*V[0-9]+"));

    private HouseWords() {}

    static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
