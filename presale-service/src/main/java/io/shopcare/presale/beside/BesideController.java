package io.shopcare.presale.beside;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.security.Person;
import io.shopcare.presale.conversations.ConversationAccess;

/** The page beside the chat. */
@RestController
@Tag(name = "beside")
class BesideController {
    private final ConversationAccess access;
    private final BesideTheChat beside;

    BesideController(ConversationAccess access, BesideTheChat beside) {
        this.access = access;
        this.beside = beside;
    }

    @GetMapping("/api/presale/conversations/{id}/beside")
    @PreAuthorize("hasAnyRole('presales', 'supervisor')")
    @Operation(summary = "Customer and orders beside the chat", description = "Each part says how it came: fresh, copy with its age, none, or not-available.")
    BesideTheChat.Beside look(@PathVariable String id, Person person) {
        return beside.of(access.visible(id, person).buyer());
    }
}
