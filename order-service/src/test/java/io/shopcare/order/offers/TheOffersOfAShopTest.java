package io.shopcare.order.offers;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.store.Outcome;
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
    private static final CommandContext ZHU = new CommandContext(Actor.staff("zhu"), "make", null, null, null);

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
        assertThat(list.during("nuanyang", OfferFixtures.FROM.minusSeconds(1), NOW)).hasSize(2);
        assertThat(list.during("nuanyang", OfferFixtures.FROM.minusSeconds(1), OfferFixtures.FROM)).isEmpty();
        assertThat(list.find("nuanyang", "TEN")).contains(aCoupon("TEN", off("0.00", "10.00")));
        assertThat(list.page("nuanyang", null, 10).items()).hasSize(4);

        var offers = database.getCollection("offers");
        Explained.runsAlongAnIndex(offers, OfferList.running("nuanyang", Date.from(NOW)), ascending("shop",
                "state.terms.coupon", "state.ended", "state.terms.until"));
        Explained.runsAlongAnIndex(offers, OfferList.during("nuanyang", Date.from(NOW), Date.from(NOW)), ascending(
                "shop", "state.terms.coupon", "state.ended", "state.terms.until"));
        for (var after : new Cursor[]{null, Cursor.of("all")})
            Explained.runsAlongAnIndex(offers, OfferList.filter("nuanyang", after), ascending("shop",
                    "state.offerId"));
    }

    @Test
    @DisplayName("O9a what was ended here stays ended when its owner sends the same terms again, until other ones come")
    void staysEnded() {
        var store = new InMemoryAggregateStore<Offer>();
        var make = make(store);
        var all = anOffer("all", percentOff(100)).terms();
        make.handle("nuanyang", "all", all, new Sku.Owner("erp", 1L), ZHU).orThrow();
        make.end("nuanyang", "all", ZHU).orThrow();
        make.handle("nuanyang", "all", all, new Sku.Owner("erp", 1L), ZHU).orThrow();
        var again = make.handle("nuanyang", "all", all, new Sku.Owner("erp", 2L), ZHU).orThrow().stored().aggregate();
        assertThat(again.ended()).isTrue();
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.owner()).isEqualTo(new Sku.Owner("erp", 2L));

        var other = make.handle("nuanyang", "all", anOffer("all", percentOff(200)).terms(), new Sku.Owner("erp", 3L),
                ZHU).orThrow().stored().aggregate();
        assertThat(other.ended()).isFalse();
        assertThat(other.version()).isEqualTo(3);
    }

    @Test
    @DisplayName("O9a two hundred offers for everybody at a time: one more is refused, none is left out of the price")
    void refusesOneTooMany() {
        var store = new InMemoryAggregateStore<Offer>();
        var make = make(store);
        for (int i = 0; i < MakeOffer.AT_A_TIME; i++)
            make.handle("nuanyang", "all-" + i, at(NOW, NOW.plusSeconds(60)), null, ZHU).orThrow();
        assertThat(make.handle("nuanyang", "more", at(NOW.minusSeconds(60), NOW.plusSeconds(1)), null, ZHU))
                .isInstanceOfSatisfying(Outcome.Rejected.class, refused -> assertThat(refused.rejection().code())
                        .isEqualTo("too-many-offers"));
        make.handle("nuanyang", "later", at(NOW.plusSeconds(60), NOW.plusSeconds(61)), null, ZHU).orThrow();
        make.handle("nuanyang", "all-0", at(NOW, NOW.plusSeconds(61)), null, ZHU).orThrow();
        make.handle("nuanyang", "COUPON", aCoupon("COUPON", percentOff(100)).terms(), null, ZHU).orThrow();
    }

    @Test
    @DisplayName("O9a two made at once may pass the limit together: both run, and the price looks at every one of them")
    void leavesNoneOut() {
        var store = new InMemoryAggregateStore<Offer>();
        var offers = new InMemoryOffers(store);
        for (int i = 0; i < MakeOffer.AT_A_TIME - 1; i++)
            make(store).handle("nuanyang", "all-" + i, at(NOW, NOW.plusSeconds(60)), null, ZHU).orThrow();
        var seen = offers.during("nuanyang", NOW, NOW.plusSeconds(60));
        var before = new InMemoryOffers(store) {
            @Override
            public List<Offer> during(String shop, Instant from, Instant until) {
                return seen; // by both, before either is written
            }
        };
        for (var id : List.of("one", "other"))
            new MakeOffer(store, before, MutableClock.at("2026-11-01T00:00:00Z")).handle("nuanyang", id, at(NOW, NOW
                    .plusSeconds(60)), null, ZHU).orThrow();

        assertThat(offers.running("nuanyang", NOW)).hasSize(MakeOffer.AT_A_TIME + 1);
        var price = Prices.of(OfferFixtures.basket(List.of()), offers.running("nuanyang", NOW), offer -> Left.NO_END);
        assertThat(price.offers()).extracting(Calculation.Considered::offerId).contains("one", "other")
                .hasSize(MakeOffer.AT_A_TIME + 1);
        assertThat(make(store).handle("nuanyang", "third", at(NOW, NOW.plusSeconds(1)), null, ZHU))
                .isInstanceOf(Outcome.Rejected.class);
    }

    private static Terms at(Instant from, Instant until) {
        return new Terms("flash", percentOff(10), false, Terms.Goods.ALL, 1, List.of(), from, until, Terms.Limits.NONE);
    }

    private static MakeOffer make(InMemoryAggregateStore<Offer> store) {
        return new MakeOffer(store, new InMemoryOffers(store), MutableClock.at("2026-11-01T00:00:00Z"));
    }

    @Test
    @DisplayName("O9a every change is a version with its author, and an event as agreed")
    void hasVersionsAndEvents() throws JsonProcessingException {
        var store = new InMemoryAggregateStore<Offer>();
        var clock = MutableClock.at("2026-11-01T00:00:00Z");
        var make = new MakeOffer(store, new InMemoryOffers(store), clock);
        make.handle("nuanyang", "all", anOffer("all", percentOff(100)).terms(), null, ZHU);
        make.handle("nuanyang", "all", anOffer("all", percentOff(100)).terms(), null, ZHU);
        make.handle("nuanyang", "all", anOffer("all", off("300.00", "40.00")).terms(), null, ZHU);
        make.end("nuanyang", "all", ZHU);
        make.end("nuanyang", "all", ZHU);

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
