package io.shopcare.acceptance.bench;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * Says when a figure has stopped rising or falling: the mean of the last windows is that of as many before them, within a
 * tolerance. Single windows may differ more: others use the machine too.
 */
final class Steady {
    private final int windows;
    private final double tolerance;
    private final Deque<Double> before = new ArrayDeque<>();
    private final Deque<Double> last = new ArrayDeque<>();

    Steady(int windows, double tolerance) {
        this.windows = windows;
        this.tolerance = tolerance;
    }

    /** Takes the figure of one more window; says whether it is steady now. */
    boolean add(double figure) {
        last.addLast(figure);
        if (last.size() > windows)
            before.addLast(last.removeFirst());
        if (before.size() > windows)
            before.removeFirst();
        if (before.size() < windows)
            return false;
        double mean = mean(last);
        return mean > 0 && Math.abs(mean - mean(before)) <= tolerance * mean;
    }

    private static double mean(Collection<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
