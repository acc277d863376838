package io.shopcare.order.refunds;

import java.util.Arrays;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Refunds to look at; they are asked for by cases, and by finance where one failed for certain. */
@RestController
@Tag(name = "Refunds")
final class RefundController {
    private final AggregateStore<Refund> refunds;
    private final RefundLists lists;
    private final RetryRefund retrying;
    private final ConfirmPayout confirming;

    /** @param reference under which the bank knows the transfer */
    record NewConfirmation(@NotBlank @Size(max = 64) @Pattern(regexp = "[0-9A-Za-z_-]+") String reference) {}

    RefundController(AggregateStore<Refund> refunds, RefundLists lists, RetryRefund retrying,
            ConfirmPayout confirming) {
        this.refunds = refunds;
        this.lists = lists;
        this.retrying = retrying;
        this.confirming = confirming;
    }

    @GetMapping("/api/order/orders/{orderId}/refunds")
    @Operation(summary = "The refunds of an order, for its buyer and the shop's people")
    Page<RefundView> ofOrder(@PathVariable String orderId, Person person) {
        return new Page<>(lists.ofOrder(orderId).stream().filter(refund -> maySee(person, refund))
                .map(refund -> RefundView.of(refund, person)).toList(), null);
    }

    @GetMapping("/api/order/refunds")
    @Operation(summary = "Refunds in one stage, oldest first: what is in doubt, what failed, what finance pays by hand")
    Page<RefundView> inStage(@RequestParam String shop,
            @RequestParam @Parameter(example = "in-doubt") String stage,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit,
            Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        if (limit < 1 || limit > 200)
            throw new InvalidFieldException("limit", "malformed", null);
        return lists.inStage(shop, stage(stage), Cursor.read(after, 2), limit)
                .map(refund -> RefundView.of(refund, person));
    }

    @GetMapping("/api/order/refunds/{refundId}")
    @Operation(summary = "A refund")
    ResponseEntity<RefundView> show(@PathVariable String refundId, Person person) {
        return answer(refunds.find(refundId).filter(found -> maySee(person, found.aggregate()))
                .orElseThrow(ProblemException::notFound), person);
    }

    @PostMapping("/api/order/refunds/{refundId}/attempts")
    @Operation(summary = "Try a definite failure again (finance)")
    ResponseEntity<RefundView> retry(@PathVariable String refundId, Person person, CommandContext context) {
        var seen = refunds.find(refundId).filter(found -> person.worksIn(found.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
        if (!maySettle(person))
            throw ProblemException.forbidden();
        retrying.handle(seen.aggregate(), context).orThrow();
        return answer(refunds.find(refundId).orElseThrow(), person);
    }

    @PostMapping("/api/order/refunds/{refundId}/payouts/{refundNo}/confirmation")
    @Operation(summary = "Finance has paid this part by hand; a reference of the bank counts once")
    ResponseEntity<RefundView> confirm(@PathVariable String refundId, @PathVariable String refundNo,
            @RequestBody @Valid NewConfirmation body, Person person, CommandContext context) {
        var seen = refunds.find(refundId).filter(found -> person.worksIn(found.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
        if (!maySettle(person))
            throw ProblemException.forbidden();
        confirming.handle(seen.aggregate(), refundNo, body.reference(), context).orThrow();
        return answer(refunds.find(refundId).orElseThrow(), person);
    }

    static boolean maySettle(Person person) {
        return person.has("finance") || person.has("supervisor");
    }

    private static ResponseEntity<RefundView> answer(Stored<Refund> stored, Person person) {
        return Etags.ok(stored, RefundView.of(stored.aggregate(), person));
    }

    private static boolean maySee(Person person, Refund refund) {
        var buyer = refund.buyer();
        return person.worksIn(refund.shop()) || person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId());
    }

    private static RefundStage stage(String code) {
        return Arrays.stream(RefundStage.values()).filter(stage -> stage.code().equals(code)).findFirst()
                .orElseThrow(() -> new InvalidFieldException("stage", "malformed", null));
    }
}
