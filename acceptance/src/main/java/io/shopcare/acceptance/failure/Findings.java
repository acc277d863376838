package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is not as it has to be. */
final class Findings {
    /** @param check which promise was broken */
    record Finding(String check, String what) {}

    private final List<Finding> all = new CopyOnWriteArrayList<>();

    void add(String check, String what) {
        all.add(new Finding(check, what.length() <= 600 ? what : what.substring(0, 600) + " ..."));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
