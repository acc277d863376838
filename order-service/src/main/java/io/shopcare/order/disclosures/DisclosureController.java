package io.shopcare.order.disclosures;

import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.order.trade.Address;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AuditTrail;

/**
 * The address of an order in full. People of the shop see it masked on the order's page; who needs more says what for, and
 * before it is shown the audit trail says who saw it, when, and why.
 */
@RestController
@RequestMapping("/api/order/orders/{id}/address-disclosures")
@Tag(name = "Orders")
class DisclosureController {
    private static final String PURPOSES = "delivery|call-the-buyer|address-check|complaint|authority";

    record WhatFor(
            @NotBlank @Pattern(regexp = PURPOSES) @Schema(description = "one of "
                    + PURPOSES, example = "call-the-buyer") String purpose) {}

    record Disclosed(String orderId, Address address, String purpose) {
        @Override
        public String toString() {
            return "Disclosed[" + orderId + "]";
        }
    }

    private final VisibleOrders orders;
    private final AuditTrail trail;

    DisclosureController(VisibleOrders orders, AuditTrail trail) {
        this.orders = orders;
        this.trail = trail;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('auditor', 'waybill-clerk', 'presales', 'aftersales', 'supervisor')")
    @Operation(summary = "The address in full, for a purpose; who saw it and why is kept in the audit trail", description = "Each look is a line of its own, a repeat under the same key too.")
    Disclosed disclose(@PathVariable String id, @RequestBody @Valid WhatFor wish, Person person,
            CommandContext context) { // takes the key that every acting POST needs
        var order = orders.ofStaff(id, person).aggregate();
        trail.add(Ids.next(), "order", id, "disclose-address", person.actor(), Map.of("purpose", wish.purpose()));
        return new Disclosed(id, order.sale().address(), wish.purpose());
    }
}
