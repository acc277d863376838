package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Citation;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyBook;
import io.shopcare.aftersale.policies.PolicySettings;

/** By which rules the cases of an order go. */
public final class CasePolicies {
    private final PolicyBook book;
    private final PolicySettings settings;

    /** With all packs and the shops' choice of them. */
    public CasePolicies(PolicyBook book, PolicySettings settings) {
        this.book = book;
        this.settings = settings;
    }

    /** The packs in force for the purchase. */
    public Policies of(OrderCopy order) {
        return settings.inForce(book, order.shop(), order.country(), order.buyer().channel(), order.placedAt());
    }

    /** Where goods come back to when the warehouse that sent them is not known. */
    public String returnWarehouse(String shop) {
        return settings.of(shop).returnWarehouse();
    }

    /** In which zone the shop counts its days and hours. */
    public ZoneId zone(String shop) {
        return settings.of(shop).zone();
    }

    /** In which language a buyer of the shop is told, when theirs is not known. */
    public String language(String shop) {
        return settings.of(shop).language();
    }

    /** The last moment of a term as people of the shop say it: 24:00 of the day before. */
    public String sayUntil(String shop, Instant until) {
        return until.atZone(settings.of(shop).zone()).toLocalDate().minusDays(1) + " 24:00";
    }

    /** Whether an intact condition knows this word for what breaks it. */
    public boolean knowsBreach(String breach) {
        return book.breaches().contains(breach);
    }

    /** The sentence of a rule by language. */
    public Map<String, String> text(Citation citation) {
        return book.text(citation);
    }

    LocalDate dayIn(String shop, Instant at) {
        return at.atZone(settings.of(shop).zone()).toLocalDate();
    }
}
