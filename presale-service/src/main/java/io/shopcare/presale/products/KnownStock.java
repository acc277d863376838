package io.shopcare.presale.products;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.MongoDatabase;
import org.springframework.stereotype.Component;

import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;

/** What the events of stock have told; the copy that is shown, with its age, when order-service is away. */
@Component
final class KnownStock {
    static final String COLLECTION = "known_stock";

    private final Facts<StockFact> facts;

    KnownStock(MongoDatabase database) {
        this.facts = Facts.in(database, COLLECTION, StockFact.class, StockFact.UNKNOWN).indexed("shop", "sku");
    }

    void listed(EventMeta event, StockFact.Listed data) {
        facts.apply(event, fact -> fact.listed(data, event.time()));
    }

    void changed(EventMeta event, StockFact.Changed data) {
        facts.apply(event, fact -> fact.changed(data, event.time()));
    }

    /** The card over all warehouses, as old as the oldest of what it is made of; empty for a SKU never heard of. */
    Optional<Answer.Copy<ProductCard>> card(String shop, String sku) {
        List<StockFact> known = facts.where(Map.of("shop", shop, "sku", sku));
        var listed = known.stream().filter(fact -> fact.title() != null).findFirst();
        var asOf = known.stream().map(StockFact::asOf).filter(Objects::nonNull).min(Comparator.<Instant>naturalOrder());
        if (listed.isEmpty() || asOf.isEmpty())
            return Optional.empty();
        var figures = known.stream().map(StockFact::figures).reduce(StockFigures.NONE, StockFigures::plus);
        var fact = listed.get();
        return Optional.of(new Answer.Copy<>(new ProductCard(sku, fact.title(), fact.price(),
                "on-sale".equals(fact.selling()), figures), asOf.get()));
    }
}
