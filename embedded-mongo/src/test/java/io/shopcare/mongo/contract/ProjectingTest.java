package io.shopcare.mongo.contract;

import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class ProjectingTest {
    private static final String ORDER = "{_id: 1, no: 'A1', price: 10, buyer: {name: 'Lin', city: 'Xi'}, "
            + "lines: [{sku: 'a', qty: 1}, {sku: 'b', qty: 2}, {sku: 'c', qty: 3}], tags: ['x', 'y', 'z']}";

    private static Document projected(Mongo mongo, String filter, String projection) {
        return mongo.collection().find(json(filter)).projection(json(projection)).first();
    }

    private static Document projected(Mongo mongo, String projection) {
        mongo.insert(ORDER);
        return projected(mongo, "{}", projection);
    }

    @Contract
    void includesAndExcludes(Mongo mongo) {
        assertThat(projected(mongo, "{no: 1, price: true}")).isEqualTo(json("{_id: 1, no: 'A1', price: 10}"));
        assertThat(projected(mongo, "{}", "{no: 1, _id: 0}")).isEqualTo(json("{no: 'A1'}"));
        assertThat(projected(mongo, "{}", "{lines: 0, tags: 0, buyer: 0}"))
                .isEqualTo(json("{_id: 1, no: 'A1', price: 10}"));
        assertThat(projected(mongo, "{}", "{_id: 1}")).isEqualTo(json("{_id: 1}"));
        assertThat(projected(mongo, "{}", "{none: 1}")).isEqualTo(json("{_id: 1}"));
    }

    @Contract
    void reachesIntoDocumentsAndArrays(Mongo mongo) {
        assertThat(projected(mongo, "{_id: 0, 'buyer.name': 1, 'lines.sku': 1}"))
                .isEqualTo(json("{buyer: {name: 'Lin'}, lines: [{sku: 'a'}, {sku: 'b'}, {sku: 'c'}]}"));
        assertThat(projected(mongo, "{}", "{_id: 0, buyer: {city: 1}}")).isEqualTo(json("{buyer: {city: 'Xi'}}"));
        assertThat(projected(mongo, "{}", "{_id: 0, no: 0, price: 0, tags: 0, 'lines.qty': 0, 'buyer.city': 0}"))
                .isEqualTo(json("{buyer: {name: 'Lin'}, lines: [{sku: 'a'}, {sku: 'b'}, {sku: 'c'}]}"));
        assertThat(projected(mongo, "{}", "{_id: 0, 'tags.x': 1}")).isEqualTo(json("{tags: []}"));
    }

    @Contract
    void choosesElements(Mongo mongo) {
        assertThat(projected(mongo, "{_id: 0, lines: {$elemMatch: {qty: {$gt: 1}}}}"))
                .isEqualTo(json("{lines: [{sku: 'b', qty: 2}]}"));
        assertThat(projected(mongo, "{}", "{_id: 0, tags: {$slice: 2}, no: 1}"))
                .isEqualTo(json("{no: 'A1', tags: ['x', 'y']}"));
        assertThat(projected(mongo, "{}", "{tags: {$slice: -1}, lines: 0, buyer: 0}"))
                .isEqualTo(json("{_id: 1, no: 'A1', price: 10, tags: ['z']}"));
        assertThat(projected(mongo, "{}", "{_id: 0, no: 1, tags: {$slice: [1, 1]}}"))
                .isEqualTo(json("{no: 'A1', tags: ['y']}"));
        assertThat(projected(mongo, "{'lines.sku': 'b'}", "{_id: 0, 'lines.$': 1}"))
                .isEqualTo(json("{lines: [{sku: 'b', qty: 2}]}"));
        assertThat(projected(mongo, "{}", "{_id: 0, lines: {$elemMatch: {sku: 'none'}}}")).isEqualTo(new Document());
    }

    @Contract
    void computesFields(Mongo mongo) {
        assertThat(projected(mongo,
                "{_id: 0, twice: {$multiply: ['$price', 2]}, name: '$buyer.name', fixed: {$literal: 1}}"))
                .isEqualTo(json("{twice: 20, name: 'Lin', fixed: 1}"));
        assertThat(projected(mongo, "{}", "{_id: 0, no: 1, skus: '$lines.sku'}"))
                .isEqualTo(json("{no: 'A1', skus: ['a', 'b', 'c']}"));
        assertThat(projected(mongo, "{}", "{_id: 0, no: 'text'}")).isEqualTo(json("{no: 'text'}"));
        assertThat(projected(mongo, "{}", "{_id: 0, big: {$cond: [{$gt: ['$price', 5]}, 'yes', 'no']}}"))
                .isEqualTo(json("{big: 'yes'}"));
    }

    @Contract
    void keepsTheOrderOfTheDocument(Mongo mongo) {
        assertThat(projected(mongo, "{tags: 1, no: 1, price: 1}").keySet()).containsExactly("_id", "no", "price",
                "tags");
    }

    @Contract
    void refusesContradictions(Mongo mongo) {
        mongo.insert(ORDER);
        assertThat(codeOf(() -> projected(mongo, "{}", "{no: 1, price: 0}"))).isEqualTo(31254);
        assertThat(codeOf(() -> projected(mongo, "{}", "{no: 0, price: 1}"))).isEqualTo(31253);
        assertThat(codeOf(() -> projected(mongo, "{}", "{buyer: 1, 'buyer.name': 1}"))).isEqualTo(31249);
        assertThat(codeOf(() -> projected(mongo, "{}", "{a: {$foo: 1}}"))).isEqualTo(31325);
        assertThat(codeOf(() -> projected(mongo, "{}", "{'a.': 1}"))).isEqualTo(40353);
        assertThat(codeOf(() -> projected(mongo, "{}", "{'a.$': 1, 'b.$': 1}"))).isEqualTo(31276);
    }
}
