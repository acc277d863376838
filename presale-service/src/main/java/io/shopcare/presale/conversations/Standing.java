package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.presale.conversations.ConversationState.Cause;

/**
 * Where a conversation stands, with what belongs to that state.
 *
 * @param round       how many times it has waited in the queue; reservations name it, so that late ones are known
 * @param queue       its place; only while queued
 * @param assignment  who has it, or had it last
 * @param reopenUntil until when a message of the buyer reopens it; only while resolved
 * @param closure     how it ended
 * @param idle        since when the buyer has not answered us; only while it is their turn
 */
public record Standing(ConversationState state, int round, @Nullable QueueEntry queue,
        @Nullable Assignment assignment, @Nullable Instant reopenUntil, @Nullable Closure closure,
        @Nullable Idle idle) {

    static Standing queued(String conversation, Instant now, @Nullable String lastAgent) {
        return new Standing(ConversationState.QUEUED, 1, QueueEntry.of(conversation, now, lastAgent), null, null, null,
                null);
    }

    /** We wrote first, and nobody has it: a buyer's answer puts it into the queue. */
    static Standing written(Instant reopenUntil) {
        return new Standing(ConversationState.RESOLVED, 0, null, null, reopenUntil, null, null);
    }

    /** A resolved one waits at least so long for the buyer; others don't end by that clock. */
    Standing openUntil(@Nullable Instant atLeast) {
        boolean longer = reopenUntil != null && atLeast != null && atLeast.isAfter(reopenUntil);
        return longer ? new Standing(state, round, queue, assignment, atLeast, closure, idle) : this;
    }

    Optional<Standing> assigned(Assignment to) {
        return state.after(Cause.ASSIGN).map(next -> new Standing(next, round, null, to, null, null, null));
    }

    /** After words of a person. A resolved conversation that the buyer wakes goes back into the queue. */
    Optional<Standing> wrote(AuthorKind who, String conversation, Instant now) {
        var cause = who == AuthorKind.BUYER ? Cause.BUYER_WRITES : Cause.STAFF_WRITES;
        if (who == AuthorKind.BUYER && windowIsOver(now))
            return Optional.empty();
        return state.after(cause).map(next -> state == ConversationState.RESOLVED && next == ConversationState.QUEUED
                ? new Standing(next, round + 1, QueueEntry.of(conversation, now, agentId()), assignment, null, null,
                        null)
                : new Standing(next, round, queue, assignment, reopenUntil, null,
                        next == ConversationState.WAITING ? new Idle(now, null) : null));
    }

    Optional<Standing> wrappedUp(Instant mayReopenUntil) {
        return state.after(Cause.WRAP_UP)
                .map(next -> new Standing(next, round, null, assignment, mayReopenUntil, null, null));
    }

    Optional<Standing> closed(Closure how) {
        return state.after(Cause.CLOSE).map(next -> new Standing(next, round, null, assignment, null, how, null));
    }

    /** The same place in the queue under a new round: whoever reserved for the old one comes too late. */
    Standing renewed() {
        return new Standing(state, round + 1, queue, assignment, reopenUntil, closure, idle);
    }

    /** The buyer has been told that it will end if they say nothing. */
    Standing toldThatItIsIdle(Instant now) {
        return new Standing(state, round, queue, assignment, reopenUntil, closure,
                idle == null ? null : idle.told(now));
    }

    /** The first moment after the reopening window; null where there is none. */
    @Nullable
    Instant windowOverAt() {
        return reopenUntil == null ? null : reopenUntil.plusMillis(1);
    }

    boolean windowIsOver(Instant now) {
        return reopenUntil != null && now.isAfter(reopenUntil);
    }

    @Nullable
    String agentId() {
        return assignment == null ? null : assignment.agentId();
    }

    /** Whether a place that was reserved on this agent for that round is taken now. */
    public boolean takesAPlaceOf(String agent, int atRound) {
        return state.takesAPlace() && assignment != null && assignment.agentId().equals(agent)
                && assignment.round() == atRound;
    }
}
