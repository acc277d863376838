package io.shopcare.standalone.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM on one's own machine, with the smallest collector.
 *
 * @param heapMegabytes in quick-start mode
 * @param archive what the JVM keeps of its loaded classes when it ends, for a start with a third less work; made and
 *        renewed by the JVM itself, and left aside when it does not fit the jars
 * @param renewsArchive whether this JVM is the one that does so
 * @param mode fits the archive whichever it is; what was learned in training is for full mode only
 */
record JavaCommand(int heapMegabytes, List<String> options, String classPath, String mainClass,
        List<String> arguments, Path archive, boolean renewsArchive, Mode mode) {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
            "-XX:MetaspaceSize=160m", "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Xlog:disable");

    JavaCommand(int heapMegabytes, List<String> options, String classPath, String mainClass, List<String> arguments,
            Path archive) {
        this(heapMegabytes, options, classPath, mainClass, arguments, archive, true, Mode.QUICK);
    }

    /** It uses the first one's archive: two that end together must not write the same file. */
    JavaCommand ofAFurtherInstance() {
        return new JavaCommand(heapMegabytes, options, classPath, mainClass, arguments, archive, false, mode);
    }

    JavaCommand in(Mode other) {
        return new JavaCommand(heapMegabytes, options, classPath, mainClass, arguments, archive, renewsArchive, other);
    }

    /** What a JVM in training keeps of its work when it ends: classes, linked, and which of their methods are busy. */
    Path learned() {
        return archive.resolveSibling(archive.getFileName().toString().replace(".jsa", "") + ".aot");
    }

    /** For a program that runs on and on. */
    List<String> words() {
        if (renewsArchive && mode == Mode.TRAINING) {
            return words(List.of("-XX:AOTCacheOutput=" + learned()));
        }
        if (renewsArchive && !isTrained()) {
            return words(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
        }
        return words(isPrepared() ? List.of(known()) : List.of());
    }

    /** The same with further options, for example an agent: the archive is read, and what an agent changed not kept in it. */
    List<String> wordsWith(List<String> further) {
        var more = new ArrayList<>(List.of(known()));
        more.addAll(further);
        return words(more);
    }

    /** Whether an earlier run has kept something for the starts after it. */
    boolean isPrepared() {
        return isTrained() || Files.exists(archive);
    }

    /** What was learned of other jars than there are now is of no use, and the JVM would leave it aside. */
    private boolean isTrained() {
        long learned = learned().toFile().lastModified();
        return mode == Mode.FULL && learned > 0 && jars().allMatch(jar -> jar.lastModified() <= learned);
    }

    private Stream<File> jars() {
        return Stream.of(classPath.split(File.pathSeparator)).map(File::new).flatMap(entry -> {
            var all = entry.getName().equals("*") ? entry.getParentFile().listFiles() : null;
            return all == null ? Stream.of(entry) : Stream.of(all);
        });
    }

    private String known() {
        return isTrained() ? "-XX:AOTCache=" + learned() : "-XX:SharedArchiveFile=" + archive;
    }

    /** For a short job. */
    List<String> wordsOfAJob() {
        return words(List.of());
    }

    private List<String> words(List<String> further) {
        var words = new ArrayList<String>();
        words.add(JAVA.toString());
        words.add("-Xmx" + mode.heap(heapMegabytes) + "m");
        words.addAll(mode.options());
        words.addAll(OPTIONS);
        words.addAll(further);
        words.addAll(options);
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }
}
