package io.shopcare.standalone.sandbox;

import java.net.URI;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payments, for the merchant (signed) and the buyer (the step to pay). */
@RestController
@RequestMapping("/v1/payments")
class PaymentController {
    private final PaymentDesk desk;
    private final Notifier notifier;
    private final SandboxSettings settings;

    PaymentController(PaymentDesk desk, Notifier notifier, SandboxSettings settings) {
        this.desk = desk;
        this.notifier = notifier;
        this.settings = settings;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Asked ask(@RequestBody @Valid PaymentRequest request) {
        Payment payment = desk.ask(request);
        return new Asked(payment.paymentNo(), payment.status(), settings.address().resolve("/pay/" + payment
                .paymentNo()));
    }

    @GetMapping("/{paymentNo}")
    Payment show(@PathVariable String paymentNo) {
        return desk.find(paymentNo);
    }

    @PostMapping("/{paymentNo}/pay")
    Paid pay(@PathVariable String paymentNo, @RequestBody(required = false) @Nullable Press press) {
        Payment payment = desk.pay(paymentNo, press == null || press.mode() == null ? PayMode.NORMAL : press.mode());
        notifier.wake();
        return new Paid(payment.status());
    }

    record Asked(String paymentNo, Payment.Status status, URI payUrl) {}

    record Press(@Nullable PayMode mode) {}

    record Paid(Payment.Status status) {}
}
