package io.shopcare.standalone.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/** What was asked for on the command line; the environment gives the port offset if the line does not. */
record Options(String command, int portOffset, boolean detach, boolean yes, Path root) {
    static Options parse(List<String> arguments, Map<String, String> environment) {
        var words = new ArrayDeque<>(arguments);
        String command = words.isEmpty() ? "" : words.pop();
        int portOffset = number(environment.getOrDefault("SHOPCARE_PORT_OFFSET", "0"));
        boolean detach = false;
        boolean yes = false;
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--detach", "-d" -> detach = true;
                case "--yes", "-y" -> yes = true;
                case "--port-offset" -> portOffset = number(words.isEmpty() ? "" : words.pop());
                default -> throw new UsageException("Unknown option " + word + "; see ./shopcare help");
            }
        }
        return new Options(command, portOffset, detach, yes, Path.of(environment.getOrDefault("SHOPCARE_ROOT", "."))
                .toAbsolutePath().normalize());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException("The port offset must be a number, not \"" + text + "\"");
        }
    }
}
