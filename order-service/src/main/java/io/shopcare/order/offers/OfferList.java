package io.shopcare.order.offers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

/** {@link Offers} from their documents. */
@Component
class OfferList implements Offers {
    private static final Bson BY_END = ascending("shop", "state.terms.coupon", "state.ended", "state.terms.until");
    private static final Bson BY_ID = ascending("shop", "state.offerId");

    private final MongoCollection<Document> offers;
    private final MongoCollection<Document> versions;

    OfferList(MongoDatabase database) {
        offers = database.getCollection("offers");
        versions = database.getCollection(Offer.VERSIONS);
        offers.createIndex(Indexes.ascending("shop", "state.terms.coupon", "state.ended", "state.terms.until"));
        offers.createIndex(Indexes.ascending("shop", "state.offerId"));
    }

    @Override
    public List<Offer> running(String shop, Instant at) {
        return offers.find(running(shop, Date.from(at))).sort(BY_END).map(OfferList::offer).into(new ArrayList<>());
    }

    @Override
    public List<Offer> during(String shop, Instant from, Instant until) {
        return offers.find(during(shop, Date.from(from), Date.from(until))).sort(BY_END).map(OfferList::offer)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Offer> find(String shop, String offerId) {
        return Optional.ofNullable(offers.find(eq("_id", Offer.id(shop, offerId))).first()).map(OfferList::offer);
    }

    @Override
    public Optional<Offer> find(String shop, String offerId, int version) {
        var found = Optional.ofNullable(offers.find(eq("_id", Offer.id(shop, offerId))).first());
        if (found.isEmpty())
            return Optional.empty();
        var id = Offer.id(shop, offerId) + "/" + Rider.number(version);
        var waiting = found.get().get("outbox", new Document()).getList("pending", Document.class, List.of()).stream()
                .filter(entry -> Offer.VERSIONS.equals(entry.getString("in")))
                .map(entry -> entry.get("doc", Document.class)).filter(entry -> id.equals(entry.getString("_id")))
                .findFirst();
        return waiting.or(() -> Optional.ofNullable(versions.find(eq("_id", id)).first()))
                .map(document -> Json.STORED.convertValue(document, Offer.Version.class))
                .map(made -> new Offer(shop, offerId, version, made.terms(), null, made.ended()));
    }

    Page<Offer> page(String shop, @Nullable Cursor after, int limit) {
        return Page.of(offers.find(filter(shop, after)).sort(BY_ID).limit(limit + 1).map(OfferList::offer)
                .into(new ArrayList<>()), limit, offer -> Cursor.of(offer.offerId()));
    }

    static Bson running(String shop, Date at) {
        return and(forEverybody(shop, at), lte("state.terms.from", at));
    }

    static Bson during(String shop, Date from, Date until) {
        return and(forEverybody(shop, from), lt("state.terms.from", until));
    }

    private static Bson forEverybody(String shop, Date from) {
        return and(eq("shop", shop), eq("state.terms.coupon", false), eq("state.ended", false),
                gt("state.terms.until", from));
    }

    static Bson filter(String shop, @Nullable Cursor after) {
        return after == null ? eq("shop", shop) : and(eq("shop", shop), gt("state.offerId", after.keys().getFirst()));
    }

    private static Offer offer(Document document) {
        return Json.STORED.convertValue(document.get("state"), Offer.class);
    }
}
