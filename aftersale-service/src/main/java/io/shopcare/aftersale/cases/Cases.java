package io.shopcare.aftersale.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Page;

/** Looks cases up by other things than their id. Lists are in the order of their numbers. */
public interface Cases {

    /** All cases of one order, however they ended. */
    List<Case> onOrder(String orderId);

    /** Cases of a shop, of one state or of all. */
    Page<Stored<Case>> inShop(String shop, @Nullable CaseState state, int limit, @Nullable String after);

    /** Cases of a shop that wait for somebody, the oldest first. */
    Page<Stored<Case>> waiting(String shop, Standing.WaitingFor whom, int limit, @Nullable String after);

    /** Cases of one buyer. */
    Page<Stored<Case>> of(Buyer buyer, int limit, @Nullable String after);

    /** Cases whose order was only heard of, and is to be confirmed. */
    List<String> unconfirmed(int most);
}
