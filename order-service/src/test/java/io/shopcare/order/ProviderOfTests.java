package io.shopcare.order;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The provider, and where the service finds it; topics that other services would have made. */
@TestConfiguration(proxyBeanMethods = false)
class ProviderOfTests {

    @Bean
    FakeProvider fakeProvider() {
        return new FakeProvider();
    }

    @Bean
    DynamicPropertyRegistrar addresses(FakeProvider provider) {
        return properties -> {
            properties.add("shopcare.payment.provider.url", provider::url);
            properties.add("shopcare.payment.provider.read-timeout", () -> "2s");
        };
    }

    @Bean
    KafkaAdmin.NewTopics topicsOfOthers() {
        return new KafkaAdmin.NewTopics(TopicBuilder.name("shopcare.presale.conversations").partitions(2).build(),
                TopicBuilder.name("shopcare.aftersale.cases").partitions(2).build(),
                TopicBuilder.name("shopcare.crm.blacklist").partitions(2).build());
    }
}
