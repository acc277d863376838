package io.shopcare.platform.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** Names that say something, packages that say what may be null. */
final class Naming {
    /** Words at the end, or Base and Abstract at the beginning, that say nothing about what a class is for. */
    private static final String EMPTY_WORDS = "(.*(Impl|Manager|Helpers?|Utils?|Base)|(Base|Abstract)[A-Z].*)";

    static final ArchRule NO_EMPTY_WORDS = classes().should(haveANameWithMeaning())
            .because("names are the trade's");

    static final ArchRule NULL_MARKED = classes().should(liveInANullMarkedPackage())
            .because("a package says what may be null in its package-info.java");

    private Naming() {}

    private static ArchCondition<JavaClass> haveANameWithMeaning() {
        return new ArchCondition<>("not be called Impl, Manager, Helper, Util, Base or Abstract") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getSimpleName().matches(EMPTY_WORDS))
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " says nothing"));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class))
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked ("
                            + type.getName() + ")"));
            }
        };
    }
}
