package io.shopcare.platform.json;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The two mappers: one for what is stored, one for what travels. */
public final class Json {

    /** For BSON documents: instants become dates, money its minor units; only fields count. */
    public static final JsonMapper STORED = common()
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .addModule(new SimpleModule("dates").addSerializer(new DateWriter()).addDeserializer(Instant.class,
                    new DateReader()))
            .build();

    /** For events and HTTP bodies: instants are ISO text in UTC, money is {@code {"amount","currency"}}. */
    public static final JsonMapper WIRE = common().addModule(MoneyJson.module()).build();

    private Json() {}

    private static JsonMapper.Builder common() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .withConfigOverride(List.class, o -> o.setSetterInfo(asEmpty()))
                .withConfigOverride(Set.class, o -> o.setSetterInfo(asEmpty()))
                .withConfigOverride(Map.class, o -> o.setSetterInfo(asEmpty()));
    }

    private static JsonSetter.Value asEmpty() {
        return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    }

    private static final class DateWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        DateWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeEmbeddedObject(Date.from(value));
        }
    }

    private static final class DateReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        DateReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT && in.getEmbeddedObject() instanceof Date date)
                return date.toInstant();
            return Instant.parse(in.getText());
        }
    }
}
