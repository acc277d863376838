package io.shopcare.gateway;

import java.net.URI;
import java.util.List;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which path leads to which service. Paths are the same inside and outside. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouteLocator routesToTheServices(RouteLocatorBuilder builder, GatewaySettings settings) {
        var routes = builder.routes();
        settings.services().forEach((name, addresses) -> {
            var address = addressOf(name, addresses);
            var another = new AskAnother(addresses.size(), settings.repeatable());
            routes.route(name, route -> route.path("/api/" + name + "/**")
                    .filters(filters -> {
                        settings.strangers().forEach(header -> filters.removeRequestHeader(header)
                                .removeResponseHeader(header));
                        return filters.circuitBreaker(breaker -> breaker.setName(name)
                                .setFallbackUri("forward:" + AwayController.PATH + name)).filter(another);
                    })
                    .uri(address));
            routes.route(name + "-documents", route -> route.path(DocumentsConfiguration.PATH + name)
                    .filters(filters -> filters.setPath("/v3/api-docs")
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

    /** One instance is asked directly; among several a balancer chooses ({@link Instances}). */
    private static URI addressOf(String name, List<URI> addresses) {
        return addresses.size() == 1 ? addresses.getFirst() : URI.create("lb://" + name);
    }
}
