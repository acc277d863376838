package io.shopcare.standalone.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM in quick-start mode: one compiler, the smallest collector, a small heap. Right for looking around on a laptop,
 * wrong for production and for every benchmark (the C1 compiler costs throughput).
 *
 * @param archive what the JVM keeps of its loaded classes when it ends, for a start with a third less work; made and
 *        renewed by the JVM itself, and left aside when it does not fit the jars
 */
record JavaCommand(int heapMegabytes, List<String> options, String classPath, String mainClass,
        List<String> arguments, Path archive) {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders", "-XX:MetaspaceSize=160m", "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Xlog:disable");

    /** For a program that runs on and on. */
    List<String> words() {
        return words(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
    }

    /** The same with further options, for example an agent: the archive is read, and what an agent changed not kept in it. */
    List<String> wordsWith(List<String> further) {
        var more = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive));
        more.addAll(further);
        return words(more);
    }

    /** For a short job. */
    List<String> wordsOfAJob() {
        return words(List.of());
    }

    private List<String> words(List<String> further) {
        var words = new ArrayList<String>();
        words.add(JAVA.toString());
        words.add("-Xmx" + heapMegabytes + "m");
        words.addAll(QUICK_START);
        words.addAll(further);
        words.addAll(options);
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }
}
