package io.shopcare.presale.conversations;

import java.net.URI;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.CallerLanguage;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Conversations over HTTP: open, look, list, sum up, end. */
@RestController
@RequestMapping("/api/presale/conversations")
@Tag(name = "conversations")
class ConversationController {
    private final Conversations conversations;
    private final ConversationList list;
    private final ConversationAccess access;
    private final ConversationViews views;
    private final OpenConversation openConversation;
    private final WrapUpConversation wrapUpConversation;
    private final CloseConversation closeConversation;

    ConversationController(Conversations conversations, ConversationList list, ConversationAccess access,
            ConversationViews views, OpenConversation openConversation, WrapUpConversation wrapUpConversation,
            CloseConversation closeConversation) {
        this.conversations = conversations;
        this.list = list;
        this.access = access;
        this.views = views;
        this.openConversation = openConversation;
        this.wrapUpConversation = wrapUpConversation;
        this.closeConversation = closeConversation;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('buyer', 'visitor')")
    @Operation(summary = "Open a conversation by its first message", description = "A buyer has at most one open conversation in a channel; where there is one, the message goes there.")
    ResponseEntity<ConversationView> open(@Valid @RequestBody ConversationRequests.Open body, Person person,
            CommandContext context,
            @Nullable @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        var buyer = Buyer.of(person, body.shop());
        var first = Draft.text(new Author(AuthorKind.BUYER, person.id(), null), body.clientMessageId(), body.text());
        var stored = openConversation.handle(new OpenConversation.Command(buyer, person.has("visitor"),
                person.locale(), first, body.sku(), body.orderId()), context).orThrow().stored();
        return Etags.created(URI.create("/api/presale/conversations/" + stored.id()), stored,
                view(stored, person, language));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('buyer', 'visitor', 'presales', 'supervisor')")
    @Operation(summary = "A conversation with its state, queue position, promises and orders")
    ResponseEntity<ConversationView> look(@PathVariable String id, Person person,
            @Nullable @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        access.visible(id, person);
        var stored = conversations.stored(id).orElseThrow(ProblemException::notFound);
        return Etags.ok(stored, view(stored, person, language));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('buyer', 'visitor', 'presales', 'supervisor')")
    @Operation(summary = "Conversations, newest first: staff see a shop's, buyers their own")
    Page<ConversationView> list(@RequestParam @Pattern(regexp = ConversationRequests.SHOP) String shop,
            @Nullable @RequestParam(required = false) ConversationState state,
            @Nullable @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person,
            @Nullable @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        var page = person.isBuyer()
                ? list.ofBuyer(Buyer.of(person, shop), after, limit)
                : list.ofShop(staffShop(person, shop), state, after, limit);
        var locale = CallerLanguage.of(language);
        return page.map(found -> views.inList(found, ConversationAccess.participant(person, found), locale));
    }

    @PostMapping("/{id}/wrap-up")
    @PreAuthorize("hasAnyRole('presales', 'supervisor')")
    @Operation(summary = "Sum up and resolve", description = "Frees the agent's place. A message of the buyer within the reopening window reopens it.")
    ResponseEntity<ConversationView> wrapUp(@PathVariable String id,
            @Valid @RequestBody ConversationRequests.WrapUp body, Person person, CommandContext context,
            @Nullable @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        var who = ConversationAccess.participant(person, access.visible(id, person));
        return answer(wrapUpConversation.handle(new WrapUpConversation.Command(id, body.need(), body.process(),
                body.solution(), body.feedback(), body.solved(), body.outcome(), who), context), person, language);
    }

    @PostMapping("/{id}/closure")
    @PreAuthorize("hasAnyRole('buyer', 'visitor', 'presales', 'supervisor')")
    @Operation(summary = "End it", description = "Where the buyer had the last word, staff reply first or state a reason.")
    ResponseEntity<ConversationView> close(@PathVariable String id,
            @Valid @RequestBody ConversationRequests.Close body, Person person, CommandContext context,
            @Nullable @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        var who = ConversationAccess.participant(person, access.visible(id, person));
        return answer(closeConversation.handle(id, who, body.reason(), context), person, language);
    }

    private ResponseEntity<ConversationView> answer(Outcome<Conversation> outcome, Person person,
            @Nullable String language) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, view(stored, person, language));
    }

    private ConversationView view(Stored<Conversation> stored, Person person, @Nullable String language) {
        Locale locale = CallerLanguage.of(language);
        return views.of(stored.aggregate(), ConversationAccess.participant(person, stored.aggregate()), locale);
    }

    private static String staffShop(Person person, String shop) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return shop;
    }
}
