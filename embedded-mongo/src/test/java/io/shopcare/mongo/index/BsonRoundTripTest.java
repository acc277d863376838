package io.shopcare.mongo.index;

import de.bwaldvogel.mongo.bson.Document;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.shopcare.mongo.wire.BsonReader;
import io.shopcare.mongo.wire.BsonWriter;

import static org.assertj.core.api.Assertions.assertThat;

@Label("BSON")
class BsonRoundTripTest {

    @Property
    @Label("that is written and read again is the same, byte for byte")
    void isTheSame(@ForAll("documents") Document document) {
        byte[] bytes = BsonWriter.write(document);
        assertThat(BsonWriter.write(BsonReader.read(bytes))).isEqualTo(bytes);
        assertThat(BsonReader.read(bytes).keySet()).containsExactlyElementsOf(document.keySet());
    }

    @Provide
    Arbitrary<Document> documents() {
        return BsonValues.documents();
    }
}
