package io.shopcare.order.stock;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** What happens to stock, as published. */
public sealed interface StockEvent {

    /** A SKU became known in a warehouse, or its catalogue facts changed. */
    @EventType("stock.listed.v1")
    record Listed(String shop, String stockId, String sku, String warehouse, StockFigures figures,
            ProductSnapshot product, Money price, int unitGrams, String selling) implements StockEvent {}

    /** Units moved; the figures are those after it. */
    @EventType("stock.changed.v1")
    record Changed(String shop, String stockId, String sku, String warehouse, StockFigures figures, String cause,
            int quantity, @Nullable String orderId, @Nullable String parcelId, @Nullable String caseId)
            implements
                StockEvent {}

    /** Nothing is free to be ordered any more, in this warehouse. */
    @EventType("stock.depleted.v1")
    record Depleted(String shop, String stockId, String sku, String warehouse, StockFigures figures)
            implements
                StockEvent {}

    /** Something is free to be ordered again, in this warehouse. */
    @EventType("stock.replenished.v1")
    record Replenished(String shop, String stockId, String sku, String warehouse, StockFigures figures)
            implements
                StockEvent {}

    /** Units that were promised are not there, by count or damage: these orders are promised them no more. */
    @EventType("stock.lost.v1")
    record Lost(String shop, String stockId, String sku, String warehouse, StockFigures figures, String cause,
            List<LostBy> orders) implements StockEvent {}

    /** @param claim under which the order was promised them */
    record LostBy(String orderId, String claim, int quantity) {}

    /** All lines of an order are held. */
    @EventType("stock.reserved.v1")
    record Reserved(String shop, String reservationId, Buyer buyer, String orderId, List<StockLine> lines,
            @Nullable Instant expiresAt) implements StockEvent {}

    /** What was held is free again. */
    @EventType("stock.released.v1")
    record Released(String shop, String reservationId, Buyer buyer, String orderId, List<StockLine> lines,
            String reason) implements StockEvent {}
}
