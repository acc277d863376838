package io.shopcare.order.disclosures;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Question;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Invoice;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AuditTrail;

/**
 * The address of an order in full, what its buyer typed, and its invoice. People of the shop see them masked on the order's page; who needs more
 * says what for, and before it is shown the audit trail says who saw it, when, and why.
 */
@RestController
@RequestMapping("/api/order/orders/{id}")
@Tag(name = "Orders")
class DisclosureController {
    private static final String PURPOSES = "delivery|call-the-buyer|address-check|complaint|authority";
    private static final String INVOICE_PURPOSES = "invoicing|invoice-check|complaint|authority";

    record WhatFor(
            @NotBlank @Pattern(regexp = PURPOSES) @Schema(description = "one of "
                    + PURPOSES, example = "call-the-buyer") String purpose) {}

    /**
     * @param remark  as the buyer wrote it
     * @param answers of the buyer, or of who talks to them, to what was asked about the order
     */
    record Disclosed(String orderId, Address address, @Nullable String remark, List<String> answers, String purpose) {
        @Override
        public String toString() {
            return "Disclosed[" + orderId + "]";
        }
    }

    record WhatInvoiceFor(
            @NotBlank @Pattern(regexp = INVOICE_PURPOSES) @Schema(description = "one of "
                    + INVOICE_PURPOSES, example = "invoicing") String purpose) {}

    record DisclosedInvoice(String orderId, Invoice invoice, String purpose) {
        @Override
        public String toString() {
            return "DisclosedInvoice[" + orderId + "]";
        }
    }

    private final VisibleOrders orders;
    private final AuditTrail trail;

    DisclosureController(VisibleOrders orders, AuditTrail trail) {
        this.orders = orders;
        this.trail = trail;
    }

    @PostMapping("/address-disclosures")
    @PreAuthorize("hasAnyRole('auditor', 'waybill-clerk', 'presales', 'aftersales', 'supervisor')")
    @Operation(summary = "The address and what the buyer typed in full, for a purpose; who saw it and why is kept in the audit trail", description = "Each look is a line of its own.")
    Disclosed disclose(@PathVariable String id, @RequestBody @Valid WhatFor wish, Person person) {
        var order = orders.ofStaff(id, person).aggregate();
        trail.add(Ids.next(), "order", id, "disclose-address", person.actor(), Map.of("purpose", wish.purpose()));
        var answers = order.questions().all().stream().map(Question::answer).filter(Objects::nonNull)
                .map(Question.Answer::words).filter(Objects::nonNull).toList();
        return new Disclosed(id, order.sale().address(), order.sale().remark(), answers, wish.purpose());
    }

    @PostMapping("/invoice-disclosures")
    @PreAuthorize("hasAnyRole('finance', 'auditor', 'aftersales', 'supervisor')")
    @Operation(summary = "The wanted invoice in full, for a purpose; who saw it and why is kept in the audit trail", description = "Each look is a line of its own.")
    DisclosedInvoice disclose(@PathVariable String id, @RequestBody @Valid WhatInvoiceFor wish, Person person) {
        var order = orders.ofStaff(id, person).aggregate();
        var invoice = order.sale().invoice();
        if (invoice == null)
            throw ProblemException.notFound();
        trail.add(Ids.next(), "order", id, "disclose-invoice", person.actor(), Map.of("purpose", wish.purpose()));
        return new DisclosedInvoice(id, invoice, wish.purpose());
    }
}
