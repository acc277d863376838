package io.shopcare.order.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.ConsumedEvents;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.SampleOrders;
import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.notices.Notice;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("O19: the buyer is told")
class TellingBuyersTest {
    private final List<Notice> told = new ArrayList<>();
    private final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    private final NoticesFollowOrders notices = new NoticesFollowOrders(told::add, orders, new Words(),
            new SalesDesk().shops);

    TellingBuyersTest() {
        orders.create("order-1", CommandContext.bySystem("test"),
                () -> Decision.accept(SampleOrders.anApprovedOrder("order-1")));
    }

    @Test
    void whenItIsShippedWithCarrierAndNumberInTheBuyersLanguage() {
        notices.shipped(event("order.shipped.v1"),
                new NoticesFollowOrders.Shipped("order-1", new Waybill("shunfeng", "SF1040022817365")));
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("order-shipped");
            assertThat(notice.language()).isEqualTo("zh-CN");
            assertThat(notice.email()).isEqualTo("lin@example.com");
            assertThat(notice.facts()).isEqualTo(Map.of("orderNo", "NY20261110-0017", "total", "1103.90 CNY", "carrier",
                    "顺丰速运", "number", "SF1040022817365"));
        });
    }

    @Test
    void theSameEventIsTheSameNotice() {
        for (int delivery = 0; delivery < 2; delivery++)
            notices.placed(event("order.placed.v1"), new NoticesFollowOrders.Told("order-1"));
        assertThat(told).extracting(Notice::id).hasSize(2).containsOnly(told.getFirst().id());
        notices.paid(event("order.placed.v1"), new NoticesFollowOrders.Paid("order-1", Money.of("1.00", "CNY")));
        assertThat(told.getLast().id()).isNotEqualTo(told.getFirst().id());
    }

    @Test
    void whatWeNeedWhenItIsHeldAndNothingOfHoldsThatAreOurs() {
        notices.held(event("order.held.v1"), new NoticesFollowOrders.Held("order-1",
                List.of(new NoticesFollowOrders.Held.Hold("address-incomplete"),
                        new NoticesFollowOrders.Held.Hold("promise-needs-a-look"))));
        assertThat(told).extracting(Notice::kind).containsExactly("order-held-address-incomplete");
    }

    @Test
    void differentlyAtALocker() {
        notices.delivered(event("order.delivered.v1"), new NoticesFollowOrders.Delivered("order-1", "in-person"));
        notices.delivered(event("order.delivered.v1"),
                new NoticesFollowOrders.Delivered("order-1", "locker-or-station"));
        assertThat(told).extracting(Notice::kind).containsExactly("order-delivered", "order-at-station");
    }

    @Test
    void ofARefundUnlessACaseAskedForItAndTellsItself() {
        notices.refunded(event("refund.succeeded.v1"),
                new NoticesFollowOrders.Refunded("order-1", Money.of("5.00", "CNY"), "case-1"));
        assertThat(told).isEmpty();
        notices.refunded(event("refund.succeeded.v1"),
                new NoticesFollowOrders.Refunded("order-1", Money.of("5.00", "CNY"), null));
        assertThat(told).extracting(Notice::kind).containsExactly("order-refunded");
    }

    @Test
    void beforeTheReceiptIsConfirmedByTimeInTheShopsZone() {
        notices.receiptDueSoon(event("order.receipt-due-soon.v1"),
                new NoticesFollowOrders.ReceiptDueSoon("order-1", Instant.parse("2026-11-17T18:30:00Z")));
        assertThat(told).singleElement()
                .satisfies(notice -> assertThat(notice.facts()).containsEntry("until", "2026-11-18 02:30"));
    }

    @Test
    @DisplayName("O5 that more is asked for: how much, why and until when")
    void thatMoreIsAskedFor() {
        notices.moreAsked(event("payment-request.opened.v1"), new NoticesFollowOrders.MoreAsked("order-1",
                Money.of("60.00", "CNY"), "exchange-difference", Instant.parse("2026-11-11T02:00:00Z")));
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("payment-requested");
            assertThat(notice.facts()).containsEntry("amount", "60.00 CNY").containsEntry("reason", "换货差价")
                    .containsEntry("until", "2026-11-11 10:00");
        });
    }

    @Test
    @DisplayName("O5 that what was asked for can soon not be paid any more")
    void thatItCanSoonNotBePaidAnyMore() {
        notices.moreDueSoon(event("payment-request.due-soon.v1"), new NoticesFollowOrders.MoreAsked("order-1",
                Money.of("60.00", "CNY"), "exchange-difference", Instant.parse("2026-11-11T02:00:00Z")));
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("payment-due-soon");
            assertThat(notice.facts()).containsEntry("amount", "60.00 CNY").containsEntry("until", "2026-11-11 10:00");
        });
    }

    @Test
    void everyNoticeHasItsWordsInBothLanguages() {
        var languages = List.of(words(Locale.SIMPLIFIED_CHINESE), words(Locale.ENGLISH));
        assertThat(new TreeSet<>(languages.get(0).keySet())).isEqualTo(new TreeSet<>(languages.get(1).keySet()));
        for (var kind : List.of("order-received", "order-paid", "order-held-address-incomplete",
                "order-held-phone-invalid", "order-shipped", "order-delivered", "order-at-station", "order-refunded",
                "receipt-due-soon", "payment-requested", "payment-due-soon"))
            for (var words : languages)
                assertThat(words.getString(kind + ".subject") + words.getString(kind + ".body")).contains("{orderNo}");
    }

    @Test
    void readsWhatOrdersAndRefundsTell() {
        ConsumedEvents.check(new NoticesConfiguration().noticesHearOrders(notices));
        ConsumedEvents.check(new NoticesConfiguration().noticesHearRefunds(notices));
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("notices", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static EventMeta event(String type) {
        return new EventMeta("shopcare.order.orders", "order-1-4", type, "order-1", 4,
                Instant.parse("2026-11-10T09:30:00Z"), Actor.system("test"));
    }
}
