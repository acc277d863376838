package io.shopcare.standalone.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process of the stack.
 *
 * @param artefact what the build must have made for it
 * @param needs programs that must be ready before this one starts
 * @param ports what it listens on; the first is the one shown
 */
record Program(String name, Path artefact, Set<String> needs, List<Integer> ports, Readiness readiness,
        JavaCommand command, Map<String, String> environment) {
    int port() {
        return ports.getFirst();
    }

    Program in(Mode mode) {
        return new Program(name, artefact, needs, ports, readiness, command.in(mode), environment);
    }

    /** The same where what it needs is known to run. */
    Program withoutNeeds() {
        return new Program(name, artefact, Set.of(), ports, readiness, command, environment);
    }
}
