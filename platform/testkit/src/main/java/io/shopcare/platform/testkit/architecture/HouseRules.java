package io.shopcare.platform.testkit.architecture;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of the house that a machine can check. A module applies them in one line of a test:
 * {@code HouseRules.check("io.shopcare.order")}.
 */
public final class HouseRules {
    private HouseRules() {}

    /**
     * Checks the module's own classes, without its tests.
     *
     * @param root package root of the module
     * @throws AssertionError naming every breach of every rule; also when there is no class under that root, because a
     *                        rule that looks at nothing never fails
     */
    public static void check(String root) {
        var breaches = breaches(root, new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root));
        if (!breaches.isEmpty())
            throw new AssertionError(root + " breaks the rules of the house\n\n" + String.join("\n\n", breaches));
    }

    /** One report for each rule that is broken. */
    static List<String> breaches(String root, JavaClasses classes) {
        if (classes.isEmpty())
            return List.of("There is no class in " + root);
        var breaches = new ArrayList<String>();
        for (ArchRule rule : rules(root)) {
            var result = rule.allowEmptyShould(true).evaluate(classes);
            if (result.hasViolation())
                breaches.add(result.getFailureReport().toString());
        }
        return breaches;
    }

    private static List<ArchRule> rules(String root) {
        var rules = new ArrayList<>(List.of(Boundaries.noCycles(root), Boundaries.noForeignClasses(root),
                Persistence.NO_REPOSITORIES, Persistence.NO_SAVE, Time.FROM_A_CLOCK, Naming.NO_EMPTY_WORDS,
                Naming.NULL_MARKED));
        if (!root.matches("io\\.shopcare\\.(mongo|standalone)"))
            rules.add(Boundaries.NO_EMBEDDED_DATABASE);
        if (root.endsWith(".gateway"))
            rules.add(Boundaries.NO_SERVLETS);
        return rules;
    }
}
