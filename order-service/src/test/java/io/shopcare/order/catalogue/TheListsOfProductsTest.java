package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.catalogue.ProductList.Wanted;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The lists of products run along indexes, page by page. */
class TheListsOfProductsTest {
    private static final Wanted ALL = new Wanted(null, null, false);

    @Test
    @DisplayName("O9a products are found by category, by market and by whether they are on sale, a page at a time")
    void findsWhatIsWanted() {
        var database = TestDatabase.fresh();
        var list = new ProductList(database);
        for (var product : List.of(product("a-coat", "apparel", true, false),
                product("b-mug", "home", true, false, "CN"),
                product("c-lamp", "home", true, false, "US", "CA"), product("d-pot", "home", false, false),
                product("e-vase", "home", true, true)))
            database.getCollection("products").insertOne(new Document("_id", Product.id("nuanyang", product
                    .productId())).append("shop", "nuanyang").append("state", Json.STORED.convertValue(product,
                            Document.class)));

        assertThat(ids(list.page("nuanyang", ALL, null, 9))).containsExactly("a-coat", "b-mug", "c-lamp", "d-pot",
                "e-vase");
        assertThat(list.page("harbor", ALL, null, 9).items()).isEmpty();
        assertThat(ids(list.page("nuanyang", new Wanted(null, "CN", true), null, 9))).containsExactly("a-coat",
                "b-mug");
        assertThat(ids(list.page("nuanyang", new Wanted("home", "US", false), null, 9))).containsExactly("c-lamp",
                "d-pot", "e-vase");
        var first = list.page("nuanyang", new Wanted("home", null, false), null, 2);
        assertThat(ids(first)).containsExactly("b-mug", "c-lamp");
        assertThat(ids(list.page("nuanyang", new Wanted("home", null, false), Cursor.read(first.next(), 1), 2)))
                .containsExactly("d-pot", "e-vase");
    }

    @Test
    void runAlongIndexes() {
        var database = TestDatabase.fresh();
        new ProductList(database).page("nuanyang", ALL, null, 10);
        var products = database.getCollection("products");
        for (var wanted : new Wanted[]{ALL, new Wanted("home", null, false), new Wanted("home", "CN", true),
                new Wanted(null, "CN", true)})
            for (var after : new Cursor[]{null, Cursor.of("coat")})
                Explained.runsAlongAnIndex(products, ProductList.filter("nuanyang", wanted, after),
                        ProductList.order(wanted));
    }

    private static List<String> ids(Page<Product> page) {
        return page.items().stream().map(Product::productId).toList();
    }

    private static Product product(String id, String category, boolean onSale, boolean withdrawn, String... markets) {
        return new Product("nuanyang", id, 1, new Product.Page(id, category, onSale, List.of(markets), Map.of()), null,
                withdrawn);
    }
}
