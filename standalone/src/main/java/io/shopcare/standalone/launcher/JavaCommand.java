package io.shopcare.standalone.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM in quick-start mode: one compiler, the smallest collector, a small heap. Right for looking around on a laptop,
 * wrong for production and for every benchmark (the C1 compiler costs throughput).
 *
 * @param cache AOT cache, used if it is there and fits
 */
record JavaCommand(int heapMegabytes, List<String> options, String classPath, String mainClass,
        List<String> arguments, Path cache) {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Must be the same when the cache is made and when it is used. */
    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    List<String> words() {
        return words(Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of());
    }

    List<String> words(List<String> further) {
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
