package io.shopcare.standalone.admin;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * {@code ./shopcare check stock}: has the running order-service add up the ledger of every stock, piece by piece, and
 * compare it with the figures and with what is promised. Exit codes: 0 all agree, 1 they do not or it is not known, 2 wrong
 * usage. It only reads.
 */
public final class CheckStockCommand {
    private final AdminDesk desk;
    private final PrintStream out;

    CheckStockCommand(AdminDesk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            System.err.println("Usage: ./shopcare check stock");
            System.exit(2);
        }
        try {
            System.exit(new CheckStockCommand(AdminDesk.local(), System.out).run() ? 0 : 1);
        } catch (IOException e) {
            System.err.println("x It did not work: " + (e.getMessage() == null ? "nobody answers" : e.getMessage()));
            System.err.println("  is the stack up? ./shopcare status");
            System.exit(1);
        }
    }

    /** Says whether every ledger adds up to its figures. */
    boolean run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        int checked = 0;
        int different = 0;
        String after = "";
        do {
            var piece = desk.get("order", "/stock-check?limit=200"
                    + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, UTF_8)));
            checked += piece.path("checked").asInt();
            different += piece.path("differences").size();
            tell(piece.path("differences"));
            after = piece.path("next").asText("");
            out.printf(Locale.ROOT, "  %7d stocks checked, %d differ  %4d s%n", checked, different,
                    Duration.ofNanos(System.nanoTime() - began).toSeconds());
        } while (!after.isEmpty());
        out.println(different == 0
                ? "  every ledger adds up to its figures, and something stands behind every claim"
                : "x " + different + " of " + checked + " stocks do not add up");
        return different == 0;
    }

    private void tell(JsonNode differences) {
        for (var difference : differences) {
            out.printf("    %s%n      figures %s%n      ledger  %s%n      claimed %d%n",
                    difference.path("stockId").asText(), figures(difference.path("figures")),
                    figures(difference.path("summed")), difference.path("claimed").asInt());
            for (var orphan : difference.path("orphans"))
                out.printf("      nothing stands behind claim %s%n", orphan.asText());
        }
    }

    private static String figures(JsonNode figures) {
        return List.of("onHand", "reserved", "allocated", "damaged").stream()
                .map(name -> name + " " + figures.path(name).asInt()).toList().toString();
    }
}
