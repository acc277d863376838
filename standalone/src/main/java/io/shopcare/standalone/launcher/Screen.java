package io.shopcare.standalone.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the person at the terminal sees. */
final class Screen {
    private final PrintStream out;
    private final boolean colour;

    Screen(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    static Screen terminal() {
        return new Screen(System.out, System.console() != null && System.console().isTerminal()
                && System.getenv("NO_COLOR") == null);
    }

    void line(String format, Object... arguments) {
        out.println(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    }

    void step(String name, String state, Duration after, String remark) {
        out.println(String.format(Locale.ROOT, "  %-11s %s %6.1f s  %s", name, paint(state),
                after.toMillis() / 1000.0, remark).stripTrailing());
    }

    void troubles(List<Trouble> troubles) {
        troubles.forEach(trouble -> {
            out.println(red("x ") + trouble.what());
            out.println("  " + trouble.remedy());
        });
    }

    void lastWords(BringUp.Failure failure, Workspace workspace) {
        String name = failure.program().name();
        line(red("x ") + name + " " + failure.reason() + "; its last words:");
        Folders.lastLines(workspace.log(name), 20).forEach(words -> line("    %s", new LogLine(words).readable()));
        line("  the whole log: %s", workspace.log(name));
    }

    String red(String text) {
        return colour ? "\033[31m" + text + "\033[0m" : text;
    }

    private String paint(String state) {
        String padded = String.format(Locale.ROOT, "%-9s", state);
        return colour && state.equals("ready") ? "\033[32m" + padded + "\033[0m" : padded;
    }
}
