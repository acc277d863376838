package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a JVM keeps when it ends, and which start uses it. */
class WhatIsKeptTest {
    @TempDir
    private Path folder;
    private JavaCommand program;

    @BeforeEach
    void aProgram() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        Files.createFile(folder.resolve("lib/program.jar"));
        program = new JavaCommand(16, List.of(), folder.resolve("lib") + "/*", "Main", List.of(), folder.resolve(
                "program.jsa"));
    }

    @Test
    void keepsItsClassesUnlessItIsTrained() {
        for (var mode : List.of(Mode.QUICK, Mode.FULL)) {
            assertThat(program.in(mode).words()).contains("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile="
                    + folder.resolve("program.jsa"));
            assertThat(program.in(mode).isPrepared()).isFalse();
        }
    }

    @Test
    void keepsWhatItLearnsInTraining() {
        assertThat(program.in(Mode.TRAINING).words()).contains("-XX:AOTCacheOutput=" + learned())
                .noneMatch(word -> word.contains("SharedArchive"));
        assertThat(program.in(Mode.TRAINING).ofAFurtherInstance().words()).noneMatch(word -> word.contains(
                "AOTCache"));
    }

    @Test
    void usesInFullModeWhatWasLearned() throws IOException {
        Files.createFile(learned());
        var full = program.in(Mode.FULL);
        assertThat(full.words()).contains("-XX:AOTCache=" + learned()).noneMatch(word -> word.contains(
                "SharedArchive"));
        assertThat(full.ofAFurtherInstance().words()).contains("-XX:AOTCache=" + learned());
        assertThat(full.wordsWith(List.of("-Dx=y"))).contains("-XX:AOTCache=" + learned(), "-Dx=y");
        assertThat(full.isPrepared()).isTrue();
        assertThat(program.in(Mode.QUICK).words()).noneMatch(word -> word.contains("AOTCache"));
    }

    @Test
    void forgetsWhatItLearnedOfAnotherJar() throws IOException {
        Files.createFile(learned());
        var jar = folder.resolve("lib/program.jar").toFile();
        assertThat(jar.setLastModified(learned().toFile().lastModified() + TimeUnit.MINUTES.toMillis(1))).isTrue();
        assertThat(program.in(Mode.FULL).words()).noneMatch(word -> word.contains("AOTCache"));
        assertThat(program.in(Mode.FULL).isPrepared()).isFalse();
    }

    private Path learned() {
        return folder.resolve("program.aot");
    }
}
