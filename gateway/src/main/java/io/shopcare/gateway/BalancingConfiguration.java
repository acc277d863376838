package io.shopcare.gateway;

import org.springframework.boot.ApplicationRunner;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests go in turn to the instances of a service that can take them. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = Instances.class)
class BalancingConfiguration {

    /** The client's own second try would repeat every method; {@link AskAnother} knows which may be. */
    @Bean
    HttpClientCustomizer oneTryEach() {
        return client -> client.disableRetry(true);
    }

    @Bean
    HttpClientCustomizer namesAreAskedAnew() {
        return client -> client.resolver(ServiceNames::resolve);
    }

    /** A balancer is a context of its own: made before the first request, which would wait for it. */
    @Bean
    ApplicationRunner balancersAreReady(LoadBalancerClientFactory balancers, GatewaySettings settings) {
        return _ -> settings.services().forEach((service, addresses) -> {
            if (addresses.size() > 1) {
                ReactorLoadBalancer<ServiceInstance> _ = balancers.getInstance(service,
                        ReactorServiceInstanceLoadBalancer.class);
            }
        });
    }
}
