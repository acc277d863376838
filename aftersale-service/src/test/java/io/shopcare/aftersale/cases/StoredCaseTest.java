package io.shopcare.aftersale.cases;

import java.util.stream.Stream;

import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.platform.json.Json;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

/** A case comes out of the database as it went in, in every phase. */
class StoredCaseTest {

    static Stream<Case> cases() {
        var proposed = proposed(aReturnCase());
        return Stream.of(aReturnCase(), proposed, returning(proposed), arrived(sent(returning(proposed))),
                refunding(), told(refunding(), RefundState.FAILED), told(refunding(), RefundState.SUCCEEDED),
                keeping(proposed));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameAfterAStay(Case theCase) {
        var stored = Json.STORED.convertValue(theCase, Document.class);
        var bson = new BsonDocument();
        new DocumentCodec().encode(new BsonDocumentWriter(bson), stored, EncoderContext.builder().build());
        assertThat(bson.getString("state").getValue()).isEqualTo(theCase.state().code());
        assertThat(Json.STORED.convertValue(stored, Case.class)).isEqualTo(theCase);
    }
}
