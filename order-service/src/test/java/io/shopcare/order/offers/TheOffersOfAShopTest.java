package io.shopcare.order.offers;

import java.util.Date;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;
import io.shopcare.platform.web.Cursor;

import static com.mongodb.client.model.Sorts.ascending;
import static io.shopcare.order.offers.OfferFixtures.NOW;
import static io.shopcare.order.offers.OfferFixtures.aCoupon;
import static io.shopcare.order.offers.OfferFixtures.anOffer;
import static io.shopcare.order.offers.OfferFixtures.cny;
import static io.shopcare.order.offers.OfferFixtures.off;
import static io.shopcare.order.offers.OfferFixtures.percentOff;
import static org.assertj.core.api.Assertions.assertThat;

/** Offers are found along indexes, and read as they were kept. */
class TheOffersOfAShopTest {

    @Test
    @DisplayName("O9a those that run are found; ended ones, coupons and those of other times are not")
    void findsThoseThatRun() {
        var database = TestDatabase.fresh();
        var list = new OfferList(database);
        var set = anOffer("set", new Benefit.Bundle(List.of(new Benefit.Part("COAT", 1)), cny("1.00")));
        for (var offer : List.of(anOffer("all", percentOff(100)), set, aCoupon("TEN", off("0.00", "10.00")),
                new Offer("nuanyang", "ended", 2, set.terms(), null, true)))
            database.getCollection("offers").insertOne(new Document("_id", Offer.id("nuanyang", offer.offerId()))
                    .append("shop", "nuanyang").append("state", Json.STORED.convertValue(offer, Document.class)));
        assertThat(list.running("nuanyang", NOW)).containsExactlyInAnyOrder(anOffer("all", percentOff(100)), set);
        assertThat(list.running("nuanyang", OfferFixtures.UNTIL)).isEmpty();
        assertThat(list.running("nuanyang", OfferFixtures.FROM.minusSeconds(1))).isEmpty();
        assertThat(list.find("nuanyang", "TEN")).contains(aCoupon("TEN", off("0.00", "10.00")));
        assertThat(list.page("nuanyang", null, 10).items()).hasSize(4);

        var offers = database.getCollection("offers");
        Explained.runsAlongAnIndex(offers, OfferList.running("nuanyang", Date.from(NOW)), ascending("shop",
                "state.terms.coupon", "state.ended", "state.terms.until"));
        for (var after : new Cursor[]{null, Cursor.of("all")})
            Explained.runsAlongAnIndex(offers, OfferList.filter("nuanyang", after), ascending("shop",
                    "state.offerId"));
    }

    @Test
    @DisplayName("O9a every change is a version with its author, and an event as agreed")
    void hasVersionsAndEvents() throws JsonProcessingException {
        var store = new InMemoryAggregateStore<Offer>();
        var clock = MutableClock.at("2026-11-01T00:00:00Z");
        var make = new MakeOffer(store, clock);
        var zhu = new CommandContext(Actor.staff("zhu"), "make", null, null, null);
        make.handle("nuanyang", "all", anOffer("all", percentOff(100)).terms(), null, zhu);
        make.handle("nuanyang", "all", anOffer("all", percentOff(100)).terms(), null, zhu);
        make.handle("nuanyang", "all", anOffer("all", off("300.00", "40.00")).terms(), null, zhu);
        make.end("nuanyang", "all", zhu);
        make.end("nuanyang", "all", zhu);

        assertThat(store.filed()).hasSize(3).allSatisfy(rider -> {
            assertThat(((Offer.Version) rider.content()).by().id()).isEqualTo("zhu");
            assertThat(Json.STORED.convertValue(Json.STORED.valueToTree(rider.content()), Offer.Version.class))
                    .isEqualTo(rider.content());
        });
        for (var event : store.published(OfferRevised.class))
            Contracts.producerSchema("offer.revised.v1").check(Json.WIRE.writeValueAsString(EventData.of(event,
                    Actor.staff("zhu"), clock.instant())));
    }
}
