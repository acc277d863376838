package io.shopcare.platform.calls;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.core.env.Environment;

/**
 * Where the instances of a service are, by settings: {@code shopcare.order.url} names those of order-service, separated by
 * commas. Spring Cloud LoadBalancer asks them in turn, and asks the next when one does not answer a question that only reads.
 */
final class ServiceAddresses implements DiscoveryClient {
    private final Environment settings;

    ServiceAddresses(Environment settings) {
        this.settings = settings;
    }

    @Override
    public String description() {
        return "addresses from the settings shopcare.<service>.url";
    }

    @Override
    public List<ServiceInstance> getInstances(String service) {
        var name = "shopcare." + service.replaceFirst("-service$", "") + ".url";
        return Binder.get(settings).bind(name, Bindable.listOf(URI.class)).orElse(List.of()).stream()
                .map(address -> at(service, address)).toList();
    }

    private static ServiceInstance at(String service, URI address) {
        boolean secure = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        return new DefaultServiceInstance(address.toString(), service, address.getHost(), port, secure);
    }

    /** Those that are asked for by name; nobody needs a list. */
    @Override
    public List<String> getServices() {
        return List.of();
    }
}
