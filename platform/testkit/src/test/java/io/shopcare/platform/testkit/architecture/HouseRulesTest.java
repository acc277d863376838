package io.shopcare.platform.testkit.architecture;

import java.util.List;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each rule has a violator, and each violator breaks that rule and no other. */
class HouseRulesTest {
    private static final String HERE = "io.shopcare.platform.testkit.architecture.";

    @ParameterizedTest
    @CsvSource({"cycle, Cycle detected", "foreign, belong to another module", "embedded, io.shopcare.mongo",
            "repository, Parcels", "save, MongoTemplate.save", "unmarked, is not @NullMarked",
            "gateway, jakarta.servlet"})
    void refusesTheViolatorOfARule(String violator, String evidence) {
        assertThat(breachesIn("violators." + violator)).singleElement().asString().contains(evidence);
    }

    @Test
    void refusesEveryWayToReadTheTimeOfTheMachine() {
        assertThat(breachesIn("violators.clock")).singleElement().asString().contains("Impatience.now()",
                "Impatience.later()", "Impatience.today()", "Impatience.millis()", "Impatience.date()",
                "Impatience.clock()");
    }

    @Test
    void refusesEveryNameWithoutMeaning() {
        assertThat(breachesIn("violators.names")).singleElement().asString().contains("OrderManager", "PriceHelper",
                "DateUtils", "RefundServiceImpl", "BaseCase", "AbstractAnswer");
    }

    @Test
    void leavesAWellBehavedModuleInPeace() {
        assertThat(breachesIn("wellbehaved")).isEmpty();
    }

    @Test
    void standaloneMayUseTheEmbeddedDatabaseAndEveryModuleItself() {
        var mongo = new ClassFileImporter().importPackages(HERE + "violators.embedded", "io.shopcare.mongo.violated");
        assertThat(HouseRules.breaches("io.shopcare.mongo", mongo)).isEmpty();
    }

    @Test
    void failsWhenItLooksAtNothing() {
        assertThatThrownBy(() -> HouseRules.check("io.shopcare.misspelt")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no class in io.shopcare.misspelt");
    }

    @Test
    void saysWhichModuleBrokeWhat() {
        assertThatThrownBy(() -> HouseRules.check("org.springframework.data.mongodb.repository.support"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("org.springframework.data.mongodb.repository.support breaks the rules");
    }

    @Test
    void theTestkitKeepsThemToo() {
        HouseRules.check("io.shopcare.platform.testkit");
    }

    private static List<String> breachesIn(String name) {
        return HouseRules.breaches(HERE + name, new ClassFileImporter().importPackages(HERE + name));
    }
}
