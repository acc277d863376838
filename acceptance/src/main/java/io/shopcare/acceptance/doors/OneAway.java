package io.shopcare.acceptance.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

/**
 * Stops each service in turn: who asks for it is told so at once, and when to come again, and everybody else is answered as
 * always; when it is back, it is asked again.
 */
final class OneAway {
    private static final String SHOP = "?shop=nuanyang";
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Map<String, String> ASKED = new TreeMap<>(Map.of("presale", "/api/presale/agents" + SHOP,
            "order", "/api/order/orders" + SHOP, "aftersale", "/api/aftersale/cases" + SHOP, "crm",
            "/api/crm/customers" + SHOP));
    private static final TestPerson SUPERVISOR = TestPerson.staff("zhu", "supervisor", "nuanyang");

    private final Path root;
    private final Path data;
    private final int offset;
    private final Api supervisor;
    private final List<String> findings = new ArrayList<>();

    /**
     * @param root of the checkout that the stack runs from
     * @param data of the stack
     */
    OneAway(Path root, Path data, int offset, String gateway, StackKeys keys) {
        this.root = root;
        this.data = data;
        this.offset = offset;
        this.supervisor = new Api(gateway).with("Authorization", "Bearer " + keys.token(SUPERVISOR));
    }

    /** What is not as it should be. */
    List<String> look() throws InterruptedException {
        for (var service : ASKED.keySet()) {
            stop(service);
            try {
                ASKED.forEach((other, path) -> {
                    if (other.equals(service))
                        isAway(service, path);
                    else
                        answers(other, path, "while " + service + " is away");
                });
            } finally {
                start(service);
            }
            isBack(service);
        }
        return findings;
    }

    private void isAway(String service, String path) {
        for (int i = 0; i < 30; i++) { // before its circuit breaker opens, and after
            long from = System.nanoTime();
            var answer = supervisor.get(path);
            if (answer.status() != 503 || !answer.at("/type").endsWith(":service-unavailable")
                    || answer.header("Retry-After").isEmpty() || answer.at("/traceId").isEmpty())
                findings.add(service + " is away, but " + path + " is answered " + answer.status() + " "
                        + answer.http().headers().map() + " " + answer.http().body());
            if (System.nanoTime() - from > AT_ONCE.toNanos())
                findings.add(service + " is away, and " + path + " is told so only after "
                        + Duration.ofNanos(System.nanoTime() - from));
        }
    }

    private void answers(String service, String path, String when) {
        for (int i = 0; i < 5; i++) {
            var answer = supervisor.get(path);
            if (answer.status() != 200)
                findings.add(when + " " + service + " answers " + answer.status() + " " + answer.http().body());
        }
    }

    private void isBack(String service) {
        var path = ASKED.getOrDefault(service, "");
        long end = System.nanoTime() + BACK.toNanos();
        while (System.nanoTime() < end && supervisor.get(path).status() != 200)
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        answers(service, path, "when it is back");
    }

    private void stop(String service) {
        try {
            var note = Files.readAllLines(data.resolve("run").resolve(service + ".properties"));
            var pid = note.stream().filter(line -> line.startsWith("pid=")).findFirst().orElseThrow();
            var process = ProcessHandle.of(Long.parseLong(pid.substring("pid=".length()))).orElseThrow();
            process.destroy();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(service + " was never started", e);
        }
    }

    private void start(String service) throws InterruptedException {
        var command = new ProcessBuilder(root.resolve("shopcare").toString(), "restart", service)
                .directory(root.toFile()).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        command.environment().put("SHOPCARE_PORT_OFFSET", Integer.toString(offset));
        command.environment().put("SHOPCARE_NO_BUILD", "true");
        try {
            if (command.start().waitFor() != 0)
                findings.add(service + " does not come back");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
