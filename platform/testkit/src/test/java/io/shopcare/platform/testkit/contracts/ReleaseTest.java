package io.shopcare.platform.testkit.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract as it is now against its last release in {@code contracts/releases}. A release is made, with the version
 * that {@code x-version} in {@code common.schema.json} names, by {@code mvn -pl platform/testkit -am test
 * -Dtest=ReleaseTest -Dsurefire.failIfNoSpecifiedTests=false -Dcontracts.release}.
 */
class ReleaseTest {
    private static final Path RELEASES = ContractModule.folder().resolve("releases");

    @Test
    void nothingIsBrokenSinceTheLastRelease() throws IOException {
        if (System.getProperty("contracts.release") != null)
            release();
        var last = releases().getLast();
        assertThat(BreakingChanges.between(ContractFiles.in(last), Contracts.files()))
                .as("breaking changes since release %s; add a .v2 beside instead", last.getFileName()).isEmpty();
    }

    private static List<Path> releases() throws IOException {
        try (var folders = Files.list(RELEASES)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(folder -> Runtime.Version.parse(folder.getFileName().toString())))
                    .toList();
        }
    }

    private static void release() throws IOException {
        var version = Contracts.files().json(ContractFiles.COMMON).path("x-version").asText();
        var folder = RELEASES.resolve(version);
        assertThat(folder).as("release %s, which is made once", version).doesNotExist();
        for (var file : Contracts.files().matching(BreakingChanges::isJudged).entrySet()) {
            var copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
    }
}
