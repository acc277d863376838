package io.shopcare.aftersale.orders;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;
import io.shopcare.platform.ids.Ids;

/** {@link OrderCopies} by asking first and remembering what was heard. */
final class AskedOrHeard implements OrderCopies {
    static final String SERVICE = "order-service";

    private final Calls calls;
    private final OrderServiceClient client;
    private final Function<String, Optional<OrderCopy>> heard;
    private final Clock clock;

    AskedOrHeard(Calls calls, OrderServiceClient client, Function<String, Optional<OrderCopy>> heard, Clock clock) {
        this.calls = calls;
        this.client = client;
        this.heard = heard;
        this.clock = clock;
    }

    @Override
    public Answer<Optional<OrderCopy>> of(String orderId) {
        if (!Ids.isOne(orderId))
            return new Answer.Fresh<>(Optional.empty());
        Answer<Optional<OrderSnapshot>> asked = calls.ask(SERVICE, () -> client.snapshot(orderId));
        if (asked instanceof Answer.NotAvailable<Optional<OrderSnapshot>>)
            return heard.apply(orderId)
                    .<Answer<Optional<OrderCopy>>>map(copy -> new Answer.Copy<>(Optional.of(copy), copy.asOf()))
                    .orElseGet(() -> new Answer.NotAvailable<>(SERVICE));
        return asked.map(snapshot -> snapshot.map(order -> order.copy(clock.instant())));
    }
}
