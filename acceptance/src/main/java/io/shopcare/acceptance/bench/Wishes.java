package io.shopcare.acceptance.bench;

import java.util.ArrayDeque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param rate     arrivals a second, 0: what the subject is promised at
 * @param users    at the same time, 0: as the subject says
 * @param seconds  how long is measured
 * @param warmUp   seconds after which it is measured though the figure is not steady
 * @param data     how many times the stored orders are to be there before it begins
 * @param anyMode  whether quick-start mode is taken; its figures are marked
 */
record Wishes(String subject, double rate, int users, int seconds, int warmUp, int data, boolean anyMode) {
    static final List<String> SUBJECTS = List.of("orders", "chat", "gateway", "events", "limit", "audit");

    static Wishes of(List<String> words) {
        var left = new ArrayDeque<>(words);
        var subject = left.isEmpty() ? "" : left.pop();
        if (!SUBJECTS.contains(subject))
            throw new IllegalArgumentException("there is no bench \"" + subject + "\"; there are: " + String.join(" ",
                    SUBJECTS));
        var wishes = new Wishes(subject, 0, 0, 30, 150, 1, false);
        while (!left.isEmpty())
            wishes = wishes.with(left.pop(), left);
        if (wishes.data() > 1 && !subject.equals("orders"))
            throw new IllegalArgumentException("--with-data is for orders");
        return wishes;
    }

    private Wishes with(String word, ArrayDeque<String> left) {
        return switch (word) {
            case "--rate" -> new Wishes(subject, number(word, left), users, seconds, warmUp, data, anyMode);
            case "--users" -> new Wishes(subject, rate, number(word, left), seconds, warmUp, data, anyMode);
            case "--seconds" -> new Wishes(subject, rate, users, number(word, left), warmUp, data, anyMode);
            case "--warm-up" -> new Wishes(subject, rate, users, seconds, number(word, left), data, anyMode);
            case "--with-data" -> new Wishes(subject, rate, users, seconds, warmUp, number(word, left), anyMode);
            case "--any-mode" -> new Wishes(subject, rate, users, seconds, warmUp, data, true);
            default -> throw new IllegalArgumentException("not understood: " + word);
        };
    }

    private static int number(String word, ArrayDeque<String> left) {
        try {
            int number = Integer.parseInt(left.isEmpty() ? "" : left.pop());
            if (number > 0)
                return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " takes a number", e);
        }
        throw new IllegalArgumentException(word + " takes a number above 0");
    }

    double rateOr(double otherwise) {
        return rate > 0 ? rate : otherwise;
    }

    int usersOr(int otherwise) {
        return users > 0 ? users : otherwise;
    }
}
