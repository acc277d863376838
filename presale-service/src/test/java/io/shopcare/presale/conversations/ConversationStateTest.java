package io.shopcare.presale.conversations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.shopcare.platform.store.Decision;
import io.shopcare.presale.FacetPicture;
import io.shopcare.presale.conversations.ConversationState.Cause;

import static io.shopcare.presale.conversations.ConversationState.CLOSED;
import static io.shopcare.presale.conversations.Fixtures.MEI;
import static io.shopcare.presale.conversations.Fixtures.MORNING;
import static io.shopcare.presale.conversations.Fixtures.THE_BUYER;
import static io.shopcare.presale.conversations.Fixtures.ZHU;
import static io.shopcare.presale.conversations.Fixtures.answer;
import static io.shopcare.presale.conversations.Fixtures.in;
import static io.shopcare.presale.conversations.Fixtures.question;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P4: the states of a conversation")
class ConversationStateTest {

    @Test
    void allAreReachedAndOnlyTheClosedOneIsAnEnd() throws IOException {
        var picture = new FacetPicture("queued", arrows());
        assertThat(picture.reachable()).hasSize(ConversationState.values().length);
        for (var state : ConversationState.values())
            assertThat(Arrays.stream(Cause.values()).anyMatch(cause -> state.after(cause).isPresent()))
                    .as("%s has exits", state).isEqualTo(state != CLOSED);
        picture.isCommittedAs("conversation-states.md", "States of a conversation", Set.of("closed"));
    }

    /** Every command in every state has an answer, and it leads where the table says. */
    @ParameterizedTest
    @EnumSource(ConversationState.class)
    void everyCommandHasAnAnswer(ConversationState state) {
        for (var cause : Cause.values()) {
            var before = in(state);
            var decision = command(before, cause);
            if (decision instanceof Decision.Accepted<Conversation> accepted && accepted.aggregate() != before)
                assertThat(state.after(cause)).as("%s in %s", cause, state)
                        .contains(accepted.aggregate().standing().state());
            else if (decision instanceof Decision.Rejected<Conversation>(var why))
                assertThat(state.after(cause)).as("%s in %s is refused: %s", cause, state, why.code()).isEmpty();
        }
    }

    @Test
    void onlyWhatAnAgentHasTakesAPlace() {
        assertThat(EnumSet.allOf(ConversationState.class)).filteredOn(ConversationState::takesAPlace)
                .containsExactly(ConversationState.ACTIVE, ConversationState.WAITING);
    }

    private static Decision<Conversation> command(Conversation there, Cause cause) {
        return switch (cause) {
            case ASSIGN -> there.assign(new Assignment("jun", null, there.standing().round(), MORNING,
                    AssignmentReason.LEAST_LOADED));
            case BUYER_WRITES -> there.post(question("还在吗?"), THE_BUYER, MORNING.plusSeconds(90));
            case STAFF_WRITES -> there.standing().assignment() == null
                    ? there.post(answer("您好"), ZHU, MORNING.plusSeconds(90))
                    : there.post(answer("您好"), MEI, MORNING.plusSeconds(90));
            case WRAP_UP -> there.wrapUp(new WrapUp(Intent.OTHER, "x", "y", null, true, WrapUpOutcome.OTHER),
                    List.of(), ZHU, MORNING.plus(Fixtures.WINDOW));
            case CLOSE -> there.close(ZHU, "买家道谢", MORNING.plusSeconds(90));
        };
    }

    private static List<FacetPicture.Arrow> arrows() {
        var arrows = new ArrayList<FacetPicture.Arrow>();
        for (var state : ConversationState.values())
            for (var cause : Cause.values())
                state.after(cause).ifPresent(next -> arrows
                        .add(new FacetPicture.Arrow(name(state), name(next), name(cause).replace('_', ' '))));
        return arrows;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
