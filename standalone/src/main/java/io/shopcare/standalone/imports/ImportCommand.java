package io.shopcare.standalone.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code ./shopcare import FILE.csv [--shop SHOP] [--platform PLATFORM]}: sends the sheet, shows how far it is, and what
 * could not be taken. Exit codes: 0 read to its end, 1 not, 2 wrong usage. Sending a sheet twice is harmless.
 */
public final class ImportCommand {
    private static final int SHOWN = 20;
    private static final Duration POLL = Duration.ofMillis(500);

    private final OrderDesk desk;
    private final PrintStream out;

    ImportCommand(OrderDesk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Sheet sheet = sheet(List.of(arguments));
            int offset = Integer.parseInt(System.getenv().getOrDefault("SHOPCARE_PORT_OFFSET", "0"));
            var desk = OrderDesk.signIn(local(8080 + offset), local(9000 + offset), "zhu");
            System.exit(new ImportCommand(desk, System.out).run(sheet) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("x The import did not work: " + (e.getMessage() == null
                    ? "nobody answers"
                    : e
                            .getMessage()));
            System.err.println("  is the stack up? ./shopcare status");
            System.exit(1);
        }
    }

    /** Says whether the sheet was read to its end. */
    boolean run(Sheet sheet) throws IOException, InterruptedException {
        out.printf("  %s for shop %s, %d bytes%n", sheet.file().getFileName(), sheet.shop(), Files.size(sheet.file()));
        JsonNode view = desk.send(sheet);
        String importId = view.path("importId").asText();
        String shown = "";
        while (true) {
            String now = counts(view);
            if (!now.equals(shown)) {
                out.println("  " + now);
                shown = now;
            }
            if (!stage(view).equals("running")) {
                return end(view, importId);
            }
            Thread.sleep(POLL);
            view = desk.progress(importId);
        }
    }

    private boolean end(JsonNode view, String importId) throws IOException, InterruptedException {
        long bad = view.path("progress").path("bad").asLong();
        if (bad > 0) {
            out.printf("%n  %d rows could not be taken%s:%n", bad, bad > SHOWN ? ", the first " + SHOWN : "");
            for (JsonNode row : desk.badRows(importId, SHOWN).path("items")) {
                out.printf("    line %-6d %-22s %s%n", row.path("line").asLong(), row.path("orderNo").asText("-"), row
                        .path("message").asText(row.path("reason").asText()));
            }
        }
        boolean finished = stage(view).equals("finished");
        out.printf("%n  %s (import %s)%n", finished ? "done" : "broken off: " + view.path("problem").asText(),
                importId);
        return finished;
    }

    private static String counts(JsonNode view) {
        JsonNode progress = view.path("progress");
        return String.format(Locale.ROOT, "%6d rows read  %6d orders placed  %6d known before  %6d bad", progress.path(
                "rows").asLong(), progress.path("placed").asLong(), progress.path("repeated").asLong(), progress
                        .path(
                                "bad")
                        .asLong());
    }

    private static String stage(JsonNode view) {
        return view.path("state").path("stage").asText().toLowerCase(Locale.ROOT);
    }

    private static Sheet sheet(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        String shop = take(words, "--shop", "nuanyang");
        String platform = take(words, "--platform", "taobao");
        if (words.size() != 1) {
            throw new IllegalArgumentException(
                    "Usage: ./shopcare import FILE.csv [--shop nuanyang] [--platform taobao]");
        }
        Path file = Path.of(words.getFirst());
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("Cannot read " + file);
        }
        return new Sheet(file, shop, platform);
    }

    private static String take(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        if (at < 0 || at + 1 >= words.size()) {
            return otherwise;
        }
        words.remove(at);
        return words.remove(at);
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }
}
