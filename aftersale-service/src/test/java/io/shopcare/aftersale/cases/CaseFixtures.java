package io.shopcare.aftersale.cases;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shopcare.aftersale.cases.CaseLine.GradedUnits;
import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.orders.OrderLine;
import io.shopcare.aftersale.policies.Packs;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyRule.ServiceTarget;
import io.shopcare.aftersale.policies.PolicySettings;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.aftersale.policies.ReturnTerms;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.time.BusinessCalendar;
import io.shopcare.platform.time.WorkingHours;

/** Lin, her coat and her scarf, and the people who settle what is wrong with them. */
public final class CaseFixtures {
    public static final Instant PLACED = Instant.parse("2026-11-10T01:52:10Z");
    public static final Instant SIGNED = Instant.parse("2026-11-12T02:14:00Z");
    public static final Instant NOW = Instant.parse("2026-11-13T02:30:00Z");
    public static final String ORDER = "01a1c327-d510-73ee-8b7e-96e59ce40f9c";
    public static final String COAT = "1";
    public static final String SCARF = "2";
    public static final String SOCKS = "3";
    public static final Buyer LIN = new Buyer("nuanyang", "web", "lin");
    public static final Actor LIN_ACTS = Actor.buyer("lin");
    public static final Actor SHU = Actor.staff("shu");
    public static final Actor ZHU = Actor.staff("zhu");
    public static final Authority UP_TO_500 = new Authority(Map.of("CNY", new BigDecimal("500.00")));
    public static final Waybill WAYBILL = new Waybill("shunfeng", "SF1040099120044");
    public static final BusinessCalendar OFFICE = new BusinessCalendar(ZoneId.of("Asia/Shanghai"),
            Map.of(DayOfWeek.FRIDAY, List.of(WorkingHours.of("09:00-18:00")), DayOfWeek.MONDAY,
                    List.of(WorkingHours.of("09:00-18:00"))),
            Set.of(), Set.of());
    public static final CasePolicies POLICIES = new CasePolicies(Packs.BOOK, new PolicySettings(Map.of(),
            new PolicySettings.ShopRules(List.of("cn-consumer-law", "own-shop", "cross-border"),
                    ZoneId.of("Asia/Shanghai"), "zh-CN", "hangzhou-1")));

    private CaseFixtures() {}

    public static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    /** A coat, a scarf and three pairs of socks; all delivered and signed for. */
    public static OrderCopy linsOrder() {
        return order(SIGNED, 1);
    }

    /** The same before anything has left. */
    public static OrderCopy linsUnshippedOrder() {
        return order(null, 0);
    }

    private static OrderCopy order(@org.jspecify.annotations.Nullable Instant signed, int shipped) {
        return new OrderCopy(OrderCopy.Source.ASKED, NOW, "nuanyang", ORDER, "NY20261110-0017", LIN, PLACED, "CN",
                cny("12.00"),
                List.of(line(COAT, "COAT-WOOL-GREY-L", "羊毛大衣 灰色 L", 1, "854.05", signed, shipped),
                        line(SCARF, "SCARF-CASHMERE-GREY", "羊绒围巾 灰色", 1, "249.85", signed, shipped),
                        line(SOCKS, "SOCKS-WOOL", "羊毛袜", 3, "100.00", signed, shipped * 3)));
    }

    private static OrderLine line(String id, String sku, String title, int quantity, String paid,
            @org.jspecify.annotations.Nullable Instant signed, int shipped) {
        return new OrderLine(id, sku, title, quantity, cny(paid), cny("0.00"), shipped, signed,
                ReturnTerms.ordinary("textile"), "hangzhou-1");
    }

    public static Policies policies() {
        return POLICIES.of(linsOrder());
    }

    public static Opening opening(CaseKind kind, Reason reason, OrderCopy order, LineWish... lines) {
        return new Opening("case-1", "AS20261113-0003", kind, Origin.BUYER, null, "zh-CN", order, List.of(lines),
                new Request(LIN_ACTS, NOW, reason, new BuyerWords("颜色和想象的不一样")), Map.of(),
                Targets.of(policies().highest(ServiceTarget.class).orElseThrow().rule(), NOW, OFFICE));
    }

