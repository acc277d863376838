package io.shopcare.mongo.junit;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import io.shopcare.mongo.EmbeddedMongo;

/**
 * A server in memory for the tests of a class, on a free port: {@code @RegisterExtension static EmbeddedMongoExtension
 * mongo = new EmbeddedMongoExtension();}, or {@code @ExtendWith} and a parameter of type {@link EmbeddedMongo}.
 */
public final class EmbeddedMongoExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private final EmbeddedMongo.Settings settings;
    private @Nullable EmbeddedMongo mongo;

    public EmbeddedMongoExtension() {
        this(EmbeddedMongo.inMemory());
    }

    public EmbeddedMongoExtension(EmbeddedMongo.Settings settings) {
        this.settings = settings;
    }

    public EmbeddedMongo mongo() {
        return Objects.requireNonNull(mongo, "the server runs while tests of the class do");
    }

    public String uri() {
        return mongo().uri();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (mongo == null) {
            mongo = settings.start();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        EmbeddedMongo running = mongo;
        if (running != null) {
            running.close();
            mongo = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedMongo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return mongo();
    }
}
