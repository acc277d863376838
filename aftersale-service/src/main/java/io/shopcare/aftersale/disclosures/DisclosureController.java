package io.shopcare.aftersale.disclosures;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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

import io.shopcare.aftersale.cases.BuyerWords;
import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.VisibleCases;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AuditTrail;

/**
 * What the buyer wrote with a case, as it was written. People of the shop see phone numbers and e-mail addresses in it
 * masked; who needs more says what for, and before it is shown the audit trail says who saw it, when, and why.
 */
@RestController
@RequestMapping("/api/aftersale/cases/{id}/words-disclosures")
@Tag(name = "Cases")
class DisclosureController {
    private static final String PURPOSES = "call-the-buyer|delivery|complaint|authority";

    record WhatFor(
            @NotBlank @Pattern(regexp = PURPOSES) @Schema(description = "one of "
                    + PURPOSES, example = "call-the-buyer") String purpose) {}

    record Disclosed(String caseId, List<String> words, String purpose) {
        @Override
        public String toString() {
            return "Disclosed[" + caseId + "]";
        }
    }

    private final VisibleCases cases;
    private final AuditTrail trail;

    DisclosureController(VisibleCases cases, AuditTrail trail) {
        this.cases = cases;
        this.trail = trail;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('aftersales', 'supervisor')")
    @Operation(summary = "What the buyer wrote in full, for a purpose; who saw it and why is kept in the audit trail", description = "Each look is a line of its own.")
    Disclosed disclose(@PathVariable String id, @RequestBody @Valid WhatFor wish, Person person) {
        Case theCase = cases.find(id, person).aggregate();
        trail.add(Ids.next(), "case", id, "disclose-words", person.actor(), Map.of("purpose", wish.purpose()));
        var words = theCase.requests().stream().map(request -> request.words()).filter(Objects::nonNull)
                .map(BuyerWords::text).toList();
        return new Disclosed(id, words, wish.purpose());
    }
}
