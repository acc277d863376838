package io.shopcare.platform.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may know whom. */
final class Boundaries {
    private static final String HOUSE = "io.shopcare";
    private static final String PLATFORM = HOUSE + ".platform";
    private static final String EMBEDDED_DATABASE = HOUSE + ".mongo";

    static final ArchRule NO_EMBEDDED_DATABASE = noClasses().that()
            .resideOutsideOfPackage(PLATFORM + ".testkit.services..").should().dependOnClassesThat()
            .resideInAPackage(EMBEDDED_DATABASE + "..")
            .because("production is MongoDB; only tests and standalone use the embedded database");

    static final ArchRule NO_SERVLETS = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..")
            .because("the gateway is reactive; Spring MVC beside it switches it off");

    private Boundaries() {}

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles()
                .because("a feature that needs another one back is one feature with it, or is cut wrongly");
    }

    static ArchRule noForeignClasses(String root) {
        return noClasses().should().dependOnClassesThat(belongToAnotherModuleThan(root))
                .because("no Java class crosses a service; the language between them is in contracts");
    }

    private static DescribedPredicate<JavaClass> belongToAnotherModuleThan(String root) {
        return DescribedPredicate.describe("belong to another module than " + root,
                other -> in(HOUSE, other) && !in(root, other) && !in(PLATFORM, other) && !in(EMBEDDED_DATABASE, other));
    }

    private static boolean in(String root, JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }
}