    public static Case opened(CaseKind kind, Reason reason, LineWish... lines) {
        return accepted(Case.open(opening(kind, reason, linsOrder(), lines)));
    }

    /** Lin does not want the scarf. */
    public static Case aReturnCase() {
        return opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(SCARF, 1));
    }

    public static Case verified(Case theCase, Reason reason) {
        return accepted(theCase.verify(new Verification(reason, Set.of(), Map.of(), SHU, NOW), policies()));
    }

    public static Proposing offering(RemedyWish... wishes) {
        return new Proposing("batch", List.of(wishes), null, null, null, Map.of(), policies(), UP_TO_500, false, SHU,
                NOW);
    }

    public static RemedyWish returnAndRefund() {
        return new RemedyWish(RemedyKind.RETURN_AND_REFUND, null, List.of(), null);
    }

    public static RemedyWish keepWith(String amount) {
        return new RemedyWish(RemedyKind.KEEP_WITH_PARTIAL_REFUND, cny(amount), List.of(), null);
    }

    /** Two remedies: send it back, or keep it with 40 yuan. */
    public static Case proposed(Case theCase) {
        return accepted(theCase.propose(offering(returnAndRefund(), keepWith("40.00"))));
    }

    public static Choosing choosing(Case theCase, RemedyKind kind) {
        return new Choosing(offer(theCase, kind).remedyId(), policies(), UP_TO_500, "main", LIN_ACTS, NOW);
    }

    public static Remedy offer(Case theCase, RemedyKind kind) {
        var proposal = theCase.proposal();
        if (proposal == null)
            throw new AssertionError("nothing is proposed");
        return proposal.remedies().stream().filter(remedy -> remedy.kind() == kind).findFirst().orElseThrow();
    }

    public static Case returning(Case theCase) {
        return accepted(theCase.choose(choosing(theCase, RemedyKind.RETURN_AND_REFUND)));
    }

    public static Case keeping(Case theCase) {
        return accepted(theCase.choose(choosing(theCase, RemedyKind.KEEP_WITH_PARTIAL_REFUND)));
    }

    public static Case sent(Case theCase) {
        return accepted(theCase.goodsSent(WAYBILL));
    }

    public static Case arrived(Case theCase) {
        return accepted(theCase.goodsReceived(allArrived()));
    }

    public static GoodsBack.Arrival allArrived() {
        return new GoodsBack.Arrival(Map.of(), null, policies(), NOW);
    }

    public static Grading grading(String lineId, int quantity, Grade grade) {
        return new Grading(Map.of(lineId, List.of(new GradedUnits(quantity, grade, grade.disposition()))), UP_TO_500,
                NOW);
    }

    public static Case asNew(Case theCase) {
        var results = new java.util.HashMap<String, List<GradedUnits>>();
        theCase.lines().forEach(line -> results.put(line.lineId(),
                List.of(new GradedUnits(line.arrived(), Grade.AS_NEW, Grade.Disposition.RESTOCK))));
        return accepted(theCase.grade(new Grading(results, UP_TO_500, NOW)));
    }

    /** Everything is back as new and the refund is asked for. */
    public static Case refunding() {
        return asNew(arrived(sent(returning(proposed(aReturnCase())))));
    }

    public static RefundNews news(Case theCase, RefundState state) {
        var asked = theCase.refunds().getLast();
        return new RefundNews(asked.requestId(), "refund-1", state, asked.amount(), List.of(),
                Money.zero("CNY"), state.money() == LineMoney.REFUSED ? "provider-refused" : null,
                state == RefundState.SUCCEEDED ? NOW : null, NOW);
    }

    public static Case told(Case theCase, RefundState state) {
        return accepted(theCase.hear(news(theCase, state)));
    }

    public static Case accepted(Decision<Case> decision) {
        return switch (decision) {
            case Decision.Accepted<Case> accepted -> accepted.aggregate();
            case Decision.Rejected<Case>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    public static List<Object> events(Decision<Case> decision) {
        return decision instanceof Decision.Accepted<Case> accepted ? accepted.events() : List.of();
    }

    public static Rejection refused(Decision<Case> decision) {
        return switch (decision) {
            case Decision.Rejected<Case>(var why) -> why;
            case Decision.Accepted<Case> accepted -> throw new AssertionError("accepted: " + accepted.events());
        };
    }
}
