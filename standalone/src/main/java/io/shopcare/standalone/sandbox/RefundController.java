package io.shopcare.standalone.sandbox;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refunds, for the merchant (signed). */
@RestController
@RequestMapping("/v1/refunds")
class RefundController {
    private final RefundDesk desk;
    private final Notifier notifier;
    private final SandboxSettings settings;

    RefundController(RefundDesk desk, Notifier notifier, SandboxSettings settings) {
        this.desk = desk;
        this.notifier = notifier;
        this.settings = settings;
    }

    @PostMapping
    ResponseEntity<?> refund(@RequestBody @Valid RefundRequest request) throws InterruptedException {
        Refund refund = desk.accept(request);
        notifier.wake();
        if (desk.behaviourOf(request.paymentNo()).timeoutAfterTaking()) {
            Thread.sleep(settings.hang()); // the misbehaviour asked for: the money is taken, the answer does not come
            return ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).build();
        }
        return ResponseEntity.accepted().body(new Accepted(refund.refundNo(), refund.status()));
    }

    @GetMapping("/{refundNo}")
    Refund show(@PathVariable String refundNo) {
        return desk.find(refundNo);
    }

    record Accepted(String refundNo, Refund.Status status) {}
}
