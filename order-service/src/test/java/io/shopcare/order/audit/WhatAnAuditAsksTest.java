package io.shopcare.order.audit;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.order.DatabaseCalls;
import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.People;
import io.shopcare.order.ShopFront;
import io.shopcare.order.Until;
import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.Api;

import static org.assertj.core.api.Assertions.assertThat;

/** How much an audit asks of the database: that decides how many orders pass in a second. */
@OrderServiceTest
class WhatAnAuditAsksTest {
    @Autowired
    private Api api;
    @Autowired
    private AuditOrder audit;
    @Autowired
    private AggregateStore<Order> orders;
    @Autowired
    private Reservations reservations;
    @Autowired
    private Clock clock;

    @Test
    @DisplayName("O7 an order that goes straight through costs eight reads and one write, with every rule on")
    void asksLittle() {
        var shop = new ShopFront(api, "nuanyang");
        var id = shop.order(People.LIN, shop.onTheShelf("coat", "899.00", 1), 1).expect(201).at("/orderId");
        Until.it(() -> reservations.of(id).orElseThrow().state(), ReservationState.BOUND::equals);
        var later = Duration.ofHours(1);
        orders.decide(id, CommandContext.bySystem("pay"), order -> order.receivePayment("N-" + id,
                new Tender("PAY-" + id, "sandbox", Money.of("899.00", "CNY")), clock.instant(), later)).orThrow();

        var calls = DatabaseCalls.of(() -> audit.handle(id, clock.instant().plus(later)));

        assertThat(orders.find(id).orElseThrow().aggregate().audit().state()).isEqualTo(AuditState.APPROVED);
        assertThat(calls).containsExactlyInAnyOrder("find orders", // the order
                "find rules_in_force", "find skus", "find reservations", //
                "find orders", "find orders", "find refunds", // alike, to merge with, refunds of the buyer
                "find blacklist_facts",
                "update orders"); // decided on what was read first
    }
}
