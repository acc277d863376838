package io.shopcare.platform.testkit.architecture;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Time comes from an injected clock, so that tests can move it. Measuring by {@code nanoTime} is not telling time. */
final class Time {
    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";

    static final ArchRule FROM_A_CLOCK = noClasses().should().accessTargetWhere(readsTheTimeOfTheMachine())
            .because("time comes from an injected Clock, which a configuration provides");

    private Time() {}

    private static DescribedPredicate<JavaAccess<?>> readsTheTimeOfTheMachine() {
        return DescribedPredicate.describe("the time of the machine is read",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && (tellsTime(target) || makesAClock(target) && !isConfiguration(access.getOriginOwner())));
    }

    private static boolean tellsTime(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        var name = target.getName();
        if (owner.getPackageName().equals("java.time"))
            return name.equals("now")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class) && name.equals("<init>") && target.getRawParameterTypes().isEmpty()
                || owner.isEquivalentTo(Calendar.class) && name.equals("getInstance");
    }

    private static boolean makesAClock(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Clock.class) && target.getName().startsWith("system");
    }

    private static boolean isConfiguration(JavaClass type) {
        return type.isMetaAnnotatedWith(CONFIGURATION);
    }
}
