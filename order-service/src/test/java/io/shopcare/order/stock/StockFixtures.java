package io.shopcare.order.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/** Vocabulary of the tests about stock. */
public final class StockFixtures {
    public static final String SHOP = "nuanyang";
    public static final String WAREHOUSE = "hangzhou-1";
    public static final Buyer LIN = new Buyer(SHOP, "web", "lin");
    public static final Actor KU = Actor.staff("ku");

    private StockFixtures() {}

    /** Puts a SKU into the catalogue. */
    public static void listed(AggregateStore<Sku> skus, String sku, String price) {
        var page = new Sku.Page(sku, sku, "apparel", Money.of(price, "CNY"), 500, ReturnTerms.ordinary(), true);
        skus.create(Sku.id(SHOP, sku), CommandContext.bySystem("list"),
                () -> Decision.accept(new Sku(SHOP, sku, 1, page))).orThrow();
    }

    /** Puts so many of a SKU onto the shelf. */
    public static void stocked(MoveStock move, String sku, String warehouse, int units) {
        move.handle(new MoveStock.Command(SHOP, sku, warehouse, units, MoveStock.Cause.RECEIVED, null),
                new CommandContext(KU, "receive", null, null, null)).orThrow();
    }

    public static ReserveStock.Request request(String orderId, Map<String, Integer> demand,
            @Nullable Instant expiresAt) {
        return new ReserveStock.Request(SHOP, orderId, LIN, demand, expiresAt);
    }

    /** Reason code of a refusal. */
    public static String refused(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Rejected<?>(var why))
            return why.code();
        throw new AssertionError("accepted: " + outcome);
    }

    static Stock aStock(int onHand) {
        var empty = Stock.empty(SHOP, "COAT", WAREHOUSE);
        var listed = empty.listed(new ProductSnapshot("COAT", 1, "COAT", "apparel", ReturnTerms.ordinary()),
                Money.of("899.00", "CNY"), 1450, "on-sale").aggregate();
        return onHand == 0 ? listed : next(listed.receive(onHand, null, by(), Clock.systemUTC().instant()));
    }

    static ActorRef by() {
        return ActorRef.of(KU);
    }

    static Stock next(Decision<Stock> decision) {
        return switch (decision) {
            case Decision.Accepted<Stock> accepted -> accepted.aggregate();
            case Decision.Rejected<Stock>(var why) ->
                throw new AssertionError("refused: " + why);
        };
    }
}
