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
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;

import io.shopcare.platform.money.Money;

/** How bodies and files from outside are read, the one as the other: nothing is passed over, guessed or left out. */
public final class StrictJson {
    /** What is refused: unknown fields, missing numbers and truth values, anything after the end. */
    public static final List<DeserializationFeature> REFUSED = List.of(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** No list or map has holes. */
    public static final JsonSetter.Value NO_HOLES = JsonSetter.Value.forContentNulls(Nulls.FAIL);

    /** For what is no HTTP body: frames, and the lines of a file, in whose cells numbers are written as text. */
    public static final JsonMapper READ = Json.WIRE.rebuild()
            .enable(REFUSED.toArray(DeserializationFeature[]::new))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(LogicalType.Textual, StrictJson::asText).defaultSetterInfo(NO_HOLES)
            .addModule(bounds()).build();

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private StrictJson() {}

    /** Instants and names that can be stored and told, amounts that can be added up. To be installed after what else reads these. */
    public static SimpleModule bounds() {
        return new SimpleModule("bounds").addDeserializer(Instant.class, new InstantReader())
                .addDeserializer(Money.class, new AmountReader()).addKeyDeserializer(String.class, new NameReader());
    }

    /** A text is a text: no number and no truth value is taken for one. */
    public static void asText(MutableCoercionConfig config) {
        for (var other : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean))
            config.setCoercion(other, CoercionAction.Fail);
    }

    /**
     * An instant of the years 1 to 9999: others can't be stored and told.
     *
     * @throws DateTimeException when it is none
     */
    public static Instant instant(String text) {
        var read = Instant.parse(text);
        if (!isKnown(read))
            throw new DateTimeException("of another age");
        return read;
    }

    private static boolean isKnown(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }

    /** A name within a map becomes the name of a field that is stored, which ends with its first NUL. */
    private static final class NameReader extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            if (key.indexOf('\0') >= 0)
                throw MismatchedInputException.from(context.getParser(), String.class, "no such name");
            return key;
        }
    }

    private static final class AmountReader extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        AmountReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var read = MoneyJson.read(in, context);
            if (read.isTooLarge())
                throw new TooLargeException(in, Money.class, Money.MOST);
            return read;
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                var read = InstantDeserializer.INSTANT.deserialize(in, context);
                if (read != null && isKnown(read))
                    return read;
            } catch (DateTimeException | ArithmeticException e) {
                // as little an instant as one of another age
            }
            throw MismatchedInputException.from(in, Instant.class, "no such instant");
        }
    }
}
