package io.shopcare.aftersale.remedies;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.cases.Authority;
import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CasePolicies;
import io.shopcare.aftersale.cases.Cases;
import io.shopcare.aftersale.cases.FewerReason;
import io.shopcare.aftersale.cases.Proposing;
import io.shopcare.aftersale.cases.RemedyWish;
import io.shopcare.aftersale.orders.OrderCopies;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Offers remedies, priced by what is left of the order now, as far as order-service can be asked. */
final class ProposeRemedies {
    private final AggregateStore<Case> store;
    private final Cases cases;
    private final OrderCopies orders;
    private final CasePolicies policies;
    private final Authority authority;
    private final Clock clock;

    ProposeRemedies(AggregateStore<Case> store, Cases cases, OrderCopies orders, CasePolicies policies,
            Authority authority, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.orders = orders;
        this.policies = policies;
        this.authority = authority;
        this.clock = clock;
    }

    record Command(Case seen, List<RemedyWish> wishes, @Nullable FewerReason fewer, @Nullable String beyond,
            Person by) {}

    Outcome<Case> handle(Command command, CommandContext context) {
        var seen = command.seen();
        var fresh = fresh(seen.order().orderId());
        var elsewhere = promisedElsewhere(seen);
        var batch = context.newId();
        return store.decide(seen.id(), context, theCase -> theCase.propose(new Proposing(batch, command.wishes(),
                command.fewer(), command.beyond(), fresh, elsewhere, policies.of(theCase.order()), authority,
                command.by().has("supervisor"), context.actor(), clock.instant())));
    }

    private @Nullable OrderCopy fresh(String orderId) {
        return orders.of(orderId) instanceof Answer.Fresh<Optional<OrderCopy>>(var order) ? order.orElse(null) : null;
    }

    private Map<String, Money> promisedElsewhere(Case seen) {
        var promised = new HashMap<String, Money>();
        for (var other : cases.onOrder(seen.order().orderId()))
            if (!other.id().equals(seen.id()))
                for (var line : other.lines())
                    promised.merge(line.lineId(), other.promised(line.lineId()), Money::plus);
        return promised;
    }
}
