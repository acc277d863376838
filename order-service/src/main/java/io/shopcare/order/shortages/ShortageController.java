package io.shopcare.order.shortages;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/** What is missing for an order, and what is chosen to be done about it. */
@RestController
@RequestMapping("/api/order")
@Tag(name = "Shortages")
class ShortageController {

    /**
     * @param lineId whose units are swapped; only with {@code swap}
     * @param sku    what is taken instead; only with {@code swap}
     */
    record NewChoice(@NotNull Choice choice, @Nullable @Size(max = 64) String lineId,
            @Nullable @Size(max = 64) String sku) {

        @Nullable
        Swap swap() {
            if (choice == Choice.SWAP)
                return new Swap(given("lineId", lineId), given("sku", sku));
            if (lineId != null || sku != null)
                throw new InvalidFieldException(lineId != null ? "lineId" : "sku", "unknown-field", null);
            return null;
        }

        private static String given(String field, @Nullable String text) {
            if (text == null || text.isBlank())
                throw new InvalidFieldException(field, "required", null);
            return text;
        }
    }

    /**
     * A shortage as it is answered.
     *
     * @param choices that are possible now
     * @param by      who chose; told to the shop's people
     */
    @Schema(name = "ShortageView")
    record View(String orderId, ShortageState state, Instant since, List<Choice> choices, @Nullable Choice choice,
            @Nullable Swap swap, @Nullable ActorRef by, @Nullable Instant chosenAt) {

        static View of(Shortage shortage, List<Choice> choices, Person person) {
            return new View(shortage.orderId(), shortage.state(), shortage.since(), choices, shortage.choice(),
                    shortage.swap(), person.worksIn(shortage.shop()) ? shortage.by() : null,
                    shortage.chosenAt());
        }
    }

    private final ChooseForShortage choose;
    private final AggregateStore<Shortage> shortages;
    private final ShortageLists lists;
    private final VisibleOrders visible;

    ShortageController(ChooseForShortage choose, AggregateStore<Shortage> shortages, ShortageLists lists,
            VisibleOrders visible) {
        this.choose = choose;
        this.shortages = shortages;
        this.lists = lists;
        this.visible = visible;
    }

    @GetMapping("/orders/{id}/shortage")
    @Operation(summary = "Whether goods are missing for an order, and what may be chosen")
    View get(@PathVariable String id, Person person) {
        var order = visible.of(id, person).aggregate();
        return shortages.find(id).map(stored -> view(stored.aggregate(), order, person))
                .orElseThrow(ProblemException::notFound);
    }

    @PostMapping("/orders/{id}/shortage/choice")
    @PreAuthorize("hasAnyRole('buyer', 'presales', 'aftersales', 'auditor', 'supervisor')")
    @Operation(summary = "Wait, take another article at its price, ship what is there and pay back the rest, or cancel and pay back all")
    View choose(@PathVariable String id, @RequestBody @Valid NewChoice body, Person person, CommandContext context) {
        var order = visible.of(id, person).aggregate();
        var chosen = choose.handle(order, body.choice(), body.swap(), context).orThrow().stored().aggregate();
        return view(chosen, visible.of(id, person).aggregate(), person);
    }

    @GetMapping("/shortages")
    @PreAuthorize("!hasAnyRole('buyer', 'visitor')")
    @Operation(summary = "Orders of a shop that goods are missing for, by state")
    Page<View> list(@RequestParam String shop, @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        var wanted = Arrays.stream(ShortageState.values()).filter(each -> each.code().equals(state)).findFirst()
                .orElseThrow(() -> new InvalidFieldException("state", "malformed", null));
        return lists.page(shop, wanted, Cursor.read(after, 1), limit)
                .map(shortage -> View.of(shortage, List.of(), person));
    }

    private View view(Shortage shortage, Order order, Person person) {
        return View.of(shortage, choose.choices(order), person);
    }
}
