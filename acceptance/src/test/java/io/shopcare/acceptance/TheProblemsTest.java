package io.shopcare.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.contracts.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue of problems and reasons against the code of all programs: no problem or reason unlisted, no problem that nobody uses. */
@DisplayName("G5 problems and reasons")
class TheProblemsTest {
    private static final Path ROOT = Path.of(System.getProperty("shopcare.root", ".."));
    private static final Pattern PROBLEM = Pattern.compile(
            "(?:new ProblemException\\(|problems\\.(?:write|problem)\\(\\w+, )\\s*\"([a-z][a-z-]*[a-z])\"");
    private static final Pattern REASON = Pattern.compile(
            "(?:Rejection\\.(?:notNow|rule|forbidden)\\(|new InvalidFieldException\\([^,;]+,|new FieldProblem\\([^,;]+,)\\s*\"([a-z][a-z-]*[a-z])\"");

    private static String code = "";

    @BeforeAll
    static void readTheCode() throws IOException {
        try (var files = Files.walk(ROOT)) {
            code = files.filter(file -> file.toString().contains("src/main") && !file.toString().contains("/target/"))
                    .filter(file -> file.toString().matches(".*\\.(java|ya?ml|json)"))
                    .filter(file -> !file.toString().contains("contracts/src/main") || isUsed(file))
                    .map(TheProblemsTest::read).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void everyProblemInTheCodeIsListed() {
        assertThat(Contracts.problems().keySet()).containsAll(found(PROBLEM));
    }

    @Test
    void everyReasonInTheCodeIsListed() {
        assertThat(reasons()).containsAll(found(REASON));
    }

    @Test
    void everyListedProblemIsUsed() {
        assertThat(unused(Contracts.problems().keySet())).isEmpty();
    }

    private static Set<String> reasons() {
        return Contracts.reasons().values().stream().flatMap(section -> section.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) {
        return pattern.matcher(code).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codes that stand nowhere, neither as text nor as the constant whose name in lower case is the code. */
    private static List<String> unused(Set<String> listed) {
        return listed.stream().filter(name -> !code.contains("\"" + name + "\"")
                && !Pattern.compile("\\b" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "\\b")
                        .matcher(code).find())
                .toList();
    }

    /** Samples of events use reasons too; the catalogue itself does not count. */
    private static boolean isUsed(Path file) {
        return file.toString().contains("/events/");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
