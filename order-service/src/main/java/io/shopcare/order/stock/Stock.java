package io.shopcare.order.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.stock.StockMovement.Reference;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;

/**
 * The stock of one SKU in one warehouse (库存). What is available is never promised twice: every step is one guarded
 * write of this document, and its movement rides in it.
 *
 * @param claims    who holds how many, by attempt of a reservation
 * @param revision  of the SKU as last listed
 * @param movements entries in the ledger so far
 * @param transfers the last whose leg is booked here, so that it is booked once
 */
public record Stock(String shop, String sku, String warehouse, StockFigures figures, Map<String, Claim> claims,
        int revision, long movements, List<String> transfers) {
    private static final int TRANSFERS_KNOWN = 100;

    public Stock {
        claims = Map.copyOf(claims);
        transfers = transfers == null ? List.of() : List.copyOf(transfers); // stored before there were any
    }

    /** Id of its document. */
    public static String id(String shop, String warehouse, String sku) {
        return shop + "/" + warehouse + "/" + sku;
    }

    static Stock empty(String shop, String sku, String warehouse) {
        return new Stock(shop, sku, warehouse, StockFigures.NONE, Map.of(), 0, 0, List.of());
    }

    String id() {
        return id(shop, warehouse, sku);
    }

    /** Tells what the catalogue says of it, if that is news. */
    Decision.Accepted<Stock> listed(ProductSnapshot product, Money price, int grams, String selling) {
        if (product.revision() <= revision)
            return Decision.unchanged(this);
        return Decision.accept(
                new Stock(shop, sku, warehouse, figures, claims, product.revision(), movements, transfers),
                new StockEvent.Listed(shop, id(), sku, warehouse, figures, product, price, grams, selling));
    }

    Decision<Stock> receive(int units, @Nullable String note, ActorRef by, Instant at) {
        return move("received", units, claims, units, 0, 0, 0, Reference.note(note), by, at);
    }

    /** Sellable units turned out to be damaged. */
    Decision<Stock> damage(int units, List<String> losers, @Nullable String note, ActorRef by, Instant at) {
        return missing(-units) <= 0
                ? move("damaged", units, claims, -units, 0, 0, units, Reference.note(note), by, at)
                : lose("damaged", units, -units, units, losers, note, by, at).orElseGet(() -> tooFew(units));
    }

    /** Units that lay apart, damaged or not looked at yet, may be sold after all. */
    Decision<Stock> restore(int units, @Nullable String note, ActorRef by, Instant at) {
        return units > figures.damaged()
                ? Decision.reject(Rejection.notNow("fewer-damaged", Map.of("sku", sku, "damaged", figures.damaged())))
                : move("restored", units, claims, units, 0, 0, -units, Reference.note(note), by, at);
    }

    /** So many sellable units were counted. */
    Decision<Stock> count(int counted, List<String> losers, @Nullable String note, ActorRef by, Instant at) {
        int difference = counted - figures.onHand();
        if (difference == 0)
            return Decision.unchanged(this);
        int units = Math.abs(difference);
        return missing(difference) <= 0
                ? move("counted", units, claims, difference, 0, 0, 0, Reference.note(note), by, at)
                : lose("counted", units, difference, 0, losers, note, by, at)
                        .orElseGet(() -> tooFew(missing(difference)));
    }

    /** Promised units that are not there when so many come or go. */
    private int missing(int onHand) {
        return -(figures.available() + onHand);
    }

    /**
     * Units that are promised are not there: whoever loses them does so in the write that books it, so that nobody else is
     * promised them in between. Who ships before anything may be taken is a matter for people.
     *
     * @param losers orders that lose what they were promised, the first first
     */
    private Optional<Decision<Stock>> lose(String cause, int units, int onHand, int moreDamaged, List<String> losers,
            @Nullable String note, ActorRef by, Instant at) {
        var next = new LinkedHashMap<>(claims);
        var lost = new ArrayList<StockEvent.LostBy>();
        int reserved = 0;
        int allocated = 0;
        for (var orderId : losers)
            for (var claim : claims.entrySet())
                if (claim.getValue().orderId().equals(orderId) && reserved + allocated < missing(onHand)) {
                    int held = claim.getValue().quantity();
                    reserved += claim.getValue().allocated() ? 0 : held;
                    allocated += claim.getValue().allocated() ? held : 0;
                    lost.add(new StockEvent.LostBy(orderId, claim.getKey(), held));
                    next.remove(claim.getKey());
                }
        if (reserved + allocated < missing(onHand))
            return Optional.empty();
        var moved = move(cause, units, next, onHand, -reserved, -allocated, moreDamaged, Reference.note(note), by, at);
        return Optional
                .of(moved.with(new StockEvent.Lost(shop, id(), sku, warehouse, moved.aggregate().figures(), cause,
                        lost)));
    }

    /** The return is filed with its movement; whoever asks for it again finds it. */
    Decision<Stock> takeBack(TakeBack.Return back, ActorRef by, Instant at) {
        return move("returned", back.units(), claims, back.sellable() ? back.units() : 0, 0, 0,
                back.sellable() ? 0 : back.units(), new Reference(back.orderId(), back.parcelId(), back.caseId(), null),
                by, at)
                .filing(new Rider(TakenBack.COLLECTION, back.returnId(), new TakenBack(sku, warehouse, back.caseId(),
                        back.parcelId(), back.units())));
    }

    /** First leg of a transfer; what is promised stays. Whether it left is decided once, and remembered. */
    Decision<Stock> sendTo(Transfer transfer, Instant at) {
        if (hasBooked(transfer) || transfers.contains(refused(transfer)))
            return Decision.unchanged(this);
        return transfer.units() > figures.available()
                ? Decision.accept(knowing(refused(transfer)))
                : knowing(transfer.transferId()).move("transferred-out", transfer.units(), claims, -transfer.units(),
                        0, 0, 0, Reference.note(note(transfer)), transfer.by(), at);
    }

    /** Whether its leg of this transfer is in the ledger. */
    boolean hasBooked(Transfer transfer) {
        return transfers.contains(transfer.transferId());
    }

    /** Second leg. */
    Decision<Stock> takeFrom(Transfer transfer, Instant at) {
        return hasBooked(transfer)
                ? Decision.unchanged(this)
                : knowing(transfer.transferId()).move("transferred-in", transfer.units(), claims, transfer.units(), 0,
                        0, 0,
                        Reference.note(note(transfer)), transfer.by(), at);
    }

    private Stock knowing(String transfer) {
        var known = Stream.concat(transfers.stream(), Stream.of(transfer)).toList();
        return new Stock(shop, sku, warehouse, figures, claims, revision, movements,
                known.subList(Math.max(0, known.size() - TRANSFERS_KNOWN), known.size()));
    }

    private static String refused(Transfer transfer) {
        return "refused " + transfer.transferId();
    }

    private static String note(Transfer transfer) {
        return transfer.from() + " -> " + transfer.to() + " " + transfer.transferId();
    }

    Decision<Stock> reserve(String claim, String orderId, int units, ActorRef by, Instant at) {
        if (claims.containsKey(claim))
            return Decision.unchanged(this);
        if (units > figures.available())
            return tooFew(units);
        return move("reserved", units, with(claim, new Claim(orderId, units, false, List.of())), 0, units, 0,
                0, Reference.order(orderId), by, at);
    }

    Decision<Stock> allocate(String claim, ActorRef by, Instant at) {
        var held = claims.get(claim);
        if (held == null || held.allocated())
            return Decision.unchanged(this);
        int units = held.quantity();
        return move("allocated", units, with(claim, held.allocate()), 0, -units, units, 0,
                Reference.order(held.orderId()), by, at);
    }

    /** What these claims hold goes over to another name, as far as it is wanted there; the rest is free again. */
    Decision<Stock> adopt(List<String> from, String into, int units, ActorRef by, Instant at) {
        var found = from.stream().filter(claims::containsKey).toList();
        if (found.isEmpty())
            return Decision.unchanged(this);
        var held = found.stream().map(name -> Objects.requireNonNull(claims.get(name))).toList();
        boolean allocated = held.stream().anyMatch(Claim::allocated);
        int total = held.stream().mapToInt(Claim::quantity).sum();
        int kept = claims.containsKey(into) ? 0 : Math.min(units, total);
        var orderId = held.getFirst().orderId();
        var next = new LinkedHashMap<>(claims);
        found.forEach(next::remove);
        if (kept > 0)
            next.put(into, new Claim(orderId, kept, allocated, List.of()));
        int wasAllocated = held.stream().filter(Claim::allocated).mapToInt(Claim::quantity).sum();
        int reserved = (allocated ? 0 : kept) - (total - wasAllocated);
        int moreAllocated = (allocated ? kept : 0) - wasAllocated;
        return reserved == 0 && moreAllocated == 0
                ? Decision.accept(new Stock(shop, sku, warehouse, figures, next, revision, movements, transfers))
                : move("released", total - kept, next, 0, reserved, moreAllocated, 0, Reference.order(orderId), by, at);
    }

    Decision<Stock> release(String claim, ActorRef by, Instant at) {
        var held = claims.get(claim);
        if (held == null)
            return Decision.unchanged(this);
        int units = held.quantity();
        return move("released", units, without(claim), 0, held.allocated() ? 0 : -units,
                held.allocated() ? -units : 0, 0, Reference.order(held.orderId()), by, at);
    }

    Decision<Stock> ship(String claim, String parcelId, int units, ActorRef by, Instant at) {
        var held = claims.get(claim);
        if (held == null || held.parcels().contains(parcelId))
            return Decision.unchanged(this);
        int gone = Math.min(units, held.quantity());
        var left = gone == held.quantity() ? without(claim) : with(claim, held.ship(parcelId, gone));
        return move("shipped", gone, left, -gone, held.allocated() ? 0 : -gone, held.allocated() ? -gone : 0, 0,
                Reference.parcel(held.orderId(), parcelId), by, at);
    }

    private Decision.Accepted<Stock> move(String cause, int units, Map<String, Claim> nextClaims, int onHand,
            int reserved,
            int allocated, int damaged, Reference reference, ActorRef by, Instant at) {
        var after = figures.plus(onHand, reserved, allocated, damaged);
        long number = movements + 1;
        var moved = Decision.accept(new Stock(shop, sku, warehouse, after, nextClaims, revision, number, transfers),
                new StockEvent.Changed(shop, id(), sku, warehouse, after, cause, units, reference.orderId(),
                        reference.parcelId(), reference.caseId()))
                .filing(new Rider(StockMovement.LEDGER, Rider.number(number), new StockMovement(sku, warehouse, cause,
                        units, onHand, reserved, allocated, damaged, after, reference, by, at)));
        if (figures.available() > 0 && after.available() == 0)
            return moved.with(new StockEvent.Depleted(shop, id(), sku, warehouse, after));
        return figures.available() == 0 && after.available() > 0
                ? moved.with(new StockEvent.Replenished(shop, id(), sku, warehouse, after))
                : moved;
    }

    private Decision<Stock> tooFew(int wanted) {
        return Decision.reject(Rejection.notNow("stock-short",
                Map.of("sku", sku, "wanted", wanted, "available", figures.available())));
    }

    private Map<String, Claim> with(String id, Claim claim) {
        var next = new LinkedHashMap<>(claims);
        next.put(id, claim);
        return next;
    }

    private Map<String, Claim> without(String id) {
        var next = new LinkedHashMap<>(claims);
        next.remove(id);
        return next;
    }
}
