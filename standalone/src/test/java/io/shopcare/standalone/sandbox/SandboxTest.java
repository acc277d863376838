package io.shopcare.standalone.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.shopcare.standalone.Partners;
import io.shopcare.standalone.Web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SandboxTest {
    private static Partners partners;
    private Merchant merchant;
    private final String payment = "P-" + UUID.randomUUID();
    private final String refund = "R-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        partners = Partners.start("shopcare.sandbox.hang=300ms", "shopcare.sandbox.late=700ms");
    }

    @AfterAll
    static void stop() {
        partners.close();
    }

    @BeforeEach
    void open() {
        merchant = new Merchant(() -> partners.sandbox());
    }

    @AfterEach
    void close() {
        merchant.behaviour("{}");
        merchant.close();
    }

    @Test
    void tellsTheMerchantThatTheBuyerPaid() {
        var asked = merchant.ask(payment, "1103.90");
        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(Web.json(asked).path("status").asText()).isEqualTo("pending");
        assertThat(Web.json(asked).path("payUrl").asText()).endsWith("/pay/" + payment);

        assertThat(Web.json(merchant.pay(payment, "normal")).path("status").asText()).isEqualTo("succeeded");

        await().until(() -> merchant.told.size() == 1);
        var told = merchant.told.getFirst();
        assertThat(told.path("event").asText()).isEqualTo("payment.succeeded");
        assertThat(told.path("paymentNo").asText()).isEqualTo(payment);
        assertThat(told.path("amount").toString()).isEqualTo("{\"amount\":\"1103.90\",\"currency\":\"CNY\"}");
        assertThat(told.has("notificationId")).isTrue();
        assertThat(Instant.parse(told.path("occurredAt").asText())).isNotNull();
        assertThat(told.has("refundNo")).isFalse();
    }

    @Test
    void givesTheSameRequestTheSamePaymentAndRefusesAnotherUnderItsNumber() {
        var first = merchant.ask(payment, "10.00");

        assertThat(merchant.ask(payment, "10.00").body()).isEqualTo(first.body());
        assertThat(merchant.ask(payment, "11.00").statusCode()).isEqualTo(422);
    }

    @Test
    void takesMoneyOnceHoweverOftenTheBuyerPresses() throws Exception {
        merchant.ask(payment, "10.00");

        atOnce(10, () -> merchant.pay(payment, "normal"));

        assertThat(taken()).isEqualTo("10.00");
        await().until(() -> !merchant.told.isEmpty());
        await().during(Duration.ofMillis(700)).until(() -> merchant.told.size() == 1);
    }

    @Test
    void letsTheBuyerTryAgainAfterTheBankSaidNo() {
        merchant.ask(payment, "10.00");

        assertThat(Web.json(merchant.pay(payment, "fail")).path("status").asText()).isEqualTo("failed");
        assertThat(Web.json(merchant.pay(payment, "normal")).path("status").asText()).isEqualTo("succeeded");

        await().untilAsserted(() -> assertThat(merchant.events()).containsExactlyInAnyOrder("payment.failed",
                "payment.succeeded"));
    }

    @Test
    void takesTheMoneyTwiceIfToldTo() {
        merchant.ask(payment, "10.00");
        merchant.pay(payment, "twice");

        assertThat(taken()).isEqualTo("20.00");
        await().until(() -> merchant.told.size() == 2);
        assertThat(merchant.told.stream().map(each -> each.path("notificationId").asText()).distinct()).hasSize(2);
    }

    @Test
    void saysWhatItTookToWhoAsksEvenIfItNeverTold() {
        merchant.ask(payment, "10.00");
        assertThat(merchant.payment(payment).path("receipts")).isEmpty();
        merchant.pay(payment, "lost");
        var asked = merchant.payment(payment);
        assertThat(asked.path("status").asText()).isEqualTo("succeeded");
        assertThat(asked.path("receipts")).singleElement().satisfies(taken -> assertThat(taken.path("amount").path(
                "amount").asText()).isEqualTo("10.00"));
        assertThat(asked.path("owed").asInt()).isZero();

        String other = "Q-" + UUID.randomUUID();
        merchant.ask(other, "10.00");
        merchant.pay(other, "normal");
        await().until(() -> merchant.told.size() == 1);
        assertThat(merchant.payment(other).path("receipts").path(0).path("notificationId").asText()).isEqualTo(
                merchant.told.getFirst().path("notificationId").asText());
    }

    @Test
    void onePaymentMisbehavesAloneAndRemembersItOverARestart() {
        String other = "Q-" + UUID.randomUUID();
        merchant.ask(payment, "10.00");
        merchant.ask(other, "10.00");
        merchant.behaviourOf(payment, "{\"repeat\":2,\"failRefunds\":true,\"timeoutAfterTaking\":true}");
        partners = partners.restarted("shopcare.sandbox.hang=300ms", "shopcare.sandbox.late=700ms");

        merchant.pay(payment, "normal");
        merchant.pay(other, "normal");
        await().until(() -> merchant.told.size() == 4);
        assertThat(merchant.told.stream().filter(each -> each.path("paymentNo").asText().equals(payment))).hasSize(3);
        assertThat(merchant.refund(refund, payment, "4.00").statusCode()).isEqualTo(504);
        assertThat(merchant.refund(refund + "-2", other, "4.00").statusCode()).isEqualTo(202);
        await().until(() -> merchant.refund(refund).path("status").asText().equals("failed"));
        await().until(() -> merchant.refund(refund + "-2").path("status").asText().equals("succeeded"));
        await().until(() -> merchant.payment(payment).path("owed").asInt() == 0);
    }

    @Test
    void showsItsLedgerPageByPage() {
        List<String> numbers = List.of("ZZ-" + payment + "-1", "ZZ-" + payment + "-2", "ZZ-" + payment + "-3");
        numbers.forEach(number -> merchant.ask(number, "10.00"));

        assertThat(merchant.ledgerAfter(numbers.getFirst(), 1).findValuesAsText("paymentNo")).containsExactly(
                numbers.get(1));
        assertThat(merchant.ledgerAfter("ZZ-" + payment, 2).findValuesAsText("paymentNo")).containsExactly(
                numbers.get(0), numbers.get(1));
    }

    @Test
    void takesAWrongAmountIfToldTo() {
        merchant.ask(payment, "10.00");
        merchant.pay(payment, "wrong-amount");

        await().until(() -> merchant.told.size() == 1);
        assertThat(merchant.told.getFirst().path("amount").path("amount").asText()).isEqualTo("9.00");
        assertThat(taken()).isEqualTo("9.00");
    }

    @Test
    void tellsLateIfToldTo() {
        merchant.ask(payment, "10.00");
        merchant.pay(payment, "late");

        assertThat(taken()).isEqualTo("10.00");
        await().during(Duration.ofMillis(400)).until(merchant.told::isEmpty);
        await().until(() -> merchant.told.size() == 1);
    }

    @Test
    void tellsTheSameAgainIfToldTo() {
        merchant.behaviour("{\"repeat\":2,\"delayMs\":200}");
        merchant.ask(payment, "10.00");
        merchant.pay(payment, "normal");

        await().until(() -> merchant.told.size() == 3);
        assertThat(merchant.told.stream().map(each -> each.path("notificationId").asText()).distinct()).hasSize(1);
    }

    @Test
    void tellsUntilTheMerchantHasHeard() {
        merchant.answer = 503;
        merchant.ask(payment, "10.00");
        merchant.pay(payment, "normal");
        await().during(Duration.ofMillis(500)).until(merchant.told::isEmpty);

        merchant.answer = 200;

        await().until(() -> merchant.told.size() == 1);
    }

    @Test
    void owesANotificationOverARestart() {
        try (Partners first = Partners.start(); Merchant other = new Merchant(first::sandbox)) {
            other.answer = 500;
            other.ask(payment, "10.00");
            other.pay(payment, "normal");
            try (Partners second = first.restarted()) {
                other.answer = 204;
                await().until(() -> other.events().equals(List.of("payment.succeeded")));
                try (Merchant same = new Merchant(second::sandbox)) {
                    assertThat(same.payment(payment).path("taken").path("amount").asText()).isEqualTo("10.00");
                }
            }
        }
    }

    @Test
    void refundsANumberOnce() throws Exception {
        aPaidPayment("100.00");

        atOnce(10, () -> merchant.refund(refund, payment, "60.00"));

        assertThat(merchant.payment(payment).path("refundable").path("amount").asText()).isEqualTo("40.00");
        await().until(() -> merchant.events().contains("refund.succeeded"));
        assertThat(merchant.refund(refund).path("status").asText()).isEqualTo("succeeded");
        assertThat(merchant.refund(refund, payment, "50.00").statusCode()).isEqualTo(422);
    }

    @Test
    void refundsNeverMoreThanIsLeftWhoeverAsksAtOnce() throws Exception {
        aPaidPayment("100.00");

        List<Integer> answers = atOnce(10, () -> merchant.refund("R-" + UUID.randomUUID(), payment, "30.00")
                .statusCode());

        assertThat(answers).filteredOn(status -> status == 202).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(7);
        assertThat(merchant.payment(payment).path("refundable").path("amount").asText()).isEqualTo("10.00");
    }

    @Test
    void givesMoneyFreeAgainWhenARefundFailed() {
        aPaidPayment("100.00");
        merchant.behaviour("{\"failRefunds\":true}");

        assertThat(merchant.refund(refund, payment, "100.00").statusCode()).isEqualTo(202);

        await().until(() -> merchant.events().contains("refund.failed"));
        assertThat(merchant.refund(refund).path("status").asText()).isEqualTo("failed");
        merchant.behaviour("{}");
        assertThat(merchant.refund(refund + "-again", payment, "100.00").statusCode()).isEqualTo(202);
    }

    @Test
    void canTakeARefundAndNeverAnswer() {
        aPaidPayment("100.00");
        merchant.behaviour("{\"timeoutAfterTaking\":true}");

        assertThat(merchant.refund(refund, payment, "25.00").statusCode()).isEqualTo(504);

        assertThat(merchant.refund(refund).path("status").asText()).isIn("accepted", "succeeded");
        assertThat(merchant.payment(payment).path("refundable").path("amount").asText()).isEqualTo("75.00");
    }

    @Test
    void hearsNobodyWithoutAGoodSignature() {
        String body = "{}";
        long now = Instant.now().getEpochSecond();

        assertThat(merchant.signedAt("/v1/payments", body, now, "v1=00").statusCode()).isEqualTo(401);
        assertThat(merchant.signedAt("/v1/refunds", body + " ", now, Merchant.signature(now, body)).statusCode())
                .isEqualTo(401);
        long old = now - 301;
        assertThat(merchant.signedAt("/v1/payments", body, old, Merchant.signature(old, body)).statusCode()).isEqualTo(
                401);
        assertThat(new Web().get(partners.sandbox().resolve("/v1/payments/" + payment)).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWhatIsNoMoney() {
        for (String amount : List.of("-1.00", "0", "1.005", "much")) {
            assertThat(merchant.ask("P-" + UUID.randomUUID(), amount).statusCode()).as(amount).isEqualTo(400);
        }
    }

    @Test
    void showsTheBuyerAPageToPay() {
        merchant.ask(payment, "10.00");
        var web = new Web();
        var page = partners.sandbox().resolve("/pay/" + payment);

        assertThat(web.get(page).body()).contains("10.00").contains("PENDING");
        assertThat(web.form(page, Map.of("mode", "normal")).body()).contains("SUCCEEDED");
    }

    @Test
    void addsUpItsLedger() {
        aPaidPayment("100.00");
        merchant.refund(refund, payment, "40.00");
        await().until(() -> merchant.events().contains("refund.succeeded"));

        var ledger = Web.json(new Web().get(partners.sandbox().resolve("/v1/ledger")));

        long taken = 0;
        for (var each : ledger.path("payments")) {
            taken += new BigDecimal(each.path("taken").path("amount").asText()).movePointRight(2).longValueExact();
        }
        assertThat(ledger.path("payments").findValuesAsText("paymentNo")).contains(payment);
        assertThat(ledger.path("totals").path("CNY").path("taken").path("amount").asText()).isEqualTo(
                BigDecimal.valueOf(taken, 2).toPlainString());
    }

    private void aPaidPayment(String amount) {
        merchant.ask(payment, amount);
        merchant.pay(payment, "normal");
    }

    private String taken() {
        return merchant.payment(payment).path("taken").path("amount").asText();
    }

    private static <T> List<T> atOnce(int times, Callable<T> step) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times).mapToObj(i -> threads.submit(step)).toList();
            return running.stream().map(each -> {
                try {
                    return each.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }).toList();
        }
    }
}
