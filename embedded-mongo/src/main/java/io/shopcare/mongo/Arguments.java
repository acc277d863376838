package io.shopcare.mongo;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The command line of {@link Main}. */
record Arguments(Path directory, int port, String bind, Duration sweepEvery, boolean check) {

    static final String USAGE = "usage: --dir DIRECTORY [--port PORT (27017; 0 picks one)] [--bind ADDRESS (127.0.0.1)] "
            + "[--ttl-sweep-seconds SECONDS (60)] | --dir DIRECTORY --check";
    private static final int DEFAULT_PORT = 27017;

    static Arguments parse(String[] arguments) {
        @Nullable
        Path directory = null;
        int port = DEFAULT_PORT;
        String bind = "127.0.0.1";
        Duration sweepEvery = Duration.ofMinutes(1);
        boolean check = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--dir" -> directory = Path.of(value(arguments, ++i));
                case "--port" -> port = number(value(arguments, ++i), 65535);
                case "--bind" -> bind = value(arguments, ++i);
                case "--ttl-sweep-seconds" -> sweepEvery = Duration.ofSeconds(number(value(arguments, ++i), 86400));
                case "--check" -> check = true;
                default -> throw new IllegalArgumentException("unknown argument " + arguments[i]);
            }
        }
        if (directory == null) {
            throw new IllegalArgumentException("--dir is missing");
        }
        if (sweepEvery.isZero()) {
            throw new IllegalArgumentException("--ttl-sweep-seconds must be at least 1");
        }
        return new Arguments(directory, port, bind, sweepEvery, check);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }

    private static int number(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a number", e);
        }
        throw new IllegalArgumentException(text + " is not between 0 and " + most);
    }
}
