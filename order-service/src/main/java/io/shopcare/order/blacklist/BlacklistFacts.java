package io.shopcare.order.blacklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.events.Facts;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

/** One fact for each entry of crm-service's blacklist; by its digest an order finds it with one read. */
@Component
class BlacklistFacts implements Blacklist {
    static final String COLLECTION = "blacklist_facts";
    private static final List<String> KINDS = List.of("buyer", "phone", "address");
    private static final int FEW = 20;
    /** The buyer says more than the phone, and the phone more than a house that others live in too. */
    private static final Comparator<Entry> GRAVEST_FIRST = Comparator
            .<Entry, Integer>comparing(entry -> KINDS.indexOf(entry.kind())).thenComparing(Entry::entryId);

    private final MongoDatabase database;
    private final Facts<Fact> facts;
    private final SubjectKeys keys;

    BlacklistFacts(MongoDatabase database, BlacklistSettings settings) {
        this.database = database;
        this.facts = factsIn(database);
        this.keys = new SubjectKeys(settings.secret());
    }

    /** What is known of an entry. */
    record Fact(String key, String kind, boolean listed, @Nullable Instant expires) {
        static final Fact UNKNOWN = new Fact("", "", false, null);
    }

    /** Fields of {@code blacklist.changed.v1}. */
    record Changed(String kind, String subjectKey, boolean listed, @Nullable Instant expiresAt) {}

    @Bean
    static Subscription blacklistOfCrm(BlacklistFacts blacklist) {
        return keptIn(blacklist.facts).keeping(ReadModel.in(COLLECTION, shadow -> keptIn(factsIn(shadow))));
    }

    private static Subscription keptIn(Facts<Fact> facts) {
        return Subscription.to("shopcare.crm.blacklist").as("blacklist").on("blacklist.changed.v1", Changed.class,
                (meta, told) -> facts.apply(meta, known -> new Fact(told.subjectKey(), told.kind(), told.listed(),
                        told.expiresAt())));
    }

    private static Facts<Fact> factsIn(MongoDatabase database) {
        return Facts.in(database, COLLECTION, Fact.class, Fact.UNKNOWN).indexed("key", "listed");
    }

    /** An entry whose end has come counts no more, even before crm-service says so. */
    @Override
    public Optional<Entry> find(Buyer buyer, Address address, Instant at) {
        return query(buyer, address, at).map(found -> new Entry(found.getString("_id"), found.get("fact",
                Document.class).getString("kind"))).into(new ArrayList<>()).stream().min(GRAVEST_FIRST);
    }

    FindIterable<Document> query(Buyer buyer, Address address, Instant at) {
        var shop = buyer.shop();
        return database.getCollection(COLLECTION).find(and(in("fact.key", keys.ofBuyer(shop, buyer.channel(),
                buyer.buyerId()), keys.ofPhone(shop, address.phone()), keys.ofAddress(shop, parts(address))),
                eq("fact.listed", true), or(eq("fact.expires", null), gt("fact.expires", Date.from(at))))).limit(FEW);
    }

    private static List<String> parts(Address address) {
        return Stream.of(address.country(), text(address.province()), text(address.city()), text(address.district()),
                text(address.street()), address.detail()).toList();
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
