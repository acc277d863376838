package io.shopcare.aftersale.notices;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CasePolicies;
import io.shopcare.aftersale.orders.Contact;
import io.shopcare.aftersale.orders.Contacts;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.ServiceAwayException;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.notices.Notice;
import io.shopcare.platform.store.AggregateStore;

/**
 * Tells the buyer every change that matters (A17), from the case's own events: what was not published did not happen, and
 * what is delivered again is told once.
 */
final class CaseNotices {
    private final AggregateStore<Case> store;
    private final Contacts contacts;
    private final CasePolicies policies;
    private final Consumer<Notice> tell;

    CaseNotices(AggregateStore<Case> store, Contacts contacts, CasePolicies policies, Consumer<Notice> tell) {
        this.store = store;
        this.contacts = contacts;
        this.policies = policies;
        this.tell = tell;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Opened(@Nullable Instant firstAnswerBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Offer(@Nullable Money amount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Proposed(List<Offer> remedies, @Nullable Instant chooseBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Authorised(String warehouse, Instant sendBackBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Received(Instant receivedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refunded(Money amount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Resolved(String outcome, Money refunded) {}

    Subscription subscription() {
        return Subscription.to("shopcare.aftersale.cases").as("tell-buyers")
                .on("case.opened.v1", Opened.class, (meta, event) -> tell(meta, "case-opened", (theCase, facts) -> {}))
                .on("remedies.proposed.v1", Proposed.class,
                        (meta, event) -> tell(meta, "remedies-proposed", (theCase, facts) -> {
                            facts.put("remedies", offers(event));
                            facts.put("until", until(theCase, event.chooseBy()));
                        }))
                .on("return.authorised.v1", Authorised.class,
                        (meta, event) -> tell(meta, "return-authorised", (theCase, facts) -> {
                            facts.put("warehouse", event.warehouse());
                            facts.put("until", until(theCase, event.sendBackBy()));
                        }))
                .on("goods.received.v1", Received.class,
                        (meta, event) -> tell(meta, "goods-received", (theCase, facts) -> {
                            var goods = theCase.goodsReturn();
                            facts.put("until", until(theCase, goods == null ? null : goods.payBy()));
                        }))
                .on("case.refunded.v1", Refunded.class, (meta, event) -> tell(meta, "case-refunded",
                        (theCase, facts) -> facts.put("amount", event.amount().toString())))
                .on("case.resolved.v1", Resolved.class, (meta, event) -> {
                    if (!event.refunded().isPositive()) // else the money has told it
                        tell(meta, "case-ended", (theCase, facts) -> {});
                })
                .acting();
    }

    /** What one kind of notice says beyond the numbers. */
    private interface Saying {
        void about(Case theCase, Map<String, String> facts);
    }

    private void tell(EventMeta meta, String kind, Saying saying) {
        var theCase = store.find(meta.subject()).orElseThrow().aggregate();
        var contact = contact(theCase);
        var facts = new HashMap<>(Map.of("caseNo", theCase.caseNo(), "orderNo", theCase.order().orderNo(), "goods",
                theCase.lines().stream().map(line -> line.title() + " × " + line.quantity())
                        .collect(Collectors.joining(", "))));
        saying.about(theCase, facts);
        tell.accept(new Notice(Notice.idOf(meta, kind), theCase.shop(), theCase.id(), kind,
                language(theCase, contact), contact.email(), facts));
    }

    /** While order-service is away nobody is told, and nothing is lost: the event is handled again. */
    private Contact contact(Case theCase) {
        return switch (contacts.of(theCase.order().orderId())) {
            case Answer.Fresh<Optional<Contact>>(var found) -> found.orElse(new Contact(null, null));
            case Answer.Copy<Optional<Contact>>(var found, var asOf) -> found.orElse(new Contact(null, null));
            case Answer.NotAvailable<Optional<Contact>>(var service) ->
                throw new ServiceAwayException(service); // nobody knows the address
        };
    }

    private String language(Case theCase, Contact contact) {
        if (theCase.language() != null)
            return theCase.language();
        return contact.language() == null ? policies.language(theCase.shop()) : contact.language();
    }

    private static String offers(Proposed event) {
        return event.remedies().stream().map(Offer::amount).map(amount -> amount == null ? "-" : amount.toString())
                .distinct().collect(Collectors.joining(" / "));
    }

    private String until(Case theCase, @Nullable Instant moment) {
        return moment == null ? "-" : policies.sayUntil(theCase.shop(), moment);
    }
}
