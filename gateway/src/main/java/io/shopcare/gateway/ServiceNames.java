package io.shopcare.gateway;

import java.time.Duration;
import java.util.function.UnaryOperator;

import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.RoundRobinDnsAddressResolverGroup;
import reactor.netty.transport.NameResolverProvider.NameResolverSpec;

/**
 * How names of services become addresses. Docker's name server says that what it answers holds for ten minutes, which no
 * container promises: one that is replaced has another address, and further ones would not be asked for as long. A name
 * that stands for several addresses is taken as any of them, drawn anew for each connection.
 */
final class ServiceNames {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private ServiceNames() {}

    static void resolve(NameResolverSpec names) {
        resolve(names, UnaryOperator.identity());
    }

    /** @param server names another one than the machine's */
    static void resolve(NameResolverSpec names, UnaryOperator<DnsNameResolverBuilder> server) {
        names.cacheMaxTimeToLive(REMEMBERED).cacheNegativeTimeToLive(Duration.ZERO).dnsAddressResolverGroupProvider(
                asking -> new RoundRobinDnsAddressResolverGroup(server.apply(asking)));
    }
}
