package io.shopcare.standalone.admin;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code ./shopcare replay [--service S] [--list]}: shows what is parked and why, and runs it again, key by key. Exit
 * codes: 0 nothing is parked (any more), 1 something is, or a service did not answer, 2 wrong usage. Stopped and begun
 * again it goes on where it was.
 */
public final class ReplayCommand {
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int TRIES_WHILE_NOT_NOW = 20;

    private final AdminDesk desk;
    private final PrintStream out;

    ReplayCommand(AdminDesk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        AdminCommand.exit(() -> new ReplayCommand(AdminDesk.local(), System.out).run(Wish.read(List.of(arguments),
                "Usage: ./shopcare replay [--service order] [--list]")));
    }

    /** Says whether nothing is parked in the end. */
    boolean run(Wish wish) throws IOException, InterruptedException {
        int parked = 0;
        int left = 0;
        for (String service : wish.services()) {
            var keys = list(service);
            parked += keys.size();
            if (!keys.isEmpty())
                out.printf("  %s-service: %d parked%n", service, keys.size());
            for (JsonNode key : keys) {
                show(key);
                if (wish.isListOnly() || !replay(service, key))
                    left++;
            }
        }
        if (parked == 0)
            out.println("  nothing is parked");
        else
            out.printf("%n  %d of %d keys %s parked%n", left, parked, wish.isListOnly() ? "are" : "stay");
        return left == 0;
    }

    private List<JsonNode> list(String service) throws IOException, InterruptedException {
        var keys = new ArrayList<JsonNode>();
        String after = "";
        do {
            var page = desk.get(service, "/parked?limit=200" + after);
            page.path("items").forEach(keys::add);
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return keys;
    }

    private void show(JsonNode key) {
        var cause = key.path("cause");
        out.printf("    %s  %s  key %s  (%s)%n", key.path("subscription").asText(), key.path("topic").asText(),
                key.path("key").asText("none"), key.path("parkedId").asText());
        out.printf("      %d wait since %s, failed %d times, last at offset %d of partition %d%n",
                key.path("waiting").asLong(), key.path("since").asText(), key.path("tries").asInt(),
                key.path("offset").asLong(), key.path("partition").asInt());
        out.printf("      %s%s%s%n", cause.path("type").asText().replaceFirst(".*\\.", ""),
                cause.hasNonNull("message") ? ": " + cause.path("message").asText() : "",
                cause.hasNonNull("where") ? "  at " + cause.path("where").asText() : "");
    }

    /** Until the key is free or a record fails again. */
    private boolean replay(String service, JsonNode key) throws IOException, InterruptedException {
        int notNow = 0;
        int ran = 0;
        while (true) {
            try {
                var replayed = desk.post(service, "/parked/" + key.path("parkedId").asText() + "/replays");
                ran += replayed.path("ran").asInt();
                switch (replayed.path("outcome").asText()) {
                    case "FREE" -> {
                        out.printf("      -> %d run again, free%n", ran);
                        return true;
                    }
                    case "UNFINISHED" -> {
                        out.printf("      -> %d run again, %d left%n", ran, replayed.path("left").asLong());
                        if (replayed.path("ran").asInt() == 0 && ++notNow >= TRIES_WHILE_NOT_NOW)
                            return false;
                    }
                    default -> {
                        out.printf("      -> %d run again, %s: %s%n", ran, replayed.path("outcome").asText()
                                .equals("AWAY") ? "what it needs is away" : "failed again",
                                replayed.path("cause").path("type").asText().replaceFirst(".*\\.", ""));
                        return false;
                    }
                }
            } catch (AdminDesk.RefusedException e) {
                if (!e.isNotNow() || ++notNow >= TRIES_WHILE_NOT_NOW)
                    throw e;
                Thread.sleep(BETWEEN); // another replay has the key
            }
        }
    }
}
