package io.shopcare.platform.testkit.architecture;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Time comes from an injected clock, so that tests can move it. Measuring by {@code nanoTime} is not telling time. */
final class Time {
    static final ArchRule FROM_A_CLOCK = noClasses().that().haveSimpleNameNotEndingWith("Configuration").should()
            .accessTargetWhere(looksAtTheWall())
            .because("time comes from an injected Clock, which a configuration provides");

    private Time() {}

    private static DescribedPredicate<JavaAccess<?>> looksAtTheWall() {
        return DescribedPredicate.describe("the time of the machine is read",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && isTheWall(target));
    }

    private static boolean isTheWall(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        var name = target.getName();
        if (owner.getPackageName().equals("java.time"))
            return name.equals("now") && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(
                    Clock.class)) || owner.isEquivalentTo(Clock.class) && (name.startsWith("system")
                            || name.startsWith("tick"));
        if (owner.isEquivalentTo(System.class))
            return name.equals("currentTimeMillis");
        return (owner.isEquivalentTo(Date.class) && name.equals("<init>") && target.getRawParameterTypes().isEmpty())
                || (owner.isEquivalentTo(Calendar.class) && name.equals("getInstance"));
    }
}
