package io.shopcare.acceptance.doors;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.acceptance.PlayedSale;
import io.shopcare.acceptance.Surroundings;
import io.shopcare.platform.testkit.doors.TryRepeats;
import io.shopcare.platform.testkit.doors.WhoMay;
import io.shopcare.platform.testkit.services.Api;

/**
 * Knocks at every door of a running stack: as everybody by the role tables, with tokens that are wrong in one thing, with
 * everything that nobody should send. Exit code 1 with findings.
 */
public final class DoorsSuite {
    private static final Map<String, Integer> PORTS = Map.of("presale", 8081, "order", 8082, "aftersale", 8083, "crm",
            8084);
    private static final int SHORT = 2_000;

    private final int offset;
    private final Surroundings at;
    private final Path root;
    private final StackKeys keys;
    private final List<String> findings = new ArrayList<>();

    private DoorsSuite(int offset, Clock clock) {
        this.offset = offset;
        this.at = Surroundings.local(offset);
        this.root = Path.of(System.getenv().getOrDefault("SHOPCARE_ROOT", "."));
        this.keys = new StackKeys(root.resolve(offset == 0 ? ".shopcare" : ".shopcare-" + offset), at.issuer(), clock);
    }

    public static void main(String[] words) {
        var clock = Clock.systemUTC();
        int offset = Integer.parseInt(System.getenv().getOrDefault("SHOPCARE_PORT_OFFSET", "0"));
        long seed = number(words, "--seed", clock.millis() % 1_000_000);
        int requests = (int) number(words, "--requests", SHORT);
        System.out.printf("doors: seed %d, %d bad requests (repeat with --seed %1$d --requests %2$d)%n", seed,
                requests);
        System.exit(new DoorsSuite(offset, clock).play(seed, requests, clock) ? 0 : 1);
    }

    private static long number(String[] words, String name, long otherwise) {
        int at = List.of(words).indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(words[at + 1]);
    }

    private boolean play(long seed, int requests, Clock clock) {
        var things = PlayedSale.things(at, clock);
        System.out.println("a sale was played, so that there is something to get at");
        var documents = documents();
        timed("as everybody", () -> everybody(things, documents));
        timed("with wrong tokens", () -> findings.addAll(new WrongTokens(at, keys, clock).look(
                things.getOrDefault("orders", ""))));
        timed("again, and with versions", () -> repeats(things, documents));
        timed("with bad input", () -> badInput(things, documents, seed, requests));
        timed("with bad frames", () -> findings.addAll(new BadFrames(at.gateway(), keys, seed).send(requests / 10)));
        timed("with bad events", () -> findings.addAll(new BadEvents(at.gateway(), at.broker(), keys, seed, clock)
                .write(requests / 50)));
        findings.forEach(finding -> System.out.println("x " + finding));
        System.out.println(findings.isEmpty() ? "every door is as it should be" : findings.size() + " FINDINGS");
        return findings.isEmpty();
    }

    private Map<String, JsonNode> documents() {
        var documents = new LinkedHashMap<String, JsonNode>();
        PORTS.keySet().stream().sorted().forEach(service -> documents.put(service,
                new Api(at.gateway()).get("/docs/openapi/" + service).expect(200).json()));
        return documents;
    }

    private void everybody(Map<String, String> things, Map<String, JsonNode> documents) {
        var tables = new RoleTables(root, keys, things);
        documents.forEach((service, document) -> {
            findings.addAll(tables.look(service, at.gateway(), document));
            findings.addAll(tables.look(service,
                    "http://localhost:" + (PORTS.getOrDefault(service, 0) + offset), document));
        });
    }

    private void repeats(Map<String, String> things, Map<String, JsonNode> documents) {
        documents.forEach((service, document) -> {
            var repeats = new TryRepeats(table(service), document, "nuanyang", things,
                    person -> new Api(at.gateway()).with("Authorization", "Bearer " + keys.token(person)));
            findings.addAll(repeats.findings());
            System.out.printf("  %-12s %d carried out and repeated%n", service, repeats.done());
        });
    }

    private void badInput(Map<String, String> things, Map<String, JsonNode> documents, long seed, int requests) {
        var bad = new BadInput(URI.create(at.gateway()), keys, things, seed);
        documents.forEach((service, document) -> bad.at(document, table(service)));
        findings.addAll(bad.send(requests));
    }

    private WhoMay table(String service) {
        return WhoMay.in(root.resolve(service + "-service/src/main/resources/who-may.yaml"));
    }

    /** A look at the doors, which may wait for an answer. */
    private interface Look {
        void at() throws InterruptedException, ExecutionException;
    }

    private static void timed(String what, Look look) {
        System.out.println(what);
        long from = System.nanoTime();
        try {
            look.at();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e);
        }
        System.out.printf("  %s: %d s%n", what, Duration.ofNanos(System.nanoTime() - from).toSeconds());
    }
}
