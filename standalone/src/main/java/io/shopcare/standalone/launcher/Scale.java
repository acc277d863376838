package io.shopcare.standalone.launcher;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many instances of a program run: one, unless more were asked for. The first has the program's name, further ones
 * a number behind it: {@code order}, {@code order-2}, {@code order-3}.
 *
 * @param counts by program; only the gateway and the services can be more than one
 */
record Scale(Map<String, Integer> counts) {
    /** Further ones would listen where a second stack may have its own ports. */
    static final int MOST = 9;
    static final Scale SINGLE = new Scale(Map.of());

    private static final Pattern WISH = Pattern.compile("([a-z]+)(?:-service)?=(\\d{1,3})");
    private static final Pattern NAME = Pattern.compile("([a-z]+)(?:-service)?(?:-(\\d+))?");

    Scale {
        counts = Map.copyOf(counts);
    }

    /** With a wish as it is typed: {@code order-service=3}. */
    Scale with(String wish) {
        var found = WISH.matcher(wish);
        if (!found.matches() || !scalable().anyMatch(found.group(1)::equals)) {
            throw new UsageException("--scale takes a program and a number, for example order-service=3, not \"" + wish
                    + "\"; programs: " + scalable().map(Scale::typed).collect(Collectors.joining(", ")));
        }
        int count = Integer.parseInt(found.group(2));
        if (count < 1 || count > MOST) {
            throw new UsageException(
                    "There can be 1 to " + MOST + " instances of " + found.group(1) + ", not " + count);
        }
        var more = new TreeMap<>(counts);
        more.put(found.group(1), count);
        return new Scale(more);
    }

    int of(String program) {
        return counts.getOrDefault(program, 1);
    }

    /** Numbers of the instances of a program, from 1. */
    IntStream instances(String program) {
        return IntStream.rangeClosed(1, of(program));
    }

    static String name(String program, int instance) {
        return instance == 1 ? program : program + "-" + instance;
    }

    /** The name of an instance from what people call it: {@code order-service-2} is {@code order-2}. */
    static String instance(String typed) {
        var found = NAME.matcher(typed);
        if (!found.matches()) {
            return typed;
        }
        return name(found.group(1), found.group(2) == null ? 1 : Integer.parseInt(found.group(2)));
    }

    /** The program that an instance is one of. */
    static String program(String instance) {
        return instance.replaceFirst("-\\d+$", "");
    }

    private static Stream<String> scalable() {
        return Stream.concat(Stream.of(Blueprint.GATEWAY), Stream.of(Service.values()).map(Service::shortName));
    }

    private static String typed(String program) {
        return program.equals(Blueprint.GATEWAY) ? program : program + "-service";
    }
}
