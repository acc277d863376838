package io.shopcare.standalone.sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For tests and the curious: all that was taken and given back, and how the provider shall misbehave. Open. */
@RestController
@RequestMapping("/v1")
class LedgerController {
    private final PaymentDesk desk;
    private final CurrentBehaviour behaviour;

    LedgerController(PaymentDesk desk, CurrentBehaviour behaviour) {
        this.desk = desk;
        this.behaviour = behaviour;
    }

    @GetMapping("/ledger")
    Ledger ledger() {
        List<Payment> payments = desk.all();
        var totals = new TreeMap<String, Total>();
        payments.forEach(payment -> totals.merge(payment.amount().currencyCode(), Total.of(payment), Total::plus));
        return new Ledger(payments, totals);
    }

    @GetMapping("/ledger/payments")
    List<Payment> page(@RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
        return desk.page(after, limit);
    }

    @GetMapping("/ledger/payments/{paymentNo}")
    Payment one(@PathVariable String paymentNo) {
        return desk.find(paymentNo);
    }

    @PostMapping("/behaviour/payments/{paymentNo}")
    Payment behave(@PathVariable String paymentNo, @RequestBody @Valid Behaviour own) {
        return desk.behave(paymentNo, own);
    }

    @GetMapping("/behaviour")
    Behaviour show() {
        return behaviour.get();
    }

    @PostMapping("/behaviour")
    Behaviour behave(@RequestBody @Valid Behaviour next) {
        behaviour.set(next);
        return next;
    }

    record Ledger(List<Payment> payments, Map<String, Total> totals) {}

    /** Of one currency. */
    record Total(Money taken, Money refunded) {
        static Total of(Payment payment) {
            long refunded = payment.refunds().stream().filter(refund -> refund.status() == Refund.Status.SUCCEEDED)
                    .mapToLong(refund -> refund.amount().minor()).sum();
            return new Total(payment.taken(), payment.taken().with(refunded));
        }

        Total plus(Total other) {
            return new Total(taken.with(taken.minor() + other.taken.minor()), refunded.with(refunded.minor()
                    + other.refunded.minor()));
        }
    }
}
