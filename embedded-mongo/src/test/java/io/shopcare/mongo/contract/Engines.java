package io.shopcare.mongo.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Starts each engine once for the whole run and gives every test a collection of its own on it. */
final class Engines implements TestTemplateInvocationContextProvider {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Engines.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(STORE);
        Engine embedded = store.getOrComputeIfAbsent("embedded", key -> EmbeddedServer.start(), EmbeddedServer.class)
                .engine();
        boolean everywhere = context.getRequiredTestMethod().isAnnotationPresent(Contract.class);
        if (!everywhere) {
            return Stream.of(new OnEngine(embedded));
        }
        @SuppressWarnings("unchecked")
        Optional<Engine> real = (Optional<Engine>) store.getOrComputeIfAbsent("real", key -> RealMongo.find());
        return Stream.concat(Stream.of(embedded), real.stream()).map(OnEngine::new);
    }

    private record OnEngine(Engine engine) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return engine.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new FreshCollection(engine));
        }
    }

    private record FreshCollection(Engine engine) implements ParameterResolver, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Mongo.class;
        }

        @Override
        public Mongo resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(STORE).getOrComputeIfAbsent("mongo", key -> Mongo.on(engine), Mongo.class);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Mongo mongo = context.getStore(STORE).get("mongo", Mongo.class);
            if (mongo != null) {
                mongo.database().drop();
            }
        }
    }
}
