package io.shopcare.acceptance.agent;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** What this process can do to itself; nothing of Java runs afterwards, no hook, no finally. */
enum Signals {
    /** Ends it, as a machine that loses power does. */
    KILL(9),
    /** Freezes it until somebody sends SIGCONT. */
    STOP(System.getProperty("os.name", "").startsWith("Mac") ? 17 : 19);

    private static final MethodHandle SEND = Linker.nativeLinker().downcallHandle(
            Linker.nativeLinker().defaultLookup().find("kill").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final int SELF = (int) ProcessHandle.current().pid();

    private final int number;

    Signals(int number) {
        this.number = number;
    }

    void strike() {
        try {
            int unused = (int) SEND.invokeExact(SELF, number);
        } catch (Throwable e) {
            throw new IllegalStateException("could not send signal " + number, e);
        }
    }
}
