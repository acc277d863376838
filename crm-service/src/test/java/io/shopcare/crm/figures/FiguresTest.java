package io.shopcare.crm.figures;

import java.math.BigDecimal;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.news.CrmInMemory;
import io.shopcare.crm.news.Happenings;
import io.shopcare.platform.money.Money;

import static org.assertj.core.api.Assertions.assertThat;

/** What each figure means. */
class FiguresTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T08:00:00Z");

    private final Happenings lin = Happenings.with(new Buyer("nuanyang", "web", "lin"));

    @Test
    @DisplayName("C3: an order counts when it is paid and not fully refunded")
    void countsValidOrders() {
        lin.orders("unpaid", MARCH).buys("kept", cny("10.00"), MARCH)
                .buys("partly", cny("10.00"), APRIL).isRefunded("r1", "partly", cny("9.99"), APRIL)
                .buys("back", cny("10.00"), APRIL).isRefunded("r2", "back", cny("4.00"), APRIL)
                .isRefunded("r3", "back", cny("6.00"), APRIL);
        var figures = figures();
        assertThat(figures.ordersPlaced()).isEqualTo(4);
        assertThat(figures.ordersPaid()).isEqualTo(3);
        assertThat(figures.orders()).isEqualTo(2);
    }

    @Test
    @DisplayName("C3: currencies are never added up")
    void keepsCurrenciesApart() {
        lin.buys("o1", cny("100.00"), MARCH).buys("o2", usd("30.00"), APRIL).isRefunded("r1", "o2", usd("5.00"), APRIL);
        assertThat(figures().spending()).containsExactly(
                new Spending(1, cny("100.00"), cny("0.00")), new Spending(1, usd("30.00"), usd("5.00")));
    }

    @Test
    @DisplayName("C3: what was paid for a dearer article counts, so that its refund leaves nothing below nothing")
    void countsWhatWasPaidBeside() {
        lin.buys("o1", cny("10.00"), MARCH).paysMore("o1", cny("6.00"), "exchange-difference", APRIL)
                .isRefunded("r1", "o1", cny("16.00"), APRIL);
        assertThat(figures().spending()).containsExactly(new Spending(1, cny("16.00"), cny("16.00")));
        assertThat(figures().orders()).isZero();
    }

    @Test
    @DisplayName("C3: the rest of an order is no more than the order; what came on top and went back is no refund of it")
    void countsNothingTwice() {
        lin.orders("o1", MARCH).paysMore("o1", cny("4.00"), "shortfall", MARCH).pays("o1", cny("10.00"), MARCH)
                .getsTheSurplusBack("r1", "o1", cny("10.00"), APRIL);
        assertThat(figures().spending()).containsExactly(new Spending(1, cny("10.00"), cny("0.00")));
        assertThat(figures().orders()).isEqualTo(1);
    }

    @Test
    @DisplayName("C3: the average order is paid per paid order, rounded half up")
    void averages() {
        lin.buys("o1", cny("10.00"), MARCH).buys("o2", cny("10.01"), MARCH);
        assertThat(figures().spending().getFirst().average()).isEqualTo(cny("10.01"));
        lin.buys("o3", cny("0.01"), MARCH);
        assertThat(figures().spending().getFirst().average()).isEqualTo(cny("6.67"));
    }

    @Test
    @DisplayName("C3: the last purchase is the last valid one")
    void knowsTheLastPurchase() {
        lin.buys("o1", cny("10.00"), MARCH).buys("o2", cny("10.00"), APRIL).isRefunded("r1", "o2", cny("10.00"), APRIL);
        assertThat(figures().firstPurchaseAt()).isEqualTo(MARCH);
        assertThat(figures().lastPurchaseAt()).isEqualTo(MARCH);
    }

    @Test
    @DisplayName("C3: the return rate counts orders with an authorised return, once each, among paid ones")
    void ratesReturns() {
        assertThat(figures().returnRate()).isEmpty();
        lin.buys("o1", cny("10.00"), MARCH).buys("o2", cny("10.00"), MARCH).buys("o3", cny("10.00"), MARCH)
                .complains("k1", "o1", APRIL).mayReturn("k1", "o1", APRIL).mayReturn("k2", "o1", APRIL)
                .complains("k3", "o2", APRIL);
        assertThat(figures().ordersReturned()).isEqualTo(1);
        assertThat(figures().returnRate()).contains(new BigDecimal("0.3333"));
        assertThat(figures().openCases()).isEqualTo(3);
    }

    @Test
    @DisplayName("C3: a refund that is heard of before its order is known, and right once the order is")
    void bearsARefundBeforeItsOrder() {
        lin.isRefunded("r1", "o1", cny("10.00"), MARCH);
        assertThat(figures().spending().getFirst().net()).isEqualTo(cny("-10.00"));
        lin.buys("o1", cny("10.00"), MARCH);
        assertThat(figures().spending().getFirst().net()).isEqualTo(cny("0.00"));
        assertThat(figures().orders()).isZero();
    }

    private Figures figures() {
        var all = lin.all();
        return all.isEmpty() ? Figures.NONE : new CrmInMemory().hear(all).customer().figures();
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
