package io.shopcare.order.books;

import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.order.FakeProvider;
import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.ShopFront;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static com.mongodb.client.model.Filters.eq;
import static io.shopcare.order.People.FANG;
import static io.shopcare.order.People.LIN;
import static org.assertj.core.api.Assertions.assertThat;

/** Planted differences are found, and nothing is found where nothing is wrong. */
@OrderServiceTest
class CheckingTheBooksTest {
    private static final TestPerson ADMIN = TestPerson.staff("root", "admin", "nuanyang");

    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    @Autowired
    private MongoDatabase database;
    private String order = "";
    private String payment = "";

    @BeforeEach
    void aPaidOrder() {
        var shop = new ShopFront(api, "nuanyang");
        order = shop.order(LIN, shop.onTheShelf("coat", "899.00", 1), 1).expect(201).at("/orderId");
        payment = api.as(LIN).post("/api/order/orders/" + order + "/payments", "{}").expect(201).at("/paymentNo");
        provider.tell(api, "payment.succeeded", "n-" + UUID.randomUUID(), payment, "899.00", "CNY").expect(204);
    }

    @Test
    @DisplayName("O5 books that agree say so, page by page")
    void agree() {
        var books = api.as(ADMIN).get("/api/order/admin/books/payments/" + payment).expect(200);
        assertThat(books.at("/told/amount")).isEqualTo("899.00");
        assertThat(books.at("/booked/amount")).isEqualTo("899.00");
        assertThat(books.json().has("problem")).isFalse();
        assertThat(problemOf(order)).isEmpty();
        var page = api.as(ADMIN).get("/api/order/admin/books/payments?limit=1").expect(200);
        assertThat(page.at("/seen")).isEqualTo("1");
        var after = page.at("/last");
        assertThat(api.as(ADMIN).get("/api/order/admin/books/payments?limit=1&after=" + after).expect(200).at("/last"))
                .isNotEqualTo(after);
        api.as(FANG).get("/api/order/admin/books/payments").expect(403);

        var elsewhere = api.as(TestPerson.staff("root", "admin", "harbor-of-books"));
        assertThat(elsewhere.get("/api/order/admin/books/payments").expect(200).at("/seen")).isEqualTo("0");
        assertThat(elsewhere.get("/api/order/admin/books/orders").expect(200).at("/last")).isEmpty();
        elsewhere.get("/api/order/admin/books/payments/" + payment).expect(404);
    }

    @Test
    @DisplayName("O5 O3 planted: money that an order lost, a line that costs another amount, a refund that nobody made")
    void biteOnPlantedDifferences() {
        plant("state.sale.goods.minor", 90_000L);
        assertThat(problemOf(order)).isEqualTo("lines-are-not-goods-less-discounts");
        plant("state.sale.goods.minor", 89_900L);
        plant("state.sale.total.minor", 89_899L);
        assertThat(problemOf(order)).isEqualTo("lines-and-freight-are-not-the-total");
        plant("state.sale.total.minor", 89_900L);
        assertThat(problemOf(order)).isEmpty();

        plant("state.payment.received", List.of());
        assertThat(api.as(ADMIN).get("/api/order/admin/books/payments/" + payment).expect(200).at("/problem"))
                .isEqualTo("told-is-not-booked");
        assertThat(problemOf(order)).isEqualTo("less-came-than-it-is-worth");
    }

    /** As another version, so that an audit which is under way decides anew and does not put back what it had read. */
    private void plant(String field, Object value) {
        database.getCollection("orders").updateOne(eq("_id", order), Updates.combine(Updates.set(field, value),
                Updates.inc("version", 1L)));
    }

    private String problemOf(String id) {
        var after = "";
        while (true) {
            var page = api.as(ADMIN).get("/api/order/admin/books/orders?limit=500&after=" + after).expect(200).json();
            for (var wrong : page.path("items"))
                if (wrong.path("orderId").asText().equals(id))
                    return wrong.path("problem").asText();
            if (page.path("seen").asInt() < 500)
                return "";
            after = page.path("last").asText();
        }
    }
}
