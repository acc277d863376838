package io.shopcare.acceptance.bench;

import java.nio.file.Path;

import io.shopcare.acceptance.Surroundings;

/** Where the local stack lies and listens: what only a measuring driver needs to know, beside what people know. */
record Ground(Path root, int offset) {
    private static final int DATABASE = 27017;
    private static final int ORDER = 8082;

    Path data() {
        return root.resolve(offset == 0 ? ".shopcare" : ".shopcare-" + offset);
    }

    String database() {
        return "mongodb://localhost:" + (DATABASE + offset);
    }

    String orderService() {
        return "http://localhost:" + (ORDER + offset);
    }

    Surroundings surroundings() {
        return Surroundings.local(offset);
    }

    Path results() {
        return root.resolve("acceptance/target");
    }
}
