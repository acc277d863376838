package io.shopcare.standalone.sandbox;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where the pay URL leads: the buyer's page, with a button for each way a payment can go. */
@RestController
class PayPage {
    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>%1$s</title>
            <style>body{font:18px/1.5 system-ui,sans-serif;max-width:30rem;margin:4rem auto;padding:0 1rem}
            button{font:inherit;margin:.25rem;padding:.5rem 1rem}</style>
            <h1>%1$s</h1><p>%2$s %3$s</p><p>Status: <b>%4$s</b></p>
            <form method="post"><button name="mode" value="normal">Pay 付款</button>
            <button name="mode" value="fail">Bank says no</button><button name="mode" value="twice">Pay twice</button>
            <button name="mode" value="wrong-amount">Pay one less</button>
            <button name="mode" value="late">Pay, tell late</button></form></html>
            """;

    private final PaymentDesk desk;
    private final Notifier notifier;

    PayPage(PaymentDesk desk, Notifier notifier) {
        this.desk = desk;
        this.notifier = notifier;
    }

    @GetMapping(path = "/pay/{paymentNo}", produces = "text/html;charset=UTF-8")
    String show(@PathVariable String paymentNo) {
        return page(desk.find(paymentNo));
    }

    @PostMapping(path = "/pay/{paymentNo}", produces = "text/html;charset=UTF-8")
    String pay(@PathVariable String paymentNo, @RequestParam String mode) {
        Payment paid = desk.pay(paymentNo, PayMode.of(mode));
        notifier.wake();
        return page(paid);
    }

    private static String page(Payment payment) {
        return PAGE.formatted(HtmlUtils.htmlEscape(payment.subject(), "UTF-8"), payment.amount().amountText(), payment
                .amount().currencyCode(), payment.status());
    }
}
