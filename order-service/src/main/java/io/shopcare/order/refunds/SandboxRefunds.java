package io.shopcare.order.refunds;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;

import com.fasterxml.jackson.databind.JsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.shopcare.order.payments.SandboxClient;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;

/** {@link RefundProvider} of the local stack. What it did not say is unknown, whatever the reason. */
@Component
final class SandboxRefunds implements RefundProvider {
    private static final Logger log = LoggerFactory.getLogger(SandboxRefunds.class);

    private final SandboxClient client;
    private final Clock clock;

    SandboxRefunds(SandboxClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    private record Message(String refundNo, String paymentNo, Money amount, String reason, String notifyUrl) {}

    @Override
    public boolean handles(String method) {
        return method.equals("sandbox");
    }

    @Override
    public ProviderAnswer pay(String refundNo, Tender tender, String reason) {
        try {
            var reply = client.post("/v1/refunds",
                    new Message(refundNo, tender.paymentNo(), tender.amount(), reason, client.notifyUrl()));
            int status = reply.status().value();
            if (status == 202)
                return read(reply.body());
            boolean isRefused = status >= 400 && status < 500 && status != 401 && status != 408 && status != 429;
            return isRefused ? new ProviderAnswer.Refused("provider-refused") : new ProviderAnswer.Unknown();
        } catch (RuntimeException e) {
            return unanswered(refundNo, e);
        }
    }

    @Override
    public ProviderAnswer ask(String refundNo) {
        try {
            return client.get("/v1/refunds/" + refundNo).map(this::read).orElseGet(ProviderAnswer.NeverHeard::new);
        } catch (RuntimeException e) {
            return unanswered(refundNo, e);
        }
    }

    private ProviderAnswer read(JsonNode body) {
        return switch (body.path("status").asText()) {
            case "succeeded" -> new ProviderAnswer.Paid(clock.instant()); // the sandbox does not say when
            case "failed" -> new ProviderAnswer.Refused("provider-refused");
            case "accepted" -> new ProviderAnswer.Accepted();
            default -> new ProviderAnswer.Unknown();
        };
    }

    private static ProviderAnswer unanswered(String refundNo, RuntimeException e) {
        log.warn("the provider did not answer about {}: {}", refundNo, e.toString());
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException)
                return new ProviderAnswer.NotReached();
        return new ProviderAnswer.Unknown();
    }
}
