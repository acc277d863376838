package io.shopcare.mongo.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.shopcare.mongo.wire.BsonReader;
import io.shopcare.mongo.wire.BsonWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Label("BSON")
class BsonRoundTripTest {

    @Property
    @Label("that is written and read again is the same, byte for byte")
    void isTheSame(@ForAll("documents") Document document) {
        byte[] bytes = BsonWriter.write(document);
        assertThat(BsonWriter.write(BsonReader.read(bytes))).isEqualTo(bytes);
        assertThat(BsonReader.read(bytes).keySet()).containsExactlyElementsOf(document.keySet());
    }

    @Example
    @Label("is not written with a name that would end early")
    void refusesNullBytesInNames() {
        assertThatThrownBy(() -> BsonWriter.write(new Document("a\0b", 1))).isInstanceOf(MongoServerError.class)
                .hasMessageContaining("null byte");
    }

    @Provide
    Arbitrary<Document> documents() {
        return BsonValues.documents();
    }
}
