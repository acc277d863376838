package io.shopcare.acceptance.failure;

import java.util.ArrayDeque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param isOnThere whether a stack with these ports runs already and stays, as when one works on the suite
 */
record Arguments(boolean isLong, long seed, long minutes, int offset, boolean isOnThere) {
    private static final long MINUTES = 20;

    static Arguments of(List<String> words, int offset, long seed) {
        var left = new ArrayDeque<>(words);
        var arguments = new Arguments(false, seed, MINUTES, offset, false);
        while (!left.isEmpty())
            arguments = arguments.with(left.pop(), left);
        return arguments;
    }

    private Arguments with(String word, ArrayDeque<String> left) {
        return switch (word) {
            case "--long" -> new Arguments(true, seed, minutes, offset, isOnThere);
            case "--seed" -> new Arguments(isLong, number(word, left), minutes, offset, isOnThere);
            case "--minutes" -> new Arguments(isLong, seed, number(word, left), offset, isOnThere);
            case "--running" -> new Arguments(isLong, seed, minutes, offset, true);
            default -> throw new IllegalArgumentException("not understood: " + word);
        };
    }

    private static long number(String word, ArrayDeque<String> left) {
        try {
            return Long.parseLong(left.isEmpty() ? "" : left.pop());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " takes a number", e);
        }
    }
}
