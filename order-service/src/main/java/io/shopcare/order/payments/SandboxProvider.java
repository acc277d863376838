package io.shopcare.order.payments;

import org.springframework.stereotype.Component;

import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;
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
}
