package io.shopcare.aftersale.cases;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/** {@link Cases} for tests that touch no database; {@link CasesContract} keeps it honest. */
public record InMemoryCases(InMemoryAggregateStore<Case> store) implements Cases {

    @Override
    public List<Case> onOrder(String orderId) {
        return store.all().stream().map(Stored::aggregate).filter(each -> each.order().orderId().equals(orderId))
                .toList();
    }

    @Override
    public Page<Stored<Case>> inShop(String shop, @Nullable CaseState state, int limit, @Nullable String after) {
        return page(each -> each.shop().equals(shop) && (state == null || each.state() == state), limit, after);
    }

    @Override
    public Page<Stored<Case>> waiting(String shop, Standing.WaitingFor whom, int limit, @Nullable String after) {
        return page(each -> each.shop().equals(shop) && each.standing().waitingFor() == whom, limit, after);
    }

    @Override
    public Page<Stored<Case>> of(Buyer buyer, int limit, @Nullable String after) {
        return page(each -> each.order().buyer().equals(buyer), limit, after);
    }

    @Override
    public List<String> unconfirmed(int most) {
        return store.all().stream().filter(each -> each.aggregate().order().source() == OrderCopy.Source.HEARD)
                .map(Stored::id).sorted().limit(most).toList();
    }

    private Page<Stored<Case>> page(Predicate<Case> which, int limit, @Nullable String after) {
        var cursor = Cursor.read(after, 1);
        return Page.of(store.all().stream().filter(each -> which.test(each.aggregate()))
                .filter(each -> cursor == null
                        || each.aggregate().caseNo().compareTo(cursor.keys().getFirst()) > 0)
                .sorted(Comparator.comparing(each -> each.aggregate().caseNo())).limit(limit + 1L).toList(), limit,
                last -> Cursor.of(last.aggregate().caseNo()));
    }
}
