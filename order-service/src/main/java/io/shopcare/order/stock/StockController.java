package io.shopcare.order.stock;

import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;

/** Stock over HTTP, for the store keeper. */
@RestController
@RequestMapping("/api/order")
@Tag(name = "Stock")
class StockController {

    /** Why units move by hand. */
    enum Reason {
        @JsonProperty("received")
        RECEIVED, @JsonProperty("damaged")
        DAMAGED, @JsonProperty("restored")
        RESTORED, @JsonProperty("counted")
        COUNTED;

        MoveStock.Cause cause() {
            return MoveStock.Cause.valueOf(name());
        }
    }

    record Movement(@NotBlank @Size(max = 40) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String warehouse,
            @Min(0) @Max(1_000_000) int quantity, @NotNull Reason reason, @Nullable @Size(max = 200) String note) {}

    /** One stock with its figures. */
    @Schema(name = "StockView")
    record View(String shop, String sku, String warehouse, StockFigures figures) {
        static View of(Stock stock) {
            return new View(stock.shop(), stock.sku(), stock.warehouse(), stock.figures());
        }
    }

    /** What the check found in a piece of the shop; {@code agrees} is about this piece, {@code next} leads on. */
    record Check(boolean agrees, List<CheckLedger.Difference> differences, int checked, @Nullable String next) {}

    private final BookStock book;
    private final StockLevels levels;
    private final CheckLedger check;

    StockController(BookStock book, StockLevels levels, CheckLedger check) {
        this.book = book;
        this.levels = levels;
        this.check = check;
    }

    @PostMapping("/skus/{sku}/stock-movements")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor')")
    @Operation(summary = "Books goods that came in, were found damaged, may be sold after all, or were counted; promised ones that are not there are lost by the youngest orders that are not printed")
    ResponseEntity<View> move(@PathVariable String sku, @RequestParam String shop,
            @RequestBody @Valid Movement movement, Person person, CommandContext context) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        if (movement.quantity() == 0 && movement.reason() != Reason.COUNTED)
            throw new InvalidFieldException("quantity", "not-positive", null);
        var moved = book.handle(new MoveStock.Command(shop, sku, movement.warehouse(), movement.quantity(),
                movement.reason().cause(), movement.note()), context).orThrow().stored();
        return Etags.ok(moved, View.of(moved.aggregate()));
    }

    @GetMapping("/skus/{sku}/stock")
    @PreAuthorize("!hasAnyRole('buyer', 'visitor')")
    @Operation(summary = "The stock of a SKU by warehouse")
    List<View> levels(@PathVariable String sku, @RequestParam String shop, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return levels.of(shop, sku).stream().map(View::of).toList();
    }

    @GetMapping("/stock-check")
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor', 'admin')")
    @Operation(summary = "Adds up the ledgers of a shop's stocks, page by page, and compares them with the figures")
    Check check(@RequestParam String shop, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        var piece = piece(List.of(shop), after, limit);
        return new Check(piece.differences().isEmpty(), piece.differences(), piece.checked(), piece.next());
    }

    /** What the check found in a piece of the caller's shops; {@code next} leads to the following piece. */
    record PieceOfCheck(List<CheckLedger.Difference> differences, int checked, @Nullable String next) {}

    @GetMapping("/admin/stock-check")
    @PreAuthorize("hasAnyRole('admin', 'supervisor')")
    @Operation(summary = "The same, piece by piece, for all shops of the caller (./shopcare check stock)")
    PieceOfCheck check(@RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit, Person person) {
        return piece(person.shops(), after, limit);
    }

    private PieceOfCheck piece(Collection<String> shops, @Nullable String after, int limit) {
        var cursor = Cursor.read(after, 1);
        var last = cursor == null ? null : cursor.keys().getFirst();
        if (last != null && last.indexOf('/') < 0)
            throw new InvalidFieldException("after", "malformed", null);
        var found = check.of(shops, last, limit);
        return new PieceOfCheck(found.differences(), found.checked(),
                found.last() == null ? null : Cursor.of(found.last()).text());
    }
}
