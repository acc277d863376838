package io.shopcare.aftersale.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.OrderCopies;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyRule.ServiceTarget;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.time.BusinessCalendar;

/** Opens a case, or lets the request join the one that is open for the same lines and kind (A2). */
public final class OpenCase {
    private final AggregateStore<Case> store;
    private final Cases cases;
    private final LineClaims claims;
    private final CaseNumbers numbers;
    private final OrderCopies orders;
    private final CasePolicies policies;
    private final Function<String, BusinessCalendar> calendars;
    private final Clock clock;

    /** With everything that opening needs, the business calendar of each shop among it. */
    public OpenCase(AggregateStore<Case> store, Cases cases, LineClaims claims, CaseNumbers numbers,
            OrderCopies orders, CasePolicies policies, Function<String, BusinessCalendar> calendars, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.claims = claims;
        this.numbers = numbers;
        this.orders = orders;
        this.policies = policies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What somebody asks for. */
    public record Command(String shop, String orderId, CaseKind kind, Reason reason, List<LineWish> lines,
            @Nullable BuyerWords words, @Nullable String conversationId, Person by) {}

    /** @param joined whether there was a case already */
    public record Opened(Outcome<Case> outcome, boolean joined) {}

    /** @throws ProblemException not-found when the order is not the caller's; service-unavailable when nothing is known */
    public Opened handle(Command command, CommandContext context) {
        var order = orderOf(command);
        var id = context.newId();
        if (store.find(id).isPresent())
            return new Opened(store.decide(id, context, Decision::unchanged), false);
        var held = claim(command, id);
        if (!held.equals(id) && store.find(held).isPresent())
            return join(held, command, context);
        // a claimant that died before it made its case is followed under the same id
        if (!held.equals(id))
            held = claim(command, held);
        return create(held, command, context, order);
    }

    private Opened create(String held, Command command, CommandContext context, OrderCopy order) {
        var outcome = store.create(held, context, () -> Case.open(opening(held, command, order)));
        if (outcome instanceof Outcome.Rejected<Case>(var why) && why.code().equals("already-exists"))
            return join(held, command, context);
        if (outcome instanceof Outcome.Rejected<Case> && store.find(held).isEmpty())
            names(command).forEach(name -> claims.release(name, held));
        return new Opened(outcome, false);
    }

    private OrderCopy orderOf(Command command) {
        var copy = switch (orders.of(command.orderId())) {
            case Answer.Fresh<Optional<OrderCopy>>(var order) -> order;
            case Answer.Copy<Optional<OrderCopy>>(var order, var asOf) -> order;
            case Answer.NotAvailable<Optional<OrderCopy>>(var service) ->
                throw new ProblemException("service-unavailable", Map.of("service", service));
        };
        return copy.filter(order -> order.shop().equals(command.shop())).filter(order -> isFor(order, command.by()))
                .orElseThrow(ProblemException::notFound);
    }

    private static boolean isFor(OrderCopy order, Person person) {
        var buyer = order.buyer();
        return person.worksIn(order.shop()) || person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId());
    }

    /** Claims all lines, or gives back what was claimed and names the case that holds one of them. */
    private String claim(Command command, String id) {
        var mine = new ArrayList<String>();
        for (var name : names(command)) {
            var holder = claims.claim(name, id, this::isOpen);
            if (!holder.equals(id)) {
                mine.forEach(claimed -> claims.release(claimed, id));
                return holder;
            }
            mine.add(name);
        }
        return id;
    }

    /** A case that is not there yet is being made. */
    private boolean isOpen(String id) {
        return store.find(id).map(found -> found.aggregate().state().isOpen()).orElse(true);
    }

    private Opened join(String id, Command command, CommandContext context) {
        var request = request(command, context);
        return new Opened(store.decide(id, context, theCase -> theCase.lines().stream().map(CaseLine::lineId).toList()
                .containsAll(command.lines().stream().map(LineWish::lineId).toList())
                        ? theCase.join(request)
                        : Decision.reject(Rejection.notNow("line-in-another-case",
                                Map.of("caseNo", theCase.caseNo())))),
                true);
    }

    private Opening opening(String id, Command command, OrderCopy order) {
        var now = clock.instant();
        Policies inForce = policies.of(order);
        var targets = inForce.highest(ServiceTarget.class)
                .map(found -> Targets.of(found.rule(), now, calendars.apply(command.shop()))).orElse(null);
        return new Opening(id, numbers.next(command.shop(), policies.dayIn(command.shop(), now)), command.kind(),
                origin(command), command.conversationId(), language(command.by()), order, command.lines(),
                new Request(command.by().actor(), now, command.reason(), command.words()), settled(command), targets);
    }

    private Map<String, Integer> settled(Command command) {
        var units = new HashMap<String, Integer>();
        for (var other : cases.onOrder(command.orderId()))
            for (var line : command.lines())
                units.merge(line.lineId(), other.settled(line.lineId()), Integer::sum);
        return units;
    }

    private Request request(Command command, CommandContext context) {
        return new Request(context.actor(), clock.instant(), command.reason(), command.words());
    }

    private static @Nullable String language(Person person) {
        var locale = person.isBuyer() ? person.locale() : null;
        if (locale == null)
            return null;
        return locale.startsWith("zh") ? "zh-CN" : "en";
    }

    private static Origin origin(Command command) {
        if (command.by().isBuyer())
            return Origin.BUYER;
        return command.conversationId() == null ? Origin.AGENT : Origin.PRESALE;
    }

    private static List<String> names(Command command) {
        return command.lines().stream()
                .map(line -> LineClaims.name(command.orderId(), line.lineId(), command.kind())).distinct().sorted()
                .toList();
    }
}
