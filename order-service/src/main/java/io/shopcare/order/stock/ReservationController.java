package io.shopcare.order.stock;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;

/** Stock that is held for a cart or a quote for some minutes (预留): all of it or none, and given back by itself. */
@RestController
@RequestMapping("/api/order/reservations")
@Tag(name = "Stock")
class ReservationController {
    private static final Duration USUAL = Duration.ofMinutes(15);

    /** @param minutes for which it is held, at most an hour; 15 when it does not say */
    record NewReservation(@NotBlank String shop, @NotEmpty @Size(max = 200) List<@Valid Line> lines,
            @Nullable @Positive @Max(60) Integer minutes, @Nullable @Valid OnBehalfOf buyer) {

        Map<String, Integer> demand() {
            var demand = new TreeMap<String, Integer>();
            lines.forEach(line -> demand.merge(line.sku(), line.quantity(), Integer::sum));
            return demand;
        }
    }

    @Schema(name = "ReservationLine")
    record Line(@NotBlank @Size(max = 64) String sku, @Positive @Max(10_000) int quantity) {}

    @Schema(name = "ReservationOnBehalfOf")
    record OnBehalfOf(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String channel,
            @NotBlank @Size(max = 128) String buyerId) {}

    /** @param keptUntil when it is given back unless an order took it */
    @Schema(name = "ReservationView")
    record View(String reservationId, String shop, Buyer buyer, ReservationState state, List<StockLine> lines,
            @Nullable Instant keptUntil) {

        static View of(Reservation reservation) {
            return new View(reservation.reservationId(), reservation.shop(), reservation.buyer(), reservation.state(),
                    reservation.lines(), reservation.keptUntil());
        }
    }

    private final ReserveStock reserve;
    private final Reservations reservations;
    private final Clock clock;

    ReservationController(ReserveStock reserve, Reservations reservations, Clock clock) {
        this.reserve = reserve;
        this.reservations = reservations;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('buyer', 'presales', 'service')")
    @Operation(summary = "Holds stock for some minutes; the order that names it takes it over")
    ResponseEntity<View> hold(@RequestBody @Valid NewReservation body, Person person, CommandContext context) {
        if (!person.isIn(body.shop()))
            throw ProblemException.notFound();
        var until = clock.instant().plus(body.minutes() == null ? USUAL : Duration.ofMinutes(body.minutes()));
        var held = reserve.handle(new ReserveStock.Request(body.shop(), context.newId(), buyer(body, person),
                body.demand(), until, until, context), context.actor()).orThrow().stored().aggregate();
        return ResponseEntity.created(URI.create("/api/order/reservations/" + held.reservationId()))
                .body(View.of(held));
    }

    @GetMapping("/{reservationId}")
    @Operation(summary = "What is held, and until when")
    View get(@PathVariable String reservationId, Person person) {
        return View.of(visible(reservationId, person));
    }

    @PostMapping("/{reservationId}/release")
    @PreAuthorize("hasAnyRole('buyer', 'presales', 'service')")
    @Operation(summary = "Lets it go before its time")
    View release(@PathVariable String reservationId, Person person, CommandContext context) {
        return View.of(reservations.letGo(visible(reservationId, person), context).orThrow().stored().aggregate());
    }

    private Reservation visible(String reservationId, Person person) {
        return reservations.find(reservationId).filter(found -> person.worksIn(found.shop())
                || person.isBuyer(found.shop(), found.buyer().channel(), found.buyer().buyerId()))
                .orElseThrow(ProblemException::notFound);
    }

    private static Buyer buyer(NewReservation body, Person person) {
        if (person.isBuyer())
            return new Buyer(body.shop(), Objects.requireNonNullElse(person.channel(), "web"), person.id());
        var behalf = body.buyer();
        if (behalf == null)
            throw new InvalidFieldException("buyer", "required", null);
        return new Buyer(body.shop(), behalf.channel(), behalf.buyerId());
    }
}
