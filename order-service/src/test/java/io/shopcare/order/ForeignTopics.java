package io.shopcare.order;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Topics of other services, which are not here to make them. */
@TestConfiguration(proxyBeanMethods = false)
class ForeignTopics {

    @Bean
    KafkaAdmin.NewTopics topicsOfOthers() {
        return new KafkaAdmin.NewTopics(TopicBuilder.name("shopcare.aftersale.cases").partitions(2).build(),
                TopicBuilder.name("shopcare.presale.conversations").partitions(2).build());
    }
}
