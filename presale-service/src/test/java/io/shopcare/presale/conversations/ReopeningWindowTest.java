package io.shopcare.presale.conversations;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Claims;
import io.shopcare.presale.PresaleTest;
import io.shopcare.presale.orders.KnownOrders;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P4: after the reopening window a conversation is over, and a question opens another")
class ReopeningWindowTest extends PresaleTest {
    private static final Clock TOMORROW = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));

    @Autowired
    private Conversations conversations;
    @Autowired
    private ConversationList list;
    @Autowired
    private Claims claims;
    @Autowired
    private Messages messages;
    @Autowired
    private KnownOrders orders;
    @Autowired
    private ConversationSettings settings;

    private String aResolvedConversation() {
        var mei = agent("mei");
        var id = anActiveConversation(buyer("lin"), mei);
        api.as(mei).post("/api/presale/conversations/" + id + "/wrap-up",
                Map.of("need", "stock", "process", "x", "solution", "y", "solved", true)).expect(200);
        return id;
    }

    @Test
    void itsDeadlineClosesIt() {
        var id = aResolvedConversation();
        new CloseConversation(conversations, settings, TOMORROW).whenTheWindowIsOver(id, Clock.systemUTC().instant());
        assertThat(state(buyer("lin"), id)).isEqualTo("resolved");
        new CloseConversation(conversations, settings, TOMORROW).whenTheWindowIsOver(id, TOMORROW.instant());
        assertThat(state(buyer("lin"), id)).isEqualTo("closed");
    }

    @Test
    void aQuestionDoesNotWaitForTheDeadline() {
        var id = aResolvedConversation();
        var later = new OpenConversation(conversations, list, claims,
                new PostMessage(conversations, messages, TOMORROW), new IntentGuess(), orders, settings, TOMORROW);
        var lin = new Buyer(shop, "web", "lin");
        var opened = later
                .handle(new OpenConversation.Command(lin, false, "zh-CN", Fixtures.question("又来了"), null, null),
                        CommandContext.bySystem("test"))
                .orThrow().stored().aggregate();
        assertThat(opened.id()).isNotEqualTo(id);
        assertThat(opened.opening().buyerKind()).isEqualTo(BuyerKind.RETURNING);
        assertThat(opened.standing().queue()).extracting(QueueEntry::lastAgent).isEqualTo("mei");
        assertThat(state(buyer("lin"), id)).isEqualTo("closed");
    }

    @Test
    void withinTheWindowItReopens() {
        var id = aResolvedConversation();
        assertThat(asks(buyer("lin"), "再问一下").expect(201).at("/id")).isEqualTo(id);
    }
}
