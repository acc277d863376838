package io.shopcare.crm.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.figures.Figures;
import io.shopcare.crm.lifecycle.Stage;
import io.shopcare.crm.scoring.Group;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Both lists keep the same promises. */
class CustomerListTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    static Stream<Function<List<Customer>, CustomerList>> lists() {
        return Stream.of(CustomerListTest::inMemory, CustomerListTest::inMongo);
    }

    @ParameterizedTest
    @MethodSource("lists")
    @DisplayName("C1: pages through a shop in the order of ids, without its neighbour's customers")
    void pages(Function<List<Customer>, CustomerList> with) {
        var list = with.apply(List.of(aCustomer("b", "nuanyang", Group.NEW, null),
                aCustomer("a", "nuanyang", Group.LOYAL, null), aCustomer("c", "harbor", Group.NEW, null),
                aCustomer("d", "nuanyang", Group.NEW, null)));
        assertThat(list.page("nuanyang", null, null, 2)).extracting(Customer::customerId).containsExactly("a", "b");
        assertThat(list.page("nuanyang", null, "b", 2)).extracting(Customer::customerId).containsExactly("d");
        assertThat(list.page("nuanyang", Group.NEW, null, 9)).extracting(Customer::customerId).containsExactly("b",
                "d");
        assertThat(list.page("nuanyang", Group.NEW, "b", 9)).extracting(Customer::customerId).containsExactly("d");
        assertThat(list.ids("nuanyang", null, 2)).containsExactly("a", "b");
        assertThat(list.ids("nuanyang", "b", 2)).containsExactly("d");
    }

    @ParameterizedTest
    @MethodSource("lists")
    @DisplayName("C4: names those whose time has come, the longest due first, and nobody who has no time")
    void namesWhoIsDue(Function<List<Customer>, CustomerList> with) {
        var list = with.apply(List.of(aCustomer("a", "nuanyang", Group.NEW, NOW),
                aCustomer("b", "harbor", Group.NEW, NOW.minusSeconds(9)),
                aCustomer("c", "nuanyang", Group.NEW, NOW.plusSeconds(1)),
                aCustomer("d", "nuanyang", Group.NEW, null)));
        assertThat(list.due(NOW, 9)).containsExactly("b", "a");
        assertThat(list.due(NOW, 1)).containsExactly("b");
    }

    private static CustomerList inMemory(List<Customer> customers) {
        var store = new InMemoryAggregateStore<Customer>();
        customers.forEach(customer -> store.create(customer.customerId(), CommandContext.bySystem("test"),
                () -> Decision.accept(customer)));
        return new InMemoryCustomerList(store);
    }

    private static CustomerList inMongo(List<Customer> customers) {
        MongoDatabase database = TestDatabase.fresh();
        var list = new MongoCustomerList(database);
        var documents = new ArrayList<Document>();
        for (var customer : customers)
            documents.add(new Document("_id", customer.customerId()).append("shop", customer.shop()).append("state",
                    Json.STORED.convertValue(customer, Document.class)));
        database.getCollection("customers").insertMany(documents);
        return list;
    }

    private static Customer aCustomer(String id, String shop, Group group, @Nullable Instant nextLook) {
        return new Customer(id, shop, List.of(new Buyer(shop, "web", id)), new FirstHeard("order.placed.v1", "o"), NOW,
                Attributes.UNKNOWN, Figures.NONE, Stage.POTENTIAL, "v", group, null, nextLook);
    }
}
