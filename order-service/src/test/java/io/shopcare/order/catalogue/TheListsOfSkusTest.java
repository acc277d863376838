package io.shopcare.order.catalogue;

import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.catalogue.SkuList.Wanted;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

/** The lists of SKUs run along indexes. */
class TheListsOfSkusTest {

    @Test
    void runAlongIndexes() {
        var database = TestDatabase.fresh();
        var list = new SkuList(database);
        list.page(new Wanted("nuanyang", "coat-wool", "CN"), null, 10);
        var skus = database.getCollection("skus");
        for (var product : new String[]{null, "coat-wool"})
            for (var market : new String[]{null, "CN"})
                for (var after : new Cursor[]{null, Cursor.of("COAT")}) {
                    var wanted = new Wanted("nuanyang", product, market);
                    Explained.runsAlongAnIndex(skus, SkuList.filter(wanted, after), SkuList.order(wanted));
                }
    }
}
