package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * A Spring Boot program as Maven packed it. It runs from an extracted copy: an archive of classes needs plain jars, and a new
 * build must not change the files under a program that runs.
 */
record BootJar(Path packed) {
    /** One folder per content: what was rebuilt without a change keeps its copy and its archive. */
    Path folder() {
        return packed.resolveSibling("quick").resolve(content());
    }

    private String content() {
        var sum = new CRC32();
        try (var jar = new JarFile(packed.toFile())) {
            jar.stream().forEach(entry -> sum.update((entry.getName() + entry.getCrc()).getBytes(
                    StandardCharsets.UTF_8)));
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            return "none"; // not built: the pre-flight says so
        }
    }

    Path extracted() {
        return folder().resolve("app").resolve(packed.getFileName());
    }

    String mainClass() {
        try (var jar = new JarFile(packed.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Start-Class");
        } catch (IOException e) {
            return "none";
        }
    }

    /** Extracts this build of the jar unless that was done before, and clears away all but the last build. */
    void extract() {
        if (Files.exists(extracted())) {
            return;
        }
        try {
            Files.createDirectories(folder());
            clearOldBuilds();
            Path unfinished = Files.createTempDirectory(folder(), "unfinished");
            int code = new ProcessBuilder(JavaCommand.JAVA.toString(), "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC", "-Djarmode=tools", "-jar", packed.toString(), "extract", "--destination",
                    unfinished.toString()).redirectErrorStream(true).redirectOutput(
                            folder().resolve("extract.log").toFile())
                    .start().waitFor();
            if (code != 0) {
                throw new UsageException("Could not extract " + packed + ": see " + folder().resolve("extract.log"));
            }
            takeUnlessAnotherDid(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("Interrupted while extracting " + packed);
        }
    }

    private void takeUnlessAnotherDid(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, folder().resolve("app"));
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(unfinished); // a command that began at the same time was first
        }
    }

    private void clearOldBuilds() throws IOException {
        List<Path> builds = new ArrayList<>();
        try (var all = Files.list(folder().getParent())) {
            all.filter(build -> !build.equals(folder())).forEach(builds::add);
        }
        builds.sort((a, b) -> Long.compare(b.toFile().lastModified(), a.toFile().lastModified()));
        // a second stack may still run from the build before
        builds.stream().skip(1).forEach(Folders::delete);
    }
}
