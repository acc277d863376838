package io.shopcare.order.stock;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

/** {@link StockLevels} from the documents of the stocks. */
@Component
class MongoStockLevels implements StockLevels {
    private final MongoCollection<Document> stocks;

    MongoStockLevels(MongoDatabase database) {
        stocks = database.getCollection("stocks");
        stocks.createIndex(Indexes.ascending("shop", "state.sku", "state.warehouse"));
    }

    @Override
    public List<Stock> of(String shop, String sku) {
        return stocks.find(filter(shop, sku)).sort(ascending("shop", "state.sku", "state.warehouse"))
                .map(document -> Json.STORED.convertValue(document.get("state"), Stock.class))
                .into(new ArrayList<>());
    }

    static Bson filter(String shop, String sku) {
        return and(eq("shop", shop), eq("state.sku", sku));
    }
}
