package io.shopcare.order.imports;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.offers.MakeOffer;
import io.shopcare.order.offers.Offer;
import io.shopcare.order.offers.OfferTerms;
import io.shopcare.order.offers.Offers;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.store.Outcome;

/** Lines that are offers. */
@Component
final class OffersInCatalogue implements CatalogueKind<OfferTerms, Offer> {
    private final MakeOffer make;
    private final Offers offers;

    OffersInCatalogue(MakeOffer make, Offers offers) {
        this.make = make;
        this.offers = offers;
    }

    @Override
    public String field() {
        return "offer";
    }

    @Override
    public Class<OfferTerms> listing() {
        return OfferTerms.class;
    }

    @Override
    public Optional<FieldProblem> problem(String offerId, OfferTerms said, Shops.Shop shop) {
        return said.problem(offerId, shop);
    }

    @Override
    public int known(String shop, String offerId) {
        return offers.find(shop, offerId).map(Offer::version).orElse(0);
    }

    @Override
    public Outcome<Offer> take(String shop, String offerId, OfferTerms said, Sku.Owner from, CommandContext context) {
        return make.handle(shop, offerId, said.terms(), from, context);
    }

    @Override
    public int revision(Offer taken) {
        return taken.version();
    }
}
