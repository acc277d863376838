package io.shopcare.acceptance.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * Put into a program by {@code -javaagent:failure-agent.jar=FOLDER}: weaves the points into its classes as they are loaded
 * and listens on a loopback port, which it notes in the folder under the program's process id.
 */
public final class FailureAgent {
    private FailureAgent() {}

    /** Called by the JVM before the program's own main. */
    public static void premain(String folder, Instrumentation jvm) throws IOException {
        jvm.addTransformer(new Weaving());
        ControlPort.open(Path.of(folder));
    }
}
