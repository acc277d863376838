package io.shopcare.platform.json;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;

/** How bodies and files from outside are read, the one as the other: nothing is passed over, guessed or left out. */
public final class StrictJson {
    /** What is refused: unknown fields, missing numbers and truth values, anything after the end. */
    public static final List<DeserializationFeature> REFUSED = List.of(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** No list or map has holes. */
    public static final JsonSetter.Value NO_HOLES = JsonSetter.Value.forContentNulls(Nulls.FAIL);

    /** For what is no HTTP body, such as the lines of a file. */
    public static final JsonMapper READ = Json.WIRE.rebuild()
            .enable(REFUSED.toArray(DeserializationFeature[]::new))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).defaultSetterInfo(NO_HOLES).addModule(instants())
            .build();

    private StrictJson() {}

    /** Instants that can be stored and told: of the years 1 to 9999. */
    public static SimpleModule instants() {
        return new SimpleModule("instants").addDeserializer(Instant.class, new InstantReader());
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;
        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                var read = InstantDeserializer.INSTANT.deserialize(in, context);
                if (read != null && !read.isBefore(FIRST) && read.isBefore(END))
                    return read;
            } catch (DateTimeException | ArithmeticException e) {
                // as little an instant as one of another age
            }
            throw MismatchedInputException.from(in, Instant.class, "no such instant");
        }
    }
}
