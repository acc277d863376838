package io.shopcare.gateway;

import java.util.List;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;

/**
 * Which instances of a service may be asked: those whose readiness is on, as a check of Spring Cloud LoadBalancer sees it
 * every moment; when none seems to be, all, because a check may err and a request finds out. Each service with several
 * addresses has one of these in a context of its own, so this is no {@code @Configuration} of the gateway.
 */
class Instances {

    @Bean
    ServiceInstanceListSupplier instancesToAsk(Environment environment, ConfigurableApplicationContext context,
            GatewaySettings settings) {
        var service = environment.getRequiredProperty(LoadBalancerClientFactory.PROPERTY_NAME);
        var all = of(service, settings);
        return ServiceInstanceListSupplier.builder().withBase(new Fixed(service, all)).withHealthChecks()
                .with((_, healthy) -> new Untried(healthy, all)).build(context);
    }

    private static List<ServiceInstance> of(String service, GatewaySettings settings) {
        var addresses = settings.services().getOrDefault(service, List.of());
        return addresses.stream().<ServiceInstance>map(address -> {
            boolean secure = "https".equals(address.getScheme());
            int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
            return new DefaultServiceInstance(address.toString(), service, address.getHost(), port, secure);
        }).toList();
    }

    /** Addresses are settings; nobody registers. */
    private record Fixed(String getServiceId, List<ServiceInstance> all) implements ServiceInstanceListSupplier {
        @Override
        public Flux<List<ServiceInstance>> get() {
            return Flux.just(all);
        }
    }

    /** Leaves out those that a request has been at already, as long as there is another. */
    private static final class Untried extends DelegatingServiceInstanceListSupplier {
        private final List<ServiceInstance> all;

        Untried(ServiceInstanceListSupplier healthy, List<ServiceInstance> all) {
            super(healthy);
            this.all = all;
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return delegate.get();
        }

        @Override
        @SuppressWarnings("rawtypes") // as the library has it
        public Flux<List<ServiceInstance>> get(org.springframework.cloud.client.loadbalancer.Request request) {
            var tried = Tried.of(request);
            return delegate.get(request).map(healthy -> {
                var fresh = tried.without(healthy);
                var others = fresh.isEmpty() ? tried.without(all) : fresh;
                return others.isEmpty() ? all : others;
            });
        }
    }
}
