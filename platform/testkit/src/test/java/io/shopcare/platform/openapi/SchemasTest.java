package io.shopcare.platform.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemasTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Shape.Circle.class, name = "round"),
            @JsonSubTypes.Type(value = Shape.Box.class, name = "square")})
    sealed interface Shape {
        record Circle(int radius) implements Shape {}

        record Box(int side) implements Shape {}
    }

    record Drawing(Shape shape, Plan.Line first) {}

    record Plan(Line line) {
        record Line(int length) {}
    }

    record Poem(Line line) {
        record Line(String words) {}
    }

    record Book(Plan plan, Poem poem) {}

    @Test
    @DisplayName("G7: the document says which word stands for which of several forms")
    void namesTheSubtypes() {
        var converters = new ModelConverters(true);
        converters.addConverter(new NamedSubtypes());
        assertThat(converters.readAll(Drawing.class).get("Shape").getDiscriminator().getMapping())
                .containsOnlyKeys("round", "square").containsEntry("round", "#/components/schemas/Circle");
    }

    @Test
    @DisplayName("G7: a document in which two records would be described as one is refused")
    void refusesOneNameForTwo() {
        var names = new OneNameEach();
        var converters = new ModelConverters(true);
        converters.addConverter(names);
        converters.readAll(Drawing.class);
        converters.readAll(Plan.class);
        assertThatCode(() -> names.customise(new OpenAPI())).doesNotThrowAnyException();

        converters.readAll(Book.class);
        assertThatThrownBy(() -> names.customise(new OpenAPI())).hasMessageContaining("Line: ")
                .hasMessageContaining("Plan$Line").hasMessageContaining("Poem$Line");
    }
}
