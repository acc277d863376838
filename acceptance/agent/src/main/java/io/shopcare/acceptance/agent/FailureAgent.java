package io.shopcare.acceptance.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * Put into a program by {@code -javaagent:failure-agent.jar=FOLDER}: weaves the points into its classes and listens on a
 * loopback port, which it notes in the folder under the program's process id. The woven classes are loaded before all
 * others and the agent then steps aside: a program whose every class goes through an agent takes twice as long to start.
 */
public final class FailureAgent {
    private FailureAgent() {}

    /** Called by the JVM before the program's own main. */
    public static void premain(String folder, Instrumentation jvm) throws IOException {
        var weaving = new Weaving();
        jvm.addTransformer(weaving);
        try {
            Weaving.classNames().forEach(FailureAgent::load);
        } finally {
            jvm.removeTransformer(weaving);
        }
        ControlPort.open(Path.of(folder));
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            // a class of another service: this program has no such point
        }
    }
}
