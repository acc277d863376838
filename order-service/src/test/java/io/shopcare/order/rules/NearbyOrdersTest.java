package io.shopcare.order.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.Sale;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;

/** Duplicates and orders to merge are found along an index, in any window. */
@Tag("O6")
class NearbyOrdersTest {
    private static final OrderLine COAT = OrderFixtures.line("1", "COAT", 1, "899.00", "0.00");
    private static final OrderLine SCARF = OrderFixtures.line("2", "SCARF", 1, "10.00", "0.00");

    private final MongoDatabase database = TestDatabase.fresh();
    private final IndexedNearbyOrders nearby = new IndexedNearbyOrders(database);

    @Test
    @DisplayName("O6 the same buyer, items and address are a duplicate; one of them another, and it is none")
    void knowsDuplicates() {
        var order = paid("a", OrderFixtures.LIN, home("文三路", "99 号"), NOW, COAT, SCARF);
        put(paid("same", OrderFixtures.LIN, home("文三路", "99 号"), NOW.minusSeconds(60), SCARF, COAT));
        put(paid("spaced", OrderFixtures.LIN, home("", "文三路 99号"), NOW.minusSeconds(61), COAT, SCARF));
        put(paid("items", OrderFixtures.LIN, home("文三路", "99 号"), NOW.minusSeconds(62), COAT));
        put(paid("address", OrderFixtures.LIN, home("文三路", "98 号"), NOW.minusSeconds(63), COAT, SCARF));
        put(paid("buyer", new Buyer("nuanyang", "web", "tom"), home("文三路", "99 号"), NOW, COAT, SCARF));
        put(placed("unpaid", OrderFixtures.LIN, home("文三路", "99 号"), NOW, COAT, SCARF));
        put(next(placed("cancelled", OrderFixtures.LIN, home("文三路", "99 号"), NOW, COAT, SCARF).cancel("duplicate")));
        put(order);

        assertThat(nearby.alike(order, Duration.ofMinutes(30), 9)).extracting(NearbyOrders.Nearby::orderId)
                .containsExactly("same", "spaced");
        assertThat(nearby.together(order, Duration.ofMinutes(30), 9)).extracting(NearbyOrders.Nearby::orderId)
                .containsExactly("same", "spaced", "items");
    }

    @Test
    @DisplayName("O6 what has its parcel's permit is printed, and nothing joins it any more")
    void knowsWhatIsPrinted() {
        var order = paid("a", OrderFixtures.LIN, home("文三路", "99 号"), NOW, COAT);
        put(next(next(paid("printed", OrderFixtures.LIN, home("文三路", "99 号"), NOW, SCARF).audited("v", List.of(),
                List.of(), NOW)).permit("parcel")));
        put(next(paid("approved", OrderFixtures.LIN, home("文三路", "99 号"), NOW, SCARF).audited("v", List.of(), List.of(),
                NOW)));
        put(paid("auditing", OrderFixtures.LIN, home("文三路", "99 号"), NOW, SCARF));
        assertThat(nearby.together(order, Duration.ofHours(1), 9).stream().filter(NearbyOrders.Nearby::waits)
                .map(NearbyOrders.Nearby::orderId).collect(Collectors.toSet())).containsExactlyInAnyOrder("approved",
                        "auditing");
    }

    @Test
    @DisplayName("O6 in any window: found are those placed at most so long before or after, to the millisecond")
    void keepsToTheWindow() {
        var dice = new Random(7);
        var all = new ArrayList<Order>();
        for (int i = 0; i < 120; i++)
            all.add(paid("o" + i, OrderFixtures.LIN, home("文三路", "99 号"), NOW.plusMillis(dice.nextInt(7_200_000)),
                    COAT));
        all.forEach(this::put);
        for (int look = 0; look < 40; look++) {
            var order = all.get(dice.nextInt(all.size()));
            // every second window ends at another order's very moment
            var apart = look % 2 == 0
                    ? Duration.ofMillis(1 + dice.nextInt(3_600_000))
                    : Duration.between(order.sale().placedAt(), all.get(dice.nextInt(all.size())).sale().placedAt())
                            .abs();
            var expected = all.stream().filter(other -> !other.orderId().equals(order.orderId()))
                    .filter(other -> Duration.between(order.sale().placedAt(), other.sale().placedAt()).abs()
                            .compareTo(apart) <= 0)
                    .map(Order::orderId).toList();
            assertThat(nearby.alike(order, apart, 999)).as("within %s", apart).extracting(
                    NearbyOrders.Nearby::orderId).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    @DisplayName("O6 O7 both lists are a stretch of an index")
    void runsAlongAnIndex() {
        var order = paid("a", OrderFixtures.LIN, home("文三路", "99 号"), NOW, COAT);
        put(order);
        Explained.usesIndex(nearby.query(order, "state.prints.purchase", order.prints().purchase(),
                Duration.ofHours(1), 5), "shop_1_state.prints.purchase_1_state.sale.placedAt_-1");
        Explained.usesIndex(nearby.query(order, "state.prints.household", order.prints().household(),
                Duration.ofHours(1), 5), "shop_1_state.prints.household_1_state.sale.placedAt_-1");
    }

    private static Address home(String street, String detail) {
        return new Address("CN", "330106", "浙江省", "杭州市", "西湖区", street, detail, "林小雨", "138 1234 5678", null);
    }

    private static Order placed(String id, Buyer buyer, Address address, Instant at, OrderLine... lines) {
        var sale = OrderFixtures.aSale(address);
        return Order.place(id, new Sale(sale.shop(), "NY-" + id, buyer, sale.source(), address, null, sale.goods(),
                sale.discounts(), sale.freight(), sale.total(), at, sale.payBy(), null, null, "zh-CN", null),
                List.of(lines), List.of()).aggregate();
    }

    private static Order paid(String id, Buyer buyer, Address address, Instant at, OrderLine... lines) {
        return next(OrderFixtures.pay(placed(id, buyer, address, at, lines), "N-" + id, "P-" + id, "1103.90"));
    }

    private void put(Order order) {
        database.getCollection("orders").insertOne(new Document("_id", order.orderId()).append("shop", order.shop())
                .append("state", Json.STORED.convertValue(order, Document.class)));
    }
}
