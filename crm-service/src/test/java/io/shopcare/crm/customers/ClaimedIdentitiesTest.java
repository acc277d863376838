package io.shopcare.crm.customers;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.store.Claims;
import io.shopcare.platform.testkit.services.WatchedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose a buyer's identity is, and what it costs to know. */
class ClaimedIdentitiesTest {
    private static final Buyer LIN = new Buyer("nuanyang", "web", "b-lin");

    @Test
    @DisplayName("C1: a link is for ever, so the database is asked once while a buyer's events come in")
    void isReadOnce() {
        try (var watched = WatchedDatabase.fresh()) {
            new ClaimedIdentities(Claims.in(watched.database())).link(LIN, "customer-1");
            var identities = new ClaimedIdentities(Claims.in(watched.database()));
            watched.forget();

            assertThat(identities.customerOf(LIN)).contains("customer-1");
            assertThat(identities.customerOf(LIN)).contains("customer-1");

            assertThat(watched.asked()).containsExactly("find claims");
        }
    }

    @Test
    @DisplayName("C1: who is not linked yet is looked for again, and of two who link one wins and both know whom")
    void knowsWhoWon() {
        try (var watched = WatchedDatabase.fresh()) {
            var here = new ClaimedIdentities(Claims.in(watched.database()));
            var there = new ClaimedIdentities(Claims.in(watched.database()));

            assertThat(here.customerOf(LIN)).isEmpty();
            assertThat(there.link(LIN, "customer-2")).isEqualTo("customer-2");
            assertThat(here.link(LIN, "customer-3")).isEqualTo("customer-2");
            assertThat(here.customerOf(LIN)).contains("customer-2");
        }
    }
}
