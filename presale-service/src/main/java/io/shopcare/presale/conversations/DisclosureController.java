package io.shopcare.presale.conversations;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AuditTrail;

/**
 * What was said, as it was said. The shop's people see phone numbers and e-mail addresses masked; who needs them says what
 * for, and before they are shown the audit trail says who saw them, when, and why.
 */
@RestController
@RequestMapping("/api/presale/conversations/{id}/message-disclosures")
@Tag(name = "messages")
class DisclosureController {
    private static final int MOST = 200;

    record Said(long seq, AuthorKind by, String text) {
        @Override
        public String toString() {
            return "Said[" + seq + "]";
        }
    }

    record Disclosed(String conversation, List<Said> items, String purpose) {}

    private final ConversationAccess access;
    private final Messages messages;
    private final AuditTrail trail;

    DisclosureController(ConversationAccess access, Messages messages, AuditTrail trail) {
        this.access = access;
        this.messages = messages;
        this.trail = trail;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('presales', 'supervisor')")
    @Operation(summary = "What was said in full, for a purpose; who saw it and why is kept in the audit trail", description = "Up to 200 messages; each look is a line of its own.")
    Disclosed disclose(@PathVariable String id, @Valid @RequestBody ConversationRequests.WhatFor wish, Person person) {
        var conversation = access.visible(id, person);
        trail.add(Ids.next(), "conversation", id, "disclose-messages", person.actor(),
                Map.of("purpose", wish.purpose()));
        var said = messages.after(conversation.id(), wish.after() == null ? 0 : wish.after(), MOST).stream()
                .map(message -> new Said(message.seq(), message.author().kind(), message.text())).toList();
        return new Disclosed(id, said, wish.purpose());
    }
}
