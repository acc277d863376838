package io.shopcare.order.payments;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.signatures.SharedSecret;

/** Hears what the provider says. No token: the signature says who it is, its time bounds replays. */
@RestController
@RequestMapping("/api/order/provider-callbacks")
@Tag(name = "Payments")
class ProviderCallbackController {
    private static final Logger log = LoggerFactory.getLogger(ProviderCallbackController.class);

    private final List<NotificationHandler> handlers;
    private final SharedSecret secret;
    private final Clock clock;

    ProviderCallbackController(List<NotificationHandler> handlers, SandboxSettings settings, Clock clock) {
        this.handlers = handlers;
        this.secret = new SharedSecret(settings.sandbox().secret(), settings.sandbox().window());
        this.clock = clock;
    }

    @PostMapping("/sandbox")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signed notifications of the sandbox provider; anything but a 2xx brings them again")
    ResponseEntity<Void> hear(@RequestHeader(name = SharedSecret.TIMESTAMP, required = false) @Nullable String time,
            @RequestHeader(name = SharedSecret.SIGNATURE, required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        if (!secret.accepts(time, signature, body, clock.instant())) {
            log.warn("a notification with a wrong or old signature was refused");
            throw new ProblemException("unauthenticated", Map.of());
        }
        var notification = read(body);
        var handler = handlers.stream().filter(one -> one.takes(notification.event())).findFirst();
        if (handler.isEmpty() || !handler.get().handle(notification)) {
            log.warn("nobody knows {} of {} yet", notification.event(), notification.paymentNo());
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static Notification read(byte[] body) {
        try {
            var notification = Json.WIRE.readValue(new String(body, StandardCharsets.UTF_8), Notification.class);
            if (notification != null)
                return notification;
        } catch (JsonProcessingException e) {
            log.debug("no notification: {}", e.getClass().getSimpleName());
        }
        throw new ProblemException("malformed-request", Map.of("problem", "not a notification"));
    }
}
