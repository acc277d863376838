package io.shopcare.order.offers;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Offers and coupons over HTTP, for the shop's people. Buyers meet them in quotes. */
@RestController
@RequestMapping("/api/order/offers")
@Tag(name = "Offers")
class OfferController {

    /** An offer in one version. */
    @Schema(name = "OfferView")
    record View(String shop, String offerId, int version, Terms terms, boolean ended, @Nullable String owner) {
        static View of(Offer offer) {
            var owner = offer.owner();
            return new View(offer.shop(), offer.offerId(), offer.version(), offer.terms(), offer.ended(),
                    owner == null ? null : owner.system());
        }
    }

    private final AggregateStore<Offer> offers;
    private final MakeOffer make;
    private final OfferList list;
    private final Shops shops;

    OfferController(AggregateStore<Offer> offers, MakeOffer make, OfferList list, Shops shops) {
        this.offers = offers;
        this.make = make;
        this.list = list;
        this.shops = shops;
    }

    @PutMapping("/{offerId}")
    @PreAuthorize("hasAnyRole('supervisor', 'manager')")
    @Operation(summary = "Makes an offer or a coupon, or changes its terms", description = "Orders keep the version that they got. With system it comes from another system, which owns it from then on.")
    ResponseEntity<View> put(@PathVariable String offerId, @RequestParam String shop,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String system,
            @RequestParam(required = false) @Nullable Long systemRevision, @RequestBody @Valid OfferTerms terms,
            Person person, CommandContext context) {
        check(shop, person);
        var problem = terms.problem(offerId, shops.of(shop));
        if (problem.isPresent())
            throw new InvalidFieldException(List.of(problem.get()), null);
        var from = system == null ? null : new Sku.Owner(system, systemRevision);
        return answer(make.handle(shop, offerId, terms.terms(), from, context).orThrow().stored());
    }

    @PostMapping("/{offerId}/end")
    @PreAuthorize("hasAnyRole('supervisor', 'manager')")
    @Operation(summary = "Ends an offer before its time")
    ResponseEntity<View> end(@PathVariable String offerId, @RequestParam String shop, Person person,
            CommandContext context) {
        check(shop, person);
        return answer(make.end(shop, offerId, context).orThrow().stored());
    }

    @GetMapping
    @PreAuthorize("!hasAnyRole('buyer', 'visitor')")
    @Operation(summary = "The offers and coupons of a shop by id")
    Page<View> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        check(shop, person);
        return list.page(shop, Cursor.read(after, 1), limit).map(View::of);
    }

    @GetMapping("/{offerId}")
    @PreAuthorize("!hasAnyRole('buyer', 'visitor')")
    @Operation(summary = "One offer as it is now")
    ResponseEntity<View> get(@PathVariable String offerId, @RequestParam String shop, Person person) {
        check(shop, person);
        return answer(offers.find(Offer.id(shop, offerId)).orElseThrow(ProblemException::notFound));
    }

    @GetMapping("/{offerId}/versions/{revision}")
    @PreAuthorize("!hasAnyRole('buyer', 'visitor')")
    @Operation(summary = "An offer in the version that an order got")
    View version(@PathVariable String offerId, @PathVariable int revision, @RequestParam String shop,
            Person person) {
        check(shop, person);
        return list.find(shop, offerId, revision).map(View::of).orElseThrow(ProblemException::notFound);
    }

    private static void check(String shop, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
    }

    private static ResponseEntity<View> answer(Stored<Offer> stored) {
        return Etags.ok(stored, View.of(stored.aggregate()));
    }
}
