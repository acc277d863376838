package io.shopcare.platform.deadlines;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores.WithDeadlines;
import io.shopcare.platform.store.ContentionException;
import io.shopcare.platform.store.Deadline;
import io.shopcare.platform.store.Deadlines.Due;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.OverloadedException;

/**
 * Answers one deadline. It is fired by a decision that finds it due, so that whoever comes second finds that it no longer
 * is: a clock fires once. What throws, is refused, or leaves its deadline where it was is put off, longer each time, and
 * holds up nothing else.
 */
final class FireDeadline<A> {
    private static final Logger log = LoggerFactory.getLogger(FireDeadline.class);

    private final WithDeadlines<A> of;
    private final Map<String, DeadlineHandler.Action> handlers;
    private final DeadlineSettings settings;
    private final AgreedTime time;

    /** @param handlers of the deadlines of this type that need one, by name */
    FireDeadline(WithDeadlines<A> of, Map<String, DeadlineHandler.Action> handlers, DeadlineSettings settings,
            AgreedTime time) {
        this.of = of;
        this.handlers = handlers;
        this.settings = settings;
        this.time = time;
    }

    /** @return whether it has been answered */
    boolean fire(Due due) {
        boolean wasBusy = false;
        try {
            of.type().deadlines().stream().filter(deadline -> deadline.name().equals(due.name())).findFirst()
                    .ifPresent(deadline -> answer(deadline, due));
        } catch (ContentionException | OverloadedException e) {
            wasBusy = true;
            log.warn("deadline {} of {} {} waits, try {}: {}", due.name(), of.type().name(), due.id(), due.tries() + 1,
                    e.getMessage());
        } catch (RuntimeException e) {
            log.warn("deadline {} of {} {} could not be answered, try {}", due.name(), of.type().name(), due.id(),
                    due.tries() + 1, e);
        }
        return !of.deadlines().putOffIfStill(due, time.now().plus(settings.pauseAfter(due.tries(), wasBusy)));
    }

    private void answer(Deadline<A> deadline, Due due) {
        var then = deadline.then();
        if (then == null)
            handler(due.name()).answer(due.id(), time.now());
        else if (decide(of.store(), deadline, then, due) instanceof Outcome.Rejected<A>(var why))
            log.warn("deadline {} of {} {} was refused ({}), try {}", due.name(), of.type().name(), due.id(),
                    why.code(), due.tries() + 1);
    }

    private Outcome<A> decide(AggregateStore<A> store, Deadline<A> deadline, Deadline.Firing<A> then, Due due) {
        return store.decide(due.id(), CommandContext.bySystem(deadline.name()), aggregate -> {
            var now = time.now();
            return deadline.isDue(aggregate, now) ? then.fire(aggregate, now) : Decision.unchanged(aggregate);
        });
    }

    private DeadlineHandler.Action handler(String deadline) {
        var handler = handlers.get(deadline);
        if (handler == null)
            throw new IllegalStateException("nobody handles deadline " + deadline + " of " + of.type().name());
        return handler;
    }
}
