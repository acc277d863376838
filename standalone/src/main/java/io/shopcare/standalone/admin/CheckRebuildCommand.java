package io.shopcare.standalone.admin;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code ./shopcare check rebuild [--service S]}: lets every service build what it keeps of events anew beside the live
 * one, and compare. Exit codes: 0 all are equal, 1 they are not or it is not known, 2 wrong usage. Cheap to repeat: nothing
 * live is touched.
 */
public final class CheckRebuildCommand {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int TRIES_WHILE_NOT_NOW = 120;

    private final AdminDesk desk;
    private final PrintStream out;

    CheckRebuildCommand(AdminDesk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        AdminCommand.exit(() -> new CheckRebuildCommand(AdminDesk.local(), System.out).run(Wish.read(List.of(arguments),
                "Usage: ./shopcare check rebuild [--service order]")));
    }

    /** Says whether all services keep what their topics tell. */
    boolean run(Wish wish) throws IOException, InterruptedException {
        boolean equal = true;
        for (String service : wish.services()) {
            equal &= check(service);
        }
        return equal;
    }

    private boolean check(String service) throws IOException, InterruptedException {
        long began = System.nanoTime();
        String id = begin(service);
        String shown = "";
        while (true) {
            var view = desk.get(service, "/rebuilds/" + id);
            String now = progress(view);
            if (!now.equals(shown))
                out.printf(Locale.ROOT, "  %-18s %s  %4d s%n", service + "-service", now, Duration.ofNanos(System
                        .nanoTime() - began).toSeconds());
            shown = now;
            switch (view.path("phase").asText()) {
                case "FINISHED" -> {
                    return end(view);
                }
                case "BROKEN_OFF" -> {
                    out.printf("    broken off: %s%n", view.path("problem").asText());
                    return false;
                }
                default -> Thread.sleep(POLL);
            }
        }
    }

    /** One at a time: one that is under way is waited for. */
    private String begin(String service) throws IOException, InterruptedException {
        for (int tries = 1;; tries++) {
            try {
                return desk.post(service, "/rebuilds").path("rebuildId").asText();
            } catch (AdminDesk.RefusedException e) {
                if (!e.isNotNow() || tries >= TRIES_WHILE_NOT_NOW)
                    throw e;
                Thread.sleep(POLL);
            }
        }
    }

    private boolean end(JsonNode view) {
        for (var difference : view.path("differences"))
            out.printf("    %-10s %s  %s%n", difference.path("kind").asText().toLowerCase(Locale.ROOT),
                    difference.path("collection").asText(), difference.path("id").asText());
        int different = view.path("different").asInt();
        int told = view.path("differences").size();
        if (different > told)
            out.printf("    and %d more%n", different - told);
        if (view.path("setAside").asLong() > 0)
            out.printf("    without %d events that are parked or discarded%n", view.path("setAside").asLong());
        return different == 0;
    }

    private static String progress(JsonNode view) {
        String phase = view.path("phase").asText().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (phase.equals("finished"))
            phase = view.path("different").asInt() == 0 ? "equal" : view.path("different").asInt() + " differ";
        return String.format(Locale.ROOT, "%7d of %7d events  %7d documents  %-10s", view.path("records").asLong(),
                view.path("of").asLong(), view.path("compared").asLong(), phase);
    }
}
