package io.shopcare.standalone.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was asked for on the command line; the environment gives the port offset if the line does not.
 *
 * @param builds whether what is missing may be made: then the build's rehearsal too
 */
record Options(String command, List<String> names, int portOffset, boolean detach, boolean yes, boolean kill,
        Scale scale, Mode mode, Path root, boolean builds) {
    private static final Set<String> NAMING = Set.of("restart", "backup", "restore");

    static Options parse(List<String> arguments, Map<String, String> environment) {
        var words = new ArrayDeque<>(arguments);
        String command = words.isEmpty() ? "" : words.pop();
        int portOffset = number(environment.getOrDefault("SHOPCARE_PORT_OFFSET", "0"));
        boolean detach = false;
        boolean yes = false;
        boolean kill = false;
        var scale = Scale.SINGLE;
        var mode = Mode.of(environment.getOrDefault("SHOPCARE_MODE", Mode.QUICK.toString()));
        var names = new ArrayList<String>();
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--detach", "-d" -> detach = true;
                case "--yes", "-y" -> yes = true;
                case "--kill" -> kill = true;
                case "--full" -> mode = Mode.FULL;
                case "--train" -> mode = Mode.TRAINING;
                case "--scale" -> scale = scale.with(words.isEmpty() ? "" : words.pop());
                case "--port-offset" -> portOffset = number(words.isEmpty() ? "" : words.pop());
                default -> {
                    if (word.startsWith("-") || !NAMING.contains(command)) {
                        throw new UsageException("Unknown option " + word + "; see ./shopcare help");
                    }
                    names.add(word);
                }
            }
        }
        return new Options(command, List.copyOf(names), portOffset, detach, yes, kill, scale, mode,
                Path.of(environment.getOrDefault("SHOPCARE_ROOT", ".")).toAbsolutePath().normalize(),
                environment.getOrDefault("SHOPCARE_NO_BUILD", "").isEmpty());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException("The port offset must be a number, not \"" + text + "\"");
        }
    }
}
