package io.shopcare.presale.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;

/**
 * One buyer talking with the shop in one channel. Its messages have one order, everywhere the same: each gets the next
 * number in the very write that files it.
 */
public record Conversation(String id, Opening opening, Standing standing, Talk talk, List<Promise> promises,
        List<Notice> notices, @Nullable WrapUp wrapUp) {
    static final String ANSWER_SEQUENCE = "seq";
    static final String ANSWER_AGAIN = "again";

    /** Opened by a buyer's first words, which the greeting precedes. */
    static Decision<Conversation> open(String id, Opening opening, @Nullable String lastAgent, Draft greeting,
            Draft first) {
        var fault = first.fault();
        if (fault.isPresent())
            return Decision.reject(fault.get());
        var opened = new Conversation(id, opening, Standing.queued(id, opening.at(), lastAgent), Talk.SILENCE,
                List.of(), List.of(), null);
        var event = ConversationEvent.Opened.of(opened);
        var greeted = opened.saying(greeting, opened.standing, opening.at());
        var asked = greeted.aggregate().saying(first, opened.standing, opening.at());
        var all = Decision.accept(asked.aggregate(), Stream.of(Stream.of(event), greeted.events().stream(),
                asked.events().stream()).flatMap(events -> events).toArray());
        for (var rider : Stream.concat(greeted.riders().stream(), asked.riders().stream()).toList())
            all = all.filing(rider);
        return all.answering(ANSWER_SEQUENCE, asked.aggregate().talk.lastSequence());
    }

    /** Somebody says something. A draft that came before is answered with its place and not said twice. */
    Decision<Conversation> post(Draft draft, Participant who, Instant now) {
        var earlier = talk.earlier(draft);
        if (earlier.isPresent())
            return alreadySaid(earlier.get());
        var fault = draft.fault().or(() -> Rights.refusal(this, who));
        if (fault.isPresent())
            return Decision.reject(fault.get());
        return standing.wrote(draft.author().kind(), id, now)
                .<Decision<Conversation>>map(next -> saying(draft, next, now))
                .orElseGet(() -> Decision.reject(notPossible()));
    }

    Decision<Conversation> alreadySaid(long sequence) {
        return Decision.unchanged(this).answering(ANSWER_SEQUENCE, sequence).answering(ANSWER_AGAIN, true);
    }

    private Decision.Accepted<Conversation> saying(Draft draft, Standing next, Instant now) {
        var message = Message.of(draft, id, talk.lastSequence() + 1, now);
        var posted = ConversationEvent.MessagePosted.of(this, message);
        var after = new Conversation(id, opening, next, talk.after(message, draft.sender()), promises, notices, wrapUp);
        return Decision.accept(after, posted)
                .filing(new Rider(Message.COLLECTION, Rider.number(message.seq()), message))
                .answering(ANSWER_SEQUENCE, message.seq());
    }

    /** Opened by us, to ask the buyer something: it waits as a resolved one does, until the buyer writes. */
    static Decision<Conversation> write(String id, Opening opening, Draft words, Instant reopenUntil) {
        var opened = new Conversation(id, opening, Standing.written(reopenUntil), Talk.SILENCE, List.of(), List.of(),
                null);
        var event = ConversationEvent.Opened.of(opened);
        var told = opened.saying(words, opened.standing, opening.at());
        var all = Decision.accept(told.aggregate(),
                Stream.concat(Stream.of(event), told.events().stream()).toArray());
        for (var rider : told.riders())
            all = all.filing(rider);
        return all;
    }

    /** We tell the buyer something, once; nobody's turn changes by it. One that is over stays over. */
    Decision<Conversation> tell(Draft words, @Nullable Instant reopenUntil, Instant now) {
        return isClosed() || talk.earlier(words).isPresent()
                ? Decision.unchanged(this)
                : saying(words, standing.openUntil(reopenUntil), now);
    }

    /** The agent takes it. Only for the round for which a place was reserved: a later one is somebody else's. */
    Decision<Conversation> assign(Assignment to) {
        if (standing.takesAPlaceOf(to.agentId(), to.round()))
            return Decision.unchanged(this);
        if (standing.queue() == null || standing.round() != to.round())
            return Decision.reject(Rejection.notNow("already-assigned"));
        var before = standing.agentId();
        var waited = Duration.between(standing.queue().since(), to.at()).toSeconds();
        return standing.assigned(to).<Decision<Conversation>>map(next -> Decision.accept(with(next),
                new ConversationEvent.Assigned(shop(), id, buyer(), to.agentId(), to.reason(), Math.max(0, waited),
                        to.agentId().equals(before) ? null : before)))
                .orElseGet(() -> Decision.reject(notPossible()));
    }

    /** Makes reservations for this round void; the place in the queue stays. */
    Decision<Conversation> renewRound(int round) {
        return standing.queue() == null || standing.round() != round
                ? Decision.unchanged(this)
                : Decision.accept(with(standing.renewed()));
    }

    /** The agent promises; the message that proves it is one of ours. */
    Decision<Conversation> promise(Promise promise, Optional<AuthorKind> whoseWords, Participant who) {
        var fault = Rights.refusal(this, who).or(promise::fault);
        if (fault.isPresent())
            return Decision.reject(fault.get());
        if (!standing.state().takesAPlace())
            return Decision.reject(notPossible());
        if (whoseWords.isEmpty() || whoseWords.get() != AuthorKind.STAFF)
            return Decision.reject(Rejection.rule("promise-not-proven"));
        if (promises.size() >= Promise.MOST)
            return Decision.reject(Rejection.rule("too-many-promises"));
        var all = Stream.concat(promises.stream(), Stream.of(promise)).toList();
        return Decision.accept(new Conversation(id, opening, standing, talk, all, notices, wrapUp),
                ConversationEvent.PromiseMade.of(this, promise))
                .answering("promiseId", promise.promiseId());
    }

    /** The agent sums up; the conversation is resolved and its place free. */
    Decision<Conversation> wrapUp(WrapUp summary, List<String> orderIds, Participant who, Instant reopenUntil) {
        var refusal = Rights.refusal(this, who);
        if (refusal.isPresent())
            return Decision.reject(refusal.get());
        if (standing.state() == ConversationState.RESOLVED && summary.equals(wrapUp))
            return Decision.unchanged(this);
        return standing.wrappedUp(reopenUntil)
                .<Decision<Conversation>>map(next -> Decision.accept(
                        new Conversation(id, opening, next, talk, promises, notices, summary),
                        new ConversationEvent.Resolved(shop(), id, buyer(), who.id(), new ConversationEvent.Summary(
                                summary.need(), summary.outcome(), summary.solved()), orderIds)))
                .orElseGet(() -> Decision.reject(notPossible()));
    }

    /** Ends it. The last word is ours: where the buyer had it, somebody of the shop states a reason (P4). */
    Decision<Conversation> close(Participant who, @Nullable String words, Instant now) {
        var refusal = Rights.refusal(this, who);
        if (refusal.isPresent())
            return Decision.reject(refusal.get());
        boolean unanswered = talk.lastWord() == AuthorKind.BUYER && standing.state() != ConversationState.RESOLVED;
        if (who.isStaff() && unanswered && words == null)
            return Decision.reject(Rejection.rule("last-word-is-the-buyers"));
        if (!who.isStaff())
            return close(new Closure(ClosureReason.BUYER_LEFT, null, now));
        return close(new Closure(standing.state() == ConversationState.RESOLVED
                ? ClosureReason.RESOLVED
                : ClosureReason.AGENT, words == null ? null : SafeText.of(words), now));
    }

    /** Ends a resolved one when its window has passed. */
    Decision<Conversation> closeWhenWindowIsOver(Instant now) {
        return standing.windowIsOver(now)
                ? close(new Closure(ClosureReason.RESOLVED, null, now))
                : Decision.unchanged(this);
    }

    /** Tells a buyer who says nothing that the conversation will end; once, and not a moment early. */
    Decision<Conversation> tellThatItIsIdle(ConversationSettings settings, Instant now) {
        var idle = standing.idle();
        var due = idle == null ? null : idle.tellAt(settings);
        return due == null || due.isAfter(now)
                ? Decision.unchanged(this)
                : saying(ServiceTexts.idle(opening.language()), standing.toldThatItIsIdle(now), now);
    }

    /** Ends it when the buyer says nothing after that either. The last word was ours (P4). */
    Decision<Conversation> closeWhenIdle(ConversationSettings settings, Instant now) {
        var idle = standing.idle();
        var due = idle == null ? null : idle.closeAt(settings);
        return due == null || due.isAfter(now)
                ? Decision.unchanged(this)
                : close(new Closure(ClosureReason.IDLE, null, now));
    }

    private Decision<Conversation> close(Closure how) {
        if (isClosed())
            return Decision.unchanged(this);
        return standing.closed(how).<Decision<Conversation>>map(next -> Decision.accept(with(next),
                new ConversationEvent.Closed(shop(), id, buyer(), how.reason())))
                .orElseGet(() -> Decision.reject(notPossible()));
    }

    /** Tells the agent something that the buyer does not see. */
    Decision<Conversation> notice(String kind, @Nullable String orderId, List<Notice.Reason> reasons, Instant now) {
        if (isClosed())
            return Decision.unchanged(this);
        var newest = new Notice(lastNotice() + 1, kind, orderId, reasons, now);
        return Decision.accept(
                new Conversation(id, opening, standing, talk, promises, Notice.add(notices, newest), wrapUp));
    }

    private Rejection notPossible() {
        return Rejection.notNow(switch (standing.state()) {
            case QUEUED -> "conversation-queued";
            case ACTIVE, WAITING -> "conversation-in-progress";
            case RESOLVED -> "conversation-resolved";
            case CLOSED -> "conversation-closed";
        });
    }

    /** What this participant can do now. */
    public List<String> allowedActions(Participant who, Instant now) {
        return Rights.actions(this, who, now);
    }

    /** The shop that it belongs to. */
    public String shop() {
        return opening.buyer().shop();
    }

    /** Who asks. */
    public Buyer buyer() {
        return opening.buyer();
    }

    /** Over for good. */
    public boolean isClosed() {
        return standing.state() == ConversationState.CLOSED;
    }

    /** Number of the last notice to the agent; 0 for none. */
    public long lastNotice() {
        return notices.isEmpty() ? 0 : notices.getLast().seq();
    }

    private Conversation with(Standing next) {
        return new Conversation(id, opening, next, talk, promises, notices, wrapUp);
    }
}
