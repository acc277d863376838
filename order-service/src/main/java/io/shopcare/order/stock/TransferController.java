package io.shopcare.order.stock;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Transfers between warehouses, for the store keeper. */
@RestController
@RequestMapping("/api/order/stock-transfers")
@Tag(name = "Stock")
class TransferController {

    record NewTransfer(@NotBlank @Size(max = 64) String sku,
            @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String from,
            @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String to,
            @Positive @Max(1_000_000) int quantity, @Nullable @Size(max = 200) String note) {}

    private final MoveBetween move;
    private final AggregateStore<Transfer> transfers;

    TransferController(MoveBetween move, AggregateStore<Transfer> transfers) {
        this.move = move;
        this.transfers = transfers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "Moves free units from one warehouse to another, in both ledgers or in none")
    ResponseEntity<Transfer> move(@RequestParam String shop, @RequestBody @Valid NewTransfer body, Person person,
            CommandContext context) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        var moved = move.handle(new MoveBetween.Command(shop, body.sku(), body.from(), body.to(), body.quantity(),
                body.note()), context).orThrow().stored();
        return ResponseEntity.created(URI.create("/api/order/stock-transfers/" + moved.id()))
                .body(moved.aggregate());
    }

    @GetMapping("/{transferId}")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "How far a transfer is")
    Transfer get(@PathVariable String transferId, Person person) {
        return transfers.find(transferId).map(Stored::aggregate).filter(found -> person.worksIn(found.shop()))
                .orElseThrow(ProblemException::notFound);
    }
}
