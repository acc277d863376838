package io.shopcare.aftersale.policies;

import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the packs at the start, and refuses to start when a shop goes by one that is not there. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyBook policyBook(PolicySettings settings) {
        var book = new PolicyFiles().read();
        Stream.concat(settings.shops().values().stream(), Stream.of(settings.other()))
                .flatMap(shop -> shop.packs().stream())
                .filter(pack -> !book.names().contains(pack)).findAny().ifPresent(pack -> {
                    throw new IllegalStateException("there is no policy pack " + pack + ", only " + book.names());
                });
        return book;
    }
}
