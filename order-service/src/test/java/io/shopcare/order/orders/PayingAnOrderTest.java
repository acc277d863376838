package io.shopcare.order.orders;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.event;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static org.assertj.core.api.Assertions.assertThat;

class PayingAnOrderTest {

    @Test
    @DisplayName("O3 each line keeps what was paid for it, and the parts add up")
    void paysLineByLine() {
        var paid = event(pay(aPlacedOrder(), "N-1", "PAY-1", "1103.90"), OrderEvent.Paid.class);

        assertThat(paid.lines()).containsExactly(new LineAmount("1", 1, cny("854.05")),
                new LineAmount("2", 2, cny("249.85")));
        assertThat(Money.sum("CNY", paid.lines().stream().map(LineAmount::amount).toList()).plus(paid.freight()))
                .isEqualTo(paid.paid());
        var order = aPaidOrder();
        assertThat(order.lines()).allMatch(line -> line.progress().paid() == line.quantity());
        assertThat(order.due()).isEqualTo(cny("0.00"));
        assertThat(order.phase()).isEqualTo(Phase.AUDITING);
    }

    @Test
    @DisplayName("O5 the same notification twice is one payment")
    void countsAReceiptOnce() {
        var again = accepted(pay(aPaidOrder(), "N-1", "PAY-1", "1103.90"));

        assertThat(again.events()).isEmpty();
        assertThat(again.aggregate()).isEqualTo(aPaidOrder());
    }

    @Test
    @DisplayName("O5 paid less is visible, ships nothing, and a second payment completes it")
    void flagsAnUnderpayment() {
        var less = pay(aPlacedOrder(), "N-1", "PAY-1", "1000.00");

        var mismatch = event(less, OrderEvent.PaymentMismatched.class);
        assertThat(mismatch.kind()).isEqualTo("underpaid");
        assertThat(mismatch.due()).isEqualTo(cny("1103.90"));
        var order = next(less);
        assertThat(order.phase()).isEqualTo(Phase.AWAITING_PAYMENT);
        assertThat(order.payment().unsettled()).isTrue();
        assertThat(order.balance().surplus()).isEqualTo(cny("1000.00"));

        var rest = pay(order, "N-2", "PAY-2", "103.90");
        assertThat(event(rest, OrderEvent.Paid.class).tenders()).extracting(Tender::amount)
                .containsExactly(cny("1000.00"), cny("103.90"));
        assertThat(next(rest).payment().unsettled()).isFalse();
        assertThat(next(rest).balance().surplus()).isEqualTo(cny("0.00"));
    }

    @Test
    @DisplayName("O5 paid more is paid, and the rest is a case for finance")
    void flagsAnOverpayment() {
        var more = pay(aPlacedOrder(), "N-1", "PAY-1", "1200.00");

        assertThat(event(more, OrderEvent.Paid.class).tenders()).extracting(Tender::amount)
                .containsExactly(cny("1103.90"));
        assertThat(event(more, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("overpaid");
        assertThat(next(more).balance().surplus()).isEqualTo(cny("96.10"));
        assertThat(next(more).payment().unsettled()).isTrue();
    }

    @Test
    @DisplayName("O5 paid twice is kept and flagged")
    void flagsASecondPayment() {
        var twice = pay(aPaidOrder(), "N-2", "PAY-1", "1103.90");

        assertThat(event(twice, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("paid-twice");
        assertThat(next(twice).payment().tenders("CNY")).extracting(Tender::amount)
                .containsExactly(cny("2207.80"));
        assertThat(next(twice).balance().surplus()).isEqualTo(cny("1103.90"));
    }

    @Test
    @DisplayName("O5 money that comes after the close is kept and flagged, and revives nothing")
    void keepsLateMoney() {
        var late = pay(next(aPlacedOrder().closeUnpaid(PAY_BY)), "N-1", "PAY-1", "1103.90");

        assertThat(event(late, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("after-close");
        assertThat(next(late).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(next(late).balance().total()).isEqualTo(cny("1103.90"));
    }

    @Test
    void keepsAnotherCurrencyApart() {
        var foreign = aPlacedOrder().receivePayment("N-1", new Tender("PAY-1", "sandbox", Money.of("160.00", "USD")),
                NOW, Duration.ZERO);

        assertThat(event(foreign, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("other-currency");
        assertThat(next(foreign).payment().state()).isEqualTo(PaymentState.UNPAID);
        assertThat(next(foreign).payment().received()).hasSize(1);
    }

    @Test
    @DisplayName("O5 S6 at the deadline an order closes only if nothing was paid")
    void closesUnpaidOrdersOnly() {
        assertThat(accepted(aPlacedOrder().closeUnpaid(PAY_BY.minusMillis(1))).events()).isEmpty();
        assertThat(event(aPlacedOrder().closeUnpaid(PAY_BY), OrderEvent.Cancelled.class).reason())
                .isEqualTo("unpaid");
        assertThat(accepted(aPaidOrder().closeUnpaid(PAY_BY)).events()).isEmpty();
        assertThat(accepted(next(pay(aPlacedOrder(), "N-1", "P", "1.00")).closeUnpaid(PAY_BY)).events()).isEmpty();
    }
}
