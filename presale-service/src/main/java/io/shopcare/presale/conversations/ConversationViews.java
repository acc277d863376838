package io.shopcare.presale.conversations;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.presale.conversations.ConversationView.AgentView;
import io.shopcare.presale.conversations.ConversationView.NoticeView;
import io.shopcare.presale.conversations.ConversationView.OrderView;
import io.shopcare.presale.conversations.ConversationView.PromiseView;
import io.shopcare.presale.orders.KnownOrders;

/** Shows conversations to their readers. */
@Component
public class ConversationViews {
    private final WaitingLine line;
    private final KnownOrders orders;
    private final ProblemCatalogue texts;
    private final Clock clock;

    ConversationViews(WaitingLine line, KnownOrders orders, ProblemCatalogue texts, Clock clock) {
        this.line = line;
        this.orders = orders;
        this.texts = texts;
        this.clock = clock;
    }

    ConversationView of(Conversation conversation, Participant reader, Locale locale) {
        return view(conversation, reader, locale, line.position(conversation),
                orders.ofConversation(conversation.id()).stream().map(order -> OrderView.of(order, reader)).toList());
    }

    /** For lists: without what each one has to be asked for. */
    ConversationView inList(Conversation conversation, Participant reader, Locale locale) {
        return view(conversation, reader, locale, 0, null);
    }

    private ConversationView view(Conversation conversation, Participant reader, Locale locale, long position,
            @Nullable List<OrderView> itsOrders) {
        var standing = conversation.standing();
        var opening = conversation.opening();
        boolean staff = reader.isStaff();
        return new ConversationView(conversation.id(), conversation.shop(), opening.buyer(), opening.language(),
                opening.buyerKind(), opening.intent(), standing.state(),
                conversation.allowedActions(reader, clock.instant()), agent(standing.assignment(), staff),
                position == 0 ? null : position, conversation.talk().lastWord(),
                conversation.talk().lastSequence(), opening.at(), standing.reopenUntil(),
                conversation.promises().stream().map(PromiseView::of).toList(),
                itsOrders,
                staff ? conversation.notices().stream().map(notice -> notice(notice, locale)).toList() : null,
                staff ? conversation.wrapUp() : null,
                standing.closure() == null ? null : standing.closure().reason());
    }

    /** A notice in the reader's language. */
    public NoticeView notice(Notice notice, Locale locale) {
        var words = notice.reasons().stream()
                .map(reason -> texts.reason(reason.code(), Map.copyOf(reason.figures()), locale)).toList();
        var text = ServiceTexts.text("notice." + notice.kind(), locale.toLanguageTag())
                .replace("{reasons}", String.join("; ", words));
        return new NoticeView(notice.seq(), notice.kind(), notice.orderId(),
                notice.reasons().stream().map(Notice.Reason::code).toList(), text, notice.at());
    }

    private static @Nullable AgentView agent(@Nullable Assignment assignment, boolean staff) {
        return assignment == null
                ? null
                : new AgentView(staff ? assignment.agentId() : null, assignment.displayName());
    }

    /** What an agent is called who chose no name. */
    public String agentWithoutName(Conversation conversation) {
        return ServiceTexts.text("agent", conversation.opening().language());
    }
}
