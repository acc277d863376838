package io.shopcare.presale.live;

import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import jakarta.validation.Validation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/** Every frame that a client may send is understood; what the server sends is judged in every test of the socket. */
class FramesTest {
    private final Frames frames = new Frames(Validation.buildDefaultValidatorFactory().getValidator());

    static Stream<Sample> fromClients() {
        return Contracts.frames().keySet().stream().filter(name -> name.startsWith("client."))
                .flatMap(Contracts::frameSamples);
    }

    static Stream<Sample> fromNewerClients() {
        return Contracts.frames().keySet().stream().filter(name -> name.startsWith("client."))
                .flatMap(Contracts::frameSamplesWithUnknownFields);
    }

    @ParameterizedTest
    @MethodSource("fromClients")
    void understands(Sample sample) {
        assertThat(frames.read(sample.text())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("fromNewerClients")
    void refusesWhatTheContractDoesNotKnow(Sample sample) {
        assertThat(frames.read(sample.text())).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("G3 refuses ids and texts that the contract does not have: an answer quotes them")
    @ValueSource(strings = {"\"\\r\\nSet-Cookie: a=b\"", "\" c-1\"", "\"c\\n1\"", "1", "true", "\"\"", "null"})
    void refusesWhatIsNoId(String conversation) {
        assertThat(frames.read("{\"type\":\"subscribe\",\"conversation\":" + conversation + ",\"after\":0}"))
                .isEmpty();
    }

    @Test
    void everyFrameOfTheServerIsInTheContract() {
        var types = Stream.of(ServerFrame.class.getAnnotation(JsonSubTypes.class)
                .value()).map(type -> "server." + type.name()).toList();
        assertThat(Contracts.frames().keySet()).containsAll(types);
    }
}
