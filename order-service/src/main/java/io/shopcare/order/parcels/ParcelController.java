package io.shopcare.order.parcels;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** The stages of fulfilment; each step is for the role that {@link ParcelStep} names. */
@RestController
@RequestMapping("/api/order/parcels")
@Tag(name = "Parcels")
final class ParcelController {
    private final AggregateStore<Parcel> parcels;
    private final ParcelLists lists;
    private final PrintWaybill printing;
    private final InspectParcel inspecting;
    private final HandOverParcel handingOver;
    private final FulfilmentSettings settings;
    private final Clock clock;

    ParcelController(AggregateStore<Parcel> parcels, ParcelLists lists, PrintWaybill printing,
            InspectParcel inspecting, HandOverParcel handingOver, FulfilmentSettings settings, Clock clock) {
        this.parcels = parcels;
        this.lists = lists;
        this.printing = printing;
        this.inspecting = inspecting;
        this.handingOver = handingOver;
        this.settings = settings;
        this.clock = clock;
    }

    record Units(@NotEmpty @Size(max = 200) List<@Valid ScannedUnit> units,
            @Nullable @Size(max = 50) @Schema(description = "Ids of the promises that were ticked") Set<String> promisesKept) {}

    record Box(@Nullable @Schema(example = "gift-box-l") String packaging) {}

    record Weight(@Positive @Max(10_000_000) @Schema(example = "2065") int grams) {}

    @GetMapping(params = "stage")
    @Operation(summary = "The queue of a stage, longest waiting first")
    Page<ParcelView> queue(@RequestParam String shop, @RequestParam String stage,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit,
            Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        if (limit < 1 || limit > 200)
            throw new InvalidFieldException("limit", "malformed", null);
        return lists.queue(shop, stage(stage), Cursor.read(after, 2), limit)
                .map(parcel -> ParcelView.of(parcel, person));
    }

    @GetMapping(params = {"orderId", "!stage"})
    @Operation(summary = "The parcels of an order, for its buyer and the shop's people")
    Page<ParcelView> ofOrder(@RequestParam String orderId, Person person) {
        return new Page<>(lists.ofOrder(orderId).stream().filter(parcel -> maySee(person, parcel))
                .map(parcel -> ParcelView.of(parcel, person)).toList(), null);
    }

    @GetMapping("/{parcelId}")
    @Operation(summary = "A parcel with its trace")
    ResponseEntity<ParcelView> show(@PathVariable String parcelId, Person person) {
        var stored = parcels.find(parcelId).filter(found -> maySee(person, found.aggregate()))
                .orElseThrow(ProblemException::notFound);
        return answer(stored, person);
    }

    @PostMapping("/{parcelId}/waybill")
    @Operation(summary = "Print the waybill (waybill-clerk)", description = "Every order in it is asked for its permit; refused while one is on hold.")
    ResponseEntity<ParcelView> print(@PathVariable String parcelId, Person person, CommandContext context) {
        return step(parcelId, person, (seen, worker) -> printing.handle(seen, worker, context));
    }

    @PostMapping("/{parcelId}/picking")
    @Operation(summary = "Picked (picker)")
    ResponseEntity<ParcelView> pick(@PathVariable String parcelId, Person person, CommandContext context) {
        return decide(parcelId, person, context, (parcel, worker) -> parcel.pick(worker, clock.instant()));
    }

    @PostMapping("/{parcelId}/inspection")
    @Operation(summary = "Every unit scanned (inspector)", description = "A wrong, missing or extra unit stops the parcel; open promises must be ticked.")
    ResponseEntity<ParcelView> inspect(@PathVariable String parcelId, @RequestBody @Valid Units scanned, Person person,
            CommandContext context) {
        var ticked = scanned.promisesKept() == null ? Set.<String>of() : scanned.promisesKept();
        return step(parcelId, person,
                (seen, worker) -> inspecting.handle(seen, worker, scanned.units(), ticked, context));
    }

    @PostMapping("/{parcelId}/packing")
    @Operation(summary = "Packed and closed (packer)")
    ResponseEntity<ParcelView> pack(@PathVariable String parcelId, @RequestBody(required = false) @Nullable Box box,
            Person person, CommandContext context) {
        var kind = box == null || box.packaging() == null ? settings.defaultPackaging() : box.packaging();
        var packaging = settings.packaging(kind)
                .orElseThrow(() -> new InvalidFieldException("packaging", "malformed", null));
        return decide(parcelId, person, context, (parcel, worker) -> parcel.pack(worker, packaging, clock.instant()));
    }

    @PostMapping("/{parcelId}/weighing")
    @Operation(summary = "Weighed (weigher)", description = "A difference of more than max(50 g, 5 %) sends it back to inspection.")
    ResponseEntity<ParcelView> weigh(@PathVariable String parcelId, @RequestBody @Valid Weight weight, Person person,
            CommandContext context) {
        return decide(parcelId, person, context,
                (parcel, worker) -> parcel.weigh(worker, weight.grams(), clock.instant()));
    }

    @PostMapping("/{parcelId}/handover")
    @Operation(summary = "Handed to the carrier (packer, store-keeper)")
    ResponseEntity<ParcelView> handOver(@PathVariable String parcelId, Person person, CommandContext context) {
        return step(parcelId, person, (seen, worker) -> handingOver.handle(seen, worker, context));
    }

    @PostMapping("/{parcelId}/return")
    @Operation(summary = "Back in the warehouse without a scan of the carrier (store-keeper)", description = "Its units lie apart in stock, its orders pay back what was paid for them; the carrier's scan that comes later changes nothing.")
    ResponseEntity<ParcelView> bookBack(@PathVariable String parcelId, Person person, CommandContext context) {
        return decide(parcelId, person, context, (parcel, worker) -> parcel.bookBack(worker, clock.instant()));
    }

    private ResponseEntity<ParcelView> decide(String parcelId, Person person, CommandContext context,
            BiFunction<Parcel, Worker, Decision<Parcel>> question) {
        return step(parcelId, person, (seen, worker) -> parcels.decide(parcelId, context,
                parcel -> question.apply(parcel, worker)));
    }

    private ResponseEntity<ParcelView> step(String parcelId, Person person,
            BiFunction<Parcel, Worker, Outcome<Parcel>> work) {
        var seen = parcels.find(parcelId).filter(found -> person.worksIn(found.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
        return answer(work.apply(seen.aggregate(), Worker.of(person)).orThrow().stored(), person);
    }

    private static ResponseEntity<ParcelView> answer(Stored<Parcel> stored, Person person) {
        return Etags.ok(stored, ParcelView.of(stored.aggregate(), person));
    }

    private static boolean maySee(Person person, Parcel parcel) {
        var buyer = parcel.buyer();
        return person.worksIn(parcel.shop()) || person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId());
    }

    private static ParcelStage stage(String code) {
        return java.util.Arrays.stream(ParcelStage.values()).filter(stage -> stage.code().equals(code)).findFirst()
                .orElseThrow(() -> new InvalidFieldException("stage", "malformed", null));
    }
}
