package io.shopcare.presale.conversations;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Page;
import io.shopcare.presale.conversations.ConversationView.PromiseView;

/** What is said and promised in a conversation, over plain HTTP. */
@RestController
@RequestMapping("/api/presale/conversations/{id}")
@Tag(name = "messages")
class MessageController {
    private final ConversationAccess access;
    private final Messages messages;
    private final PostMessage postMessage;
    private final MakePromise makePromise;

    MessageController(ConversationAccess access, Messages messages, PostMessage postMessage, MakePromise makePromise) {
        this.access = access;
        this.messages = messages;
        this.postMessage = postMessage;
        this.makePromise = makePromise;
    }

    @PostMapping("/messages")
    @PreAuthorize("hasAnyRole('buyer', 'visitor', 'presales', 'supervisor')")
    @ApiResponse(responseCode = "201", description = "a new message", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "the message that was sent before under this clientMessageId", useReturnTypeSchema = true)
    @Operation(summary = "Say something", description = "201 for a new message, 200 for one that was sent before under the same clientMessageId.")
    ResponseEntity<MessageView> post(@PathVariable String id, @Valid @RequestBody ConversationRequests.Post body,
            Person person, CommandContext context) {
        var conversation = access.visible(id, person);
        var who = ConversationAccess.participant(person, conversation);
        var kind = body.kind() == null ? MessageKind.TEXT : body.kind();
        var draft = new Draft(Authors.of(who, conversation), kind, body.text(), body.clientMessageId(), body.sku(),
                body.orderId());
        var posted = postMessage.handle(id, draft, who, context);
        var view = MessageView.of(id, postMessage.read(posted), who);
        return posted.again()
                ? ResponseEntity.ok(view)
                : ResponseEntity.created(URI.create("/api/presale/conversations/" + id + "/messages?after="
                        + (view.seq() - 1) + "&limit=1")).body(view);
    }

    @GetMapping("/messages")
    @PreAuthorize("hasAnyRole('buyer', 'visitor', 'presales', 'supervisor')")
    @Operation(summary = "Messages after a place, in order and without gaps")
    Page<MessageView> list(@PathVariable String id, @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        var reader = ConversationAccess.participant(person, access.visible(id, person));
        var found = messages.after(id, after, limit + 1);
        boolean more = found.size() > limit;
        var items = found.stream().limit(limit).map(message -> MessageView.of(id, message, reader)).toList();
        return new Page<>(items, more ? Long.toString(items.getLast().seq()) : null);
    }

    @PostMapping("/promises")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('presales', 'supervisor')")
    @Operation(summary = "Record a promise with the message that proves it")
    ResponseEntity<PromiseView> promise(@PathVariable String id,
            @Valid @RequestBody ConversationRequests.Promise body, Person person, CommandContext context) {
        var who = ConversationAccess.participant(person, access.visible(id, person));
        var accepted = makePromise.handle(new MakePromise.Command(id, body.kind(), body.text(), body.due(), body.sku(),
                body.quantity(), body.messageSequence(), body.orderId(), who), context).orThrow();
        var made = accepted.stored().aggregate().promises().stream()
                .filter(promise -> promise.promiseId().equals(accepted.answers().get("promiseId"))).findFirst()
                .orElseThrow();
        return ResponseEntity.created(URI.create("/api/presale/conversations/" + id)).body(PromiseView.of(made));
    }
}
