package io.shopcare.aftersale.cases;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

/** What {@link Cases} promises, in memory and in the database. Each test has a shop of its own. */
interface CasesContract {
    AggregateStore<Case> store();

    Cases cases();

    @Test
    default void findsTheCasesOfAnOrder() {
        var shop = "shop-" + Ids.next();
        var id = opened(shop, 1, OrderCopy.Source.ASKED);
        opened(shop, 2, OrderCopy.Source.ASKED);
        assertThat(cases().onOrder("order-of-" + id)).extracting(Case::id).containsExactly(id);
    }

    @Test
    default void pagesInTheOrderOfTheNumbers() {
        var shop = "shop-" + Ids.next();
        var ids = List.of(opened(shop, 1, OrderCopy.Source.ASKED), opened(shop, 2, OrderCopy.Source.ASKED),
                opened(shop, 3, OrderCopy.Source.ASKED));
        var first = cases().inShop(shop, CaseState.OPENED, 2, null);
        assertThat(first.items()).extracting(Stored::id).isEqualTo(ids.subList(0, 2));
        var last = cases().inShop(shop, CaseState.OPENED, 2, first.next());
        assertThat(last.items()).extracting(Stored::id).isEqualTo(ids.subList(2, 3));
        assertThat(last.next()).isNull();
        assertThat(cases().inShop(shop, null, 9, null).items()).hasSize(3);
        assertThat(cases().inShop(shop, CaseState.CLOSED, 9, null).items()).isEmpty();
    }

    @Test
    default void queuesByWhomACaseWaitsFor() {
        var shop = "shop-" + Ids.next();
        var id = opened(shop, 1, OrderCopy.Source.ASKED);
        assertThat(cases().waiting(shop, Standing.WaitingFor.AGENT, 9, null).items()).extracting(Stored::id)
                .containsExactly(id);
        store().decide(id, CommandContext.bySystem("test"),
                theCase -> theCase.propose(offering(returnAndRefund(), keepWith("40.00"))));
        assertThat(cases().waiting(shop, Standing.WaitingFor.AGENT, 9, null).items()).isEmpty();
        assertThat(cases().waiting(shop, Standing.WaitingFor.BUYER, 9, null).items()).hasSize(1);
    }

    @Test
    default void listsABuyersOwn() {
        var shop = "shop-" + Ids.next();
        var id = opened(shop, 1, OrderCopy.Source.ASKED);
        assertThat(cases().of(new Buyer(shop, "web", "lin"), 9, null).items()).extracting(Stored::id)
                .containsExactly(id);
        assertThat(cases().of(new Buyer(shop, "app", "lin"), 9, null).items()).isEmpty();
        assertThat(cases().of(new Buyer(shop, "web", "tom"), 9, null).items()).isEmpty();
    }

    @Test
    default void knowsWhatIsToBeConfirmed() {
        var shop = "shop-" + Ids.next();
        var heard = opened(shop, 1, OrderCopy.Source.HEARD);
        var asked = opened(shop, 2, OrderCopy.Source.ASKED);
        assertThat(cases().unconfirmed(100)).contains(heard).doesNotContain(asked);
    }

    private String opened(String shop, int number, OrderCopy.Source source) {
        var id = Ids.next();
        var lins = linsOrder();
        var order = new OrderCopy(source, lins.asOf(), shop, "order-of-" + id, lins.orderNo(),
                new Buyer(shop, "web", "lin"), lins.placedAt(), lins.country(), lins.freightLeft(), lins.lines());
        store().create(id, CommandContext.bySystem("test"),
                () -> Case.open(new Opening(id, "AS20261113-000" + number, CaseKind.RETURN_AND_REFUND, Origin.BUYER,
                        null, null, order, List.of(new LineWish(SCARF, 1)),
                        new Request(LIN_ACTS, NOW, Reason.UNWANTED, null), Map.of(), null)))
                .orThrow();
        return id;
    }
}
