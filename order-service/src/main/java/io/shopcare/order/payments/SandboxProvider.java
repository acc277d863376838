package io.shopcare.order.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Component;

import io.shopcare.order.payments.Payment.Receipt;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;

/** {@link PaymentProvider} of the local stack. */
@Component
class SandboxProvider implements PaymentProvider {
    private static final String NAME = "sandbox";

    private final SandboxClient client;
    private final Calls calls;

    SandboxProvider(SandboxClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    private record Message(String paymentNo, Money amount, String subject, String notifyUrl) {}

    private record Taken(String notificationId, Money amount, Instant occurredAt) {}

    private record Books(String status, List<Taken> receipts) {}

    @Override
    public String method() {
        return NAME;
    }

    @Override
    public Answer<String> register(Payment payment, String subject) {
        return calls.ask("payment-provider", () -> ask(payment, subject)).map(url -> url.orElse(""));
    }

    private String ask(Payment payment, String subject) {
        var reply = client.post("/v1/payments",
                new Message(payment.paymentNo(), payment.asked(), subject, client.notifyUrl()));
        var url = reply.body().path("payUrl").asText();
        if (reply.status().isError() || url.isEmpty())
            throw new IllegalStateException("the provider answers " + reply.status());
        return url;
    }

    @Override
    public Answer<Optional<Statement>> ask(String paymentNo) {
        return calls.ask("payment-provider", () -> client.get("/v1/payments/" + paymentNo).map(this::statement))
                .map(found -> found.flatMap(Function.identity()));
    }

    private Statement statement(JsonNode answer) {
        var books = Json.WIRE.convertValue(answer, Books.class);
        if (books.status().equals("succeeded") && books.receipts().isEmpty())
            throw new IllegalStateException("the provider took money and does not say which");
        return new Statement(books.status().equals("failed"), books.receipts().stream()
                .map(taken -> new Receipt(taken.notificationId(), taken.amount(), taken.occurredAt())).toList());
    }
}
