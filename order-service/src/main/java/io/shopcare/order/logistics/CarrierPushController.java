package io.shopcare.order.logistics;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.signatures.SharedSecret;

/** Takes the carriers' pushes: open to everyone who can sign as the carrier does. */
@RestController
@Tag(name = "Logistics")
final class CarrierPushController {
    private final TracedParcels parcels;
    private final LogisticsSettings settings;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    CarrierPushController(TracedParcels parcels, LogisticsSettings settings, ObjectMapper json, Validator validator,
            Clock clock) {
        this.parcels = parcels;
        this.settings = settings;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    @PostMapping("/api/order/carrier-callbacks/{carrier}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A scan, pushed and signed by the carrier; repeats and late ones do no harm")
    void push(@PathVariable String carrier,
            @RequestHeader(name = SharedSecret.TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestHeader(name = SharedSecret.SIGNATURE, required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        var secret = Optional.ofNullable(settings.carriers().get(carrier))
                .map(access -> new SharedSecret(access.secret(), settings.replayWindow()));
        var now = clock.instant();
        if (secret.isEmpty() || !secret.get().accepts(timestamp, signature, body, now))
            throw new ProblemException("unauthenticated", java.util.Map.of());
        var push = read(body);
        var state = TrackingState.ofCode(push.state())
                .orElseThrow(() -> new InvalidFieldException("state", "malformed", null));
        var scan = Scan.heard(state, push.subState(), push.time(), text(push.place()), text(push.text()), now);
        if (!parcels.scanned(new Waybill(carrier, push.waybill()), scan))
            throw ProblemException.notFound();
    }

    private CarrierPush read(byte[] body) {
        try {
            var push = json.readValue(body, CarrierPush.class);
            if (push == null)
                throw new ProblemException("malformed-request", java.util.Map.of("problem", "JSON"));
            var violations = validator.validate(push);
            if (!violations.isEmpty())
                throw new InvalidFieldException(violations.iterator().next().getPropertyPath().toString(), "malformed",
                        new ConstraintViolationException(violations));
            return push;
        } catch (IOException e) {
            throw new ProblemException("malformed-request", java.util.Map.of("problem", "JSON"));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
