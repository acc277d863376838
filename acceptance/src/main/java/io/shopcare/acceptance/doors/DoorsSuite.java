package io.shopcare.acceptance.doors;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.acceptance.PlayedSale;
import io.shopcare.acceptance.Surroundings;
import io.shopcare.platform.testkit.doors.TryRepeats;
import io.shopcare.platform.testkit.doors.WhoMay;
import io.shopcare.platform.testkit.openapi.OpenApiAnswers;
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
    private final Map<String, OpenApiAnswers> described = new ConcurrentHashMap<>();
    private final Set<String> undescribed = ConcurrentHashMap.newKeySet();
    private int findings;

    private DoorsSuite(int offset, Clock clock) {
        this.offset = offset;
        this.at = Surroundings.local(offset);
        this.root = Path.of(System.getenv().getOrDefault("SHOPCARE_ROOT", "."));
        this.keys = new StackKeys(data(), at.issuer(), clock);
    }

    private Path data() {
        return root.resolve(offset == 0 ? ".shopcare" : ".shopcare-" + offset).toAbsolutePath();
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
        try (var slow = new SlowCallers(at.gateway(), portOf("order"), keys);
                var beside = Executors.newVirtualThreadPerTaskExecutor()) { // what mostly waits
            var frames = beside.submit(() -> new BadFrames(at.gateway(), keys, seed).send(requests / 20));
            var events = beside.submit(() -> new BadEvents(at.gateway(), at.broker(), keys, seed, clock)
                    .write(requests / 50));
            timed("as everybody", () -> everybody(things, documents, requests > SHORT));
            timed("with wrong tokens", () -> new WrongTokens(at, keys, clock).look(things.getOrDefault("orders", "")));
            timed("with the services' own tokens", () -> new MachineTokens(at.issuer(), at.gateway(), things)
                    .look(documents, this::table));
            timed("again, and with versions", () -> repeats(things, documents));
            timed("with bad input", () -> badInput(things, documents, seed, requests));
            timed("with bad frames, all the while", frames::get);
            timed("with bad events, all the while", events::get);
            timed("slowly, all the while", slow::findings);
            timed("answered as the documents say", () -> List.copyOf(undescribed));
        }
        if (requests > SHORT)
            timed("with one service away", () -> new OneAway(root, data(), offset, at.gateway(), keys).look());
        System.out.println(findings == 0 ? "every door is as it should be" : findings + " FINDINGS");
        return findings == 0;
    }

    private Map<String, JsonNode> documents() {
        var documents = new LinkedHashMap<String, JsonNode>();
        PORTS.keySet().stream().sorted().forEach(service -> documents.put(service,
                new Api(at.gateway()).get("/docs/openapi/" + service).expect(200).json()));
        documents.forEach((service, document) -> described.put(service, new OpenApiAnswers(document)));
        return documents;
    }

    /** What a service answers there has to be as its document says. */
    private Api at(String base, String service) {
        return new Api(base).shownTo(answer -> Objects.requireNonNull(described.get(service)).wrongWith(answer.http())
                .ifPresent(undescribed::add));
    }

    /** At the services' own ports as everybody; at the gateway, which asks them, as everybody in the long form only. */
    private List<String> everybody(Map<String, String> things, Map<String, JsonNode> documents, boolean all)
            throws InterruptedException, ExecutionException {
        var tables = new RoleTables(root, keys, things);
        try (var services = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = documents.entrySet().stream().map(one -> services.submit(() -> Stream.concat(
                    tables.look(one.getKey(), at(at.gateway(), one.getKey()), one.getValue(), all).stream(),
                    tables.look(one.getKey(), at("http://localhost:" + portOf(one.getKey()), one.getKey()),
                            one.getValue(), true).stream())
                    .toList())).toList();
            var found = new ArrayList<String>();
            for (var look : looks)
                found.addAll(look.get());
            return found;
        }
    }

    private int portOf(String service) {
        return PORTS.getOrDefault(service, 0) + offset;
    }

    private List<String> repeats(Map<String, String> things, Map<String, JsonNode> documents) {
        return documents.entrySet().stream().flatMap(one -> {
            var repeats = new TryRepeats(table(one.getKey()), one.getValue(), "nuanyang", things,
                    person -> at(at.gateway(), one.getKey()).with("Authorization", "Bearer " + keys.token(person)));
            var found = repeats.findings();
            System.out.printf("  %-12s %d carried out and repeated, %d with something else under the key%n",
                    one.getKey(), repeats.done(), repeats.noticed());
            return found.stream();
        }).toList();
    }

    private List<String> badInput(Map<String, String> things, Map<String, JsonNode> documents, long seed,
            int requests) {
        var bad = new BadInput(URI.create(at.gateway()), keys, things, seed);
        documents.forEach((service, document) -> bad.at(document, table(service)));
        return bad.send(requests);
    }

    private WhoMay table(String service) {
        return WhoMay.in(root.resolve(service + "-service/src/main/resources/who-may.yaml"));
    }

    /** A look at the doors, which may wait for an answer; what it finds. */
    private interface Look {
        List<String> at() throws InterruptedException, ExecutionException;
    }

    private void timed(String what, Look look) {
        System.out.println(what);
        long from = System.nanoTime();
        try {
            var found = look.at();
            found.forEach(finding -> System.out.println("x " + finding));
            findings += found.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e);
        }
        System.out.printf("  %s: %d s%n", what, Duration.ofNanos(System.nanoTime() - from).toSeconds());
    }
}
