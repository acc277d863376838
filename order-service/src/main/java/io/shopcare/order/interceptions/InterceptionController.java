package io.shopcare.order.interceptions;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.OrderRequests;
import io.shopcare.order.orders.Roles;
import io.shopcare.order.parcels.Parcel;
import io.shopcare.order.trade.Address;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Etags;

/** Interceptions over HTTP. A buyer may have the own parcel sent elsewhere at the carrier's price; the shop stops parcels. */
@RestController
@RequestMapping("/api/order/parcels/{parcelId}/interception")
@Tag(name = "Parcels")
class InterceptionController {
    /**
     * @param kind      stop (back to us, at our cost) or redirect
     * @param address   for redirect
     * @param shopBears whether the shop bears the price of a redirect; staff only
     */
    record NewInterception(@NotNull @Pattern(regexp = "stop|redirect") String kind,
            OrderRequests.@Nullable @Valid NewAddress address, @Nullable Boolean shopBears) {}

    /** @param reason what the carrier said, in a code */
    record CarrierAnswer(@NotNull @Pattern(regexp = "done|refused") String outcome,
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String reason) {}

    /** As it is answered; the address in full for its buyer, masked for others. */
    @Schema(name = "InterceptionView")
    record View(String interceptionId, String parcelId, List<String> orderIds, String kind, InterceptionState state,
            int attempt, @Nullable Address address, Money price, Instant askedAt, @Nullable Instant payBy,
            @Nullable Instant endedAt, @Nullable String reason) {
        static View of(Interception it, Person person) {
            var to = it.wish().to();
            return new View(it.interceptionId(), it.parcelId(), it.orders(), it.wish().kind(), it.state(), it.attempt(),
                    to == null || person.isBuyer() ? to : to.masked(), it.wish().price(), it.wish().at(),
                    it.state() == InterceptionState.OFFERED ? it.wish().payBy() : null, it.endedAt(), it.reason());
        }
    }

    private final InterceptParcel intercept;
    private final AggregateStore<Interception> interceptions;
    private final AggregateStore<Parcel> parcels;

    InterceptionController(InterceptParcel intercept, AggregateStore<Interception> interceptions,
            AggregateStore<Parcel> parcels) {
        this.intercept = intercept;
        this.interceptions = interceptions;
        this.parcels = parcels;
    }

    @GetMapping
    @Operation(summary = "The interception of a parcel, for its buyer and the shop's people")
    ResponseEntity<View> show(@PathVariable String parcelId, Person person) {
        visible(parcelId, person);
        return answer(interceptions.find(Interception.idOf(parcelId)).orElseThrow(ProblemException::notFound), person);
    }

    @PostMapping
    @Operation(summary = "Has a parcel that left come back, or go elsewhere; what a buyer wants, the buyer pays by a payment request")
    ResponseEntity<View> ask(@PathVariable String parcelId, @RequestBody @Valid NewInterception body, Person person,
            CommandContext context) {
        var parcel = visible(parcelId, person);
        boolean isStop = body.kind().equals(Interception.STOP);
        if (person.isBuyer() ? isStop || Boolean.TRUE.equals(body.shopBears()) : !Roles.mayChangeAddress(person))
            throw ProblemException.forbidden();
        if (isStop == (body.address() != null))
            throw new InvalidFieldException("address", isStop ? "unknown-field" : "required", null);
        var to = body.address() == null ? null : body.address().address();
        return answer(intercept.handle(parcel, to, Boolean.TRUE.equals(body.shopBears()), context).orThrow().stored(),
                person);
    }

    @PostMapping("/answer")
    @Operation(summary = "What the carrier answered; its scans answer too")
    ResponseEntity<View> answered(@PathVariable String parcelId, @RequestBody @Valid CarrierAnswer body, Person person,
            CommandContext context) {
        if (!person.worksIn(visible(parcelId, person).shop()))
            throw ProblemException.notFound();
        if (!person.has("aftersales") && !person.has("waybill-clerk") && !person.has("supervisor"))
            throw ProblemException.forbidden();
        var end = body.outcome().equals("done") ? InterceptionState.DONE : InterceptionState.REFUSED;
        return answer(intercept.answered(parcelId, end, body.reason(), context).orThrow().stored(), person);
    }

    private Parcel visible(String parcelId, Person person) {
        return parcels.find(parcelId).map(Stored::aggregate).filter(parcel -> person.worksIn(parcel.shop())
                || person.isBuyer(parcel.buyer().shop(), parcel.buyer().channel(), parcel.buyer().buyerId()))
                .orElseThrow(ProblemException::notFound);
    }

    private static ResponseEntity<View> answer(Stored<Interception> stored, Person person) {
        return Etags.ok(stored, View.of(stored.aggregate(), person));
    }
}
