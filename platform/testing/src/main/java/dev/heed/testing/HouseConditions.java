package dev.heed.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the rules ask of a class, where ArchUnit has no word for it. */
final class HouseConditions {
    /** A whole word of a camel-case name: {@code Base} in {@code BaseTicket}, not in {@code Database}. */
    private static final Pattern EMPTY_WORD =
            Pattern.compile("(^|[a-z0-9])(Manager|Helper|Utils?|Impl|Dto|DTO|Base|Common)([A-Z0-9]|$)");

    private static final Set<String> EMPTY_PACKAGES =
            Set.of("common", "util", "utils", "helper", "helpers", "impl", "dto", "base", "manager", "misc");

    private HouseConditions() {}

    static ArchCondition<JavaClass> bearATellingName() {
        return condition("bear a telling name", type -> {
            String last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            return !EMPTY_WORD.matcher(type.getSimpleName()).find() && !EMPTY_PACKAGES.contains(last);
        });
    }

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition(
                "reside in a @NullMarked package",
                type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"));
    }

    static ArchCondition<JavaClass> beKnownOnlyInTheirPackage() {
        return new ArchCondition<>("be known only in their package") {
            @Override
            public void check(JavaClass row, ConditionEvents events) {
                row.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(row.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> askNobodyForTheTime() {
        return new ArchCondition<>("ask nobody for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(HouseConditions::readsTheWallClock)
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> beRegisteredForReflectionWithAllTheyAreMadeOf() {
        return new ArchCondition<>("be registered for reflection, with all that they are made of") {
            @Override
            public void check(JavaClass data, ConditionEvents events) {
                madeOf(data, new HashSet<>()).stream()
                        .filter(part -> !isRegistered(part))
                        .forEach(part -> events.add(SimpleConditionEvent.violated(
                                part,
                                part.getName() + ", of which " + data.getName() + " is made, is not registered")));
            }
        };
    }

    private static Set<JavaClass> madeOf(JavaClass type, Set<JavaClass> seen) {
        if (type.getPackageName().startsWith("dev.heed") && seen.add(type)) {
            type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                    .map(JavaClass::getBaseComponentType)
                    .forEach(part -> madeOf(part, seen));
        }
        return seen;
    }

    /** Quarkus registers nested types with the one that they stand in. */
    private static boolean isRegistered(JavaClass type) {
        return type.isAnnotatedWith("io.quarkus.runtime.annotations.RegisterForReflection")
                || type.getEnclosingClass().map(HouseConditions::isRegistered).orElse(false);
    }

    private static boolean readsTheWallClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return (owner.startsWith("java.time.")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty())
                || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not " + description));
                }
            }
        };
    }
}
