package io.shopcare.order.imports;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.offers.MakeOffer;
import io.shopcare.order.offers.Offer;
import io.shopcare.order.offers.OfferTerms;
import io.shopcare.order.offers.Offers;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.StrictJson;
import io.shopcare.platform.store.Outcome;

/** Takes the lines of a catalogue that are offers: fields as the API takes them, with {@code offer} beside. */
@Component
final class OffersInCatalogue {
    private final MakeOffer make;
    private final Offers offers;
    private final Validator validator;
    private final Shops shops;

    OffersInCatalogue(MakeOffer make, Offers offers, Validator validator, Shops shops) {
        this.make = make;
        this.offers = offers;
        this.validator = validator;
        this.shops = shops;
    }

    Optional<BadRow> take(OrderImport behind, long line, ObjectNode content, Rows rows) {
        var id = content.path("offer").asText();
        try {
            var revision = ReadCatalogue.revision(content);
            var said = StrictJson.READ.treeToValue(ReadCatalogue.without(content, "offer"), OfferTerms.class);
            var violation = validator.validate(said).stream().findFirst();
            if (violation.isPresent())
                return ReadCatalogue.wrong(line, id, violation.get().getPropertyPath().toString(),
                        violation.get().getMessage());
            var problem = said.problem(id, shops.of(behind.shop()));
            if (problem.isPresent())
                return ReadCatalogue.wrong(line, id, problem.get().field(), problem.get().reason());
            return make(behind, line, id, said, new Sku.Owner(behind.platform(), revision), rows);
        } catch (JsonProcessingException e) {
            return ReadCatalogue.unreadable(line, id, e);
        }
    }

    private Optional<BadRow> make(OrderImport behind, long line, String id, OfferTerms said, Sku.Owner from,
            Rows rows) {
        int before = offers.find(behind.shop(), id).map(Offer::version).orElse(0);
        var context = new CommandContext(Actor.service(behind.platform()), "import-offer", null, null, null);
        return switch (make.handle(behind.shop(), id, said.terms(), from, context)) {
            case Outcome.Rejected<Offer>(var why) -> Optional.of(BadRow.refused(line, id, why));
            case Outcome.Accepted<Offer> taken -> {
                if (taken.stored().aggregate().version() > before)
                    rows.placed();
                else
                    rows.repeated();
                yield Optional.empty();
            }
        };
    }
}
