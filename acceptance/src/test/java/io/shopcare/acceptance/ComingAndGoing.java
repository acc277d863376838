package io.shopcare.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Told.told;

/**
 * An instance of order-service and one of the gateway are told to stop and come back while people read and write: nobody
 * notices. A client knows both gateways, and goes to the other when one does not take its request.
 */
final class ComingAndGoing {
    private static final String SHOP = "nuanyang";
    private static final String SKU = "COMING-AND-GOING";
    private static final int CLIENTS = 4;

    private final LocalStack stack;
    private final List<People> doors;
    private final Journal journal;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

    ComingAndGoing(LocalStack stack, Journal journal) {
        this.stack = stack;
        this.doors = Stream.of(stack.surroundings(), stack.surroundings().atTheSecondGateway()).map(People::new)
                .toList();
        this.journal = journal;
    }

    void play() {
        journal.chapter("Instances come and go");
        AtOnce.answered(() -> doors.getFirst().as("ku").put("/api/order/skus/" + SKU + "?shop=" + SHOP, Map.of("title",
                "来来往往", "category", "home", "price", Map.of("amount", "39.00", "currency", "CNY"), "grams", 350,
                "onSale",
                true))).expect(200);
        journal.step("ops", "restarts an order-service and a gateway while four clients read and write", () -> {
            var clients = IntStream.range(0, CLIENTS).<Runnable>mapToObj(client -> () -> keepAsking(client));
            AtOnce.all(Stream.concat(Stream.of(this::restart), clients).map(Executors::callable).toList());
            same("errors at the clients", List.of(), List.copyOf(errors));
            check("they had work to do: " + answered.get(), answered.get() > 100);
            return told(answered.get() + " answers, no error");
        });
    }

    private void restart() {
        try {
            stack.restart("order-2");
            stack.restart("gateway-2");
        } finally {
            over.set(true);
        }
    }

    /** Each at a shelf of their own: that many want the same at once is another story. */
    private void keepAsking(int client) {
        while (!over.get()) {
            ask(client, "lin", buyer -> buyer.get("/api/order/skus/" + SKU + "?shop=" + SHOP));
            ask(client, "ku", keeper -> keeper.post("/api/order/skus/" + SKU + "/stock-movements?shop=" + SHOP, Map.of(
                    "warehouse", "hangzhou-" + client, "quantity", 1, "reason", "received")));
        }
    }

    /** Whatever else is answered than that it is done is an error at the client: nothing that was answered is asked again. */
    private void ask(int client, String who, Function<Api, Api.Response> request) {
        var key = Ids.next();
        for (int door = client; door < client + doors.size(); door++) {
            try {
                var answer = request.apply(doors.get(door % doors.size()).as(who).with("Idempotency-Key", key));
                answered.incrementAndGet();
                if (answer.status() != 200)
                    errors.add(answer.status() + " " + answer.http().request().method() + " " + answer.http().body());
                return;
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof IOException))
                    throw e;
            }
        }
        errors.add("both gateways are away");
    }
}
