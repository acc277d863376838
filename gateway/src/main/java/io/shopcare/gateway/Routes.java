package io.shopcare.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which path leads to which service. Paths are the same inside and outside. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouteLocator routesToTheServices(RouteLocatorBuilder builder, GatewaySettings settings, LimitSettings limits,
            BulkheadRegistry places, Rates rates, GatewayProblems problems) {
        var routes = builder.routes();
        var concurrent = BulkheadConfig.custom().maxConcurrentCalls(limits.concurrent()).maxWaitDuration(Duration.ZERO)
                .build();
        var body = new IncomingBody(limits, problems);
        settings.services().forEach((name, addresses) -> {
            var address = addressOf(name, addresses);
            var another = new AskAnother(addresses.size(), settings.repeatable());
            var rate = new RateLimit(name, limits, rates, problems);
            var underWay = new UnderWay(places.bulkhead(name, concurrent), problems);
            routes.route(name, route -> route.path("/api/" + name + "/**")
                    .filters(filters -> filters.filter(rate).filter(body).filter(underWay)
                            .circuitBreaker(breaker -> breaker.setName(name)
                                    .setFallbackUri("forward:" + AwayController.PATH + name))
                            .filter(another))
                    .uri(address));
            routes.route(name + "-documents", route -> route.path(DocumentsConfiguration.PATH + name)
                    .filters(filters -> filters.filter(rate).filter(underWay).setPath("/v3/api-docs")
                            .circuitBreaker(breaker -> breaker.setName(name)
                                    .setFallbackUri("forward:" + AwayController.PATH + name))
                            .filter(another))
                    .uri(address));
        });
        var presale = settings.services().get("presale");
        if (presale != null)
            routes.route("presale-socket", route -> route.path("/ws/presale").uri(addressOf("presale", presale)));
        return routes.build();
    }

    @Bean
    Rates rates(LimitSettings limits) {
        var own = new OwnRates(limits.clients());
        return limits.redis() == null ? own : new SharedRates(limits.redis(), limits.redisPatience(), own);
    }

    /** One instance is asked directly; among several a balancer chooses ({@link Instances}). */
    private static URI addressOf(String name, List<URI> addresses) {
        return addresses.size() == 1 ? addresses.getFirst() : URI.create("lb://" + name);
    }
}
