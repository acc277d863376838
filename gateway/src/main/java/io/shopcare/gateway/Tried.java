package io.shopcare.gateway;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/** The instances that one request has been at without an answer. */
record Tried(Set<String> instances) {
    private static final String ATTRIBUTE = "shopcare.tried";
    private static final Tried NONE = new Tried(Set.of());

    static Tried of(Request<?> request) {
        return request.getContext() instanceof RequestDataContext data && data.getClientRequest() != null
                && data.getClientRequest().getAttributes() != null
                && data.getClientRequest().getAttributes().get(ATTRIBUTE) instanceof Tried tried ? tried : NONE;
    }

    /** Notes the instance that was asked last. */
    static void note(ServerWebExchange exchange) {
        if (exchange
                .getAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR) instanceof Response<?> chosen
                && chosen.getServer() instanceof ServiceInstance instance) {
            var before = exchange.getAttributeOrDefault(ATTRIBUTE, NONE).instances().stream();
            var all = Stream.concat(before, Stream.of(instance.getInstanceId()));
            exchange.getAttributes().put(ATTRIBUTE, new Tried(all.collect(Collectors.toSet())));
        }
    }

    List<ServiceInstance> without(List<ServiceInstance> some) {
        return some.stream().filter(instance -> !instances.contains(instance.getInstanceId())).toList();
    }
}
