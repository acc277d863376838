package io.shopcare.platform.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("G3 an event with a hole")
class WholeRecordTest {
    private static final EventMeta META = new EventMeta("boxes", "1", "box.packed.v1", "b-1", 1,
            Instant.parse("2026-11-22T12:00:00Z"), Actor.staff("mei"));

    record Thing(String name, int grams) {}

    record Packed(String box, Thing largest, List<Thing> things, @Nullable Thing present) {}

    private final List<Packed> heard = new ArrayList<>();
    private final Subscription packed = Subscription.to("boxes").as("packing").on("box.packed.v1", Packed.class,
            (_, told) -> heard.add(told));

    @Test
    @DisplayName("is handed over where only what may be left out is left out")
    void handsOverWhatIsWhole() throws JsonProcessingException {
        deliver("{'box':'b-1','largest':{'name':'pen','grams':9}}");

        assertThat(heard).containsExactly(new Packed("b-1", new Thing("pen", 9), List.of(), null));
    }

    @ParameterizedTest
    @DisplayName("is refused, and what is missing is named")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {"{'largest':{'name':'pen','grams':9}} | box",
            "{'box':null,'largest':{'name':'pen','grams':9}} | box", "{'box':'b-1'} | largest",
            "{'box':'b-1','largest':{'grams':9}} | largest.name", "{'box':'b-1','largest':{'name':'pen'}} | grams",
            "{'box':'b-1','largest':{'name':'pen','grams':9},'things':[null]} | things[]",
            "{'box':'b-1','largest':{'name':'pen','grams':9},'things':[{'grams':9}]} | things[].name",
            "{'box':'b-1','largest':{'name':'pen','grams':9},'present':{'grams':9}} | present.name"})
    void refusesHoles(String data, String missing) {
        assertThatThrownBy(() -> deliver(data)).isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(missing);
        assertThat(heard).isEmpty();
    }

    private void deliver(String data) throws JsonProcessingException {
        packed.deliver(META, Json.WIRE.readTree(data.replace('\'', '"')));
    }
}
